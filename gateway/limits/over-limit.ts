import { Refusal } from '@linju/kit';

export interface OverLimitDetails {
  /** What was counted, as a person says it: `levels deep`, `tokens`. */
  readonly counted: string;
  /** The limit's name: `depth`. */
  readonly limit: string;
  readonly allowed: number;
  /** The operation's own number; null where counting stopped at the limit. */
  readonly actual: number | null;
}

/** An operation that is too large to run. The client sees which limit, its value and its own number. */
export class OverLimit extends Refusal {
  constructor(readonly details: OverLimitDetails) {
    super('LIMIT_EXCEEDED', { message: sentence(details) });
  }
}

function sentence({ counted, limit, allowed, actual }: OverLimitDetails): string {
  const found = actual === null ? `more than ${allowed}` : numberText(actual);
  return `The operation has ${found} ${counted}; the limit (${limit}) is ${allowed}. Ask for less at once, or split it.`;
}

const numberText = (count: number): string =>
  count >= countMax ? `more than ${countMax}` : `${count}`;

/** Counting stops here: no count can run over, however often fragments double. */
export const countMax = 1_000_000_000;
