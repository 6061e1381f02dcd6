import { Column, is, type SQLWrapper } from 'drizzle-orm';

/** One part of a list's order: a non-null expression and its Postgres type. */
export interface OrderPart {
  readonly by: SQLWrapper;
  /** text, int, bigint, numeric, date or timestamptz. */
  readonly type: string;
}

/** Whether a text is how our own connections write a value of some type, and so a value at all. */
export type OrderForm = (text: string) => boolean;

/**
 * How the values of an order part are written. A cursor comes back from outside: what Postgres would
 * read all the same (`now`, `infinity`, `yesterday`) is no place that a page of ours ended at.
 * @throws Error for a type without a form here, when the list is built
 */
export function formOf({ by, type }: OrderPart): OrderForm {
  const form = forms.get(type);
  if (!form)
    throw new Error(`A list cannot be ordered by ${type}: kit/data/order-forms.ts lacks it.`);
  // A stored instant is finite; an expression may put what has none before all others.
  if (type !== 'timestamptz' || is(by, Column)) return form;
  return (text) => text === '-infinity' || form(text);
}

const forms: ReadonlyMap<string, OrderForm> = new Map([
  ['text', () => true],
  ['int', (text: string) => isWhole(text, 32)],
  ['bigint', (text: string) => isWhole(text, 64)],
  ['numeric', (text: string) => /^-?\d{1,30}(\.\d{1,30})?$/.test(text)],
  ['date', (text: string) => isDay(text) && isMoment(`${text}T00:00:00`)],
  [
    'timestamptz',
    (text: string) => isInstant.test(text) && isMoment(text.slice(0, 19).replace(' ', 'T')),
  ],
]);

const isWhole = (text: string, bits: number): boolean =>
  /^(0|-?[1-9]\d{0,18})$/.test(text) && BigInt.asIntN(bits, BigInt(text)) === BigInt(text);

// Postgres knows no year 0.
const isDay = (text: string): boolean => /^(?!0000)\d{4}-\d\d-\d\d$/.test(text);
const isInstant = /^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;

/** Whether it is in the calendar: 30 February would come back as another day. */
function isMoment(text: string): boolean {
  const moment = new Date(`${text}Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
