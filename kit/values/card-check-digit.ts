/**
 * Whether the last digit of a bank card number is right by the Luhn formula (ISO/IEC 7812-1): from the right,
 * every second digit is doubled, and the sum of all digits ends in 0. One number in ten passes by chance.
 * @param number  ASCII digits only
 */
export function hasCardCheckDigit(number: string): boolean {
  const sum = [...number].reverse().reduce((total, character, index) => {
    const digit = Number(character) * (index % 2 === 0 ? 1 : 2);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}
