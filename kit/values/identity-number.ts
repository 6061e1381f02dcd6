import { isCalendarDate } from './calendar-date.js';

const IDENTITY_NUMBER = /^[1-8][0-9]{16}[0-9Xx]$/;

// In the order of the remainders 0 to 10.
const CHECKS = '10X98765432';

/**
 * Whether 18 characters are a citizen's identity number (GB 11643-1999): division 6 + day of birth 8 + serial
 * 3 + check 1, the day a real one and the check right: the remainder by 11 of the digits weighted by
 * 2^(17-i). A number is only ever recognised, so that it can be refused.
 */
export function isIdentityNumber(number: string): boolean {
  if (!IDENTITY_NUMBER.test(number) || !isCalendarDate(dayOfBirth(number))) return false;
  const digits = [...number.slice(0, 17)].map(Number);
  const sum = digits.reduce((total, digit, index) => total + digit * (2 ** (17 - index) % 11), 0);
  return CHECKS[sum % 11] === number[17]!.toUpperCase();
}

function dayOfBirth(number: string) {
  return {
    year: Number(number.slice(6, 10)),
    month: Number(number.slice(10, 12)),
    day: Number(number.slice(12, 14)),
  };
}
