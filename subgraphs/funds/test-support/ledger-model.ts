import type { TransferLineInput } from '../schema/post-transfers-input.js';
import type { Counters } from './ledger-invariants.js';

/** A set as the model remembers it. */
export interface ModelSet {
  readonly key: string;
  /** Fen; above 0 came in, below 0 left. */
  readonly amountFen: bigint;
  state: 'PENDING' | 'POSTED' | 'GONE' | 'CORRECTED';
  setId: string;
  transferId: string;
}

/**
 * The simplest ledger there is: a list of sets, and the balance added up from it. What the real one
 * does is held against it.
 */
export class LedgerModel {
  readonly sets: ModelSet[] = [];
  state: 'OPEN' | 'SUSPENDED' = 'OPEN';

  constructor(readonly fundId: string) {}

  get counters(): Counters {
    const sum = (counted: (set: ModelSet) => bigint): bigint =>
      this.sets.reduce((total, set) => total + counted(set), 0n);
    const [comesIn, leaves] = [
      (set: ModelSet) => (set.amountFen > 0n ? set.amountFen : 0n),
      (set: ModelSet) => (set.amountFen < 0n ? -set.amountFen : 0n),
    ];
    const isPosted = ({ state }: ModelSet): boolean => state === 'POSTED' || state === 'CORRECTED';
    // A correction does not undo the counters of what it takes back: it moves the money the other way.
    const corrected = (set: ModelSet, amount: (one: ModelSet) => bigint): bigint =>
      set.state === 'CORRECTED' ? amount(set) : 0n;
    return {
      postedIn: sum((set) => (isPosted(set) ? comesIn(set) : 0n) + corrected(set, leaves)),
      postedOut: sum((set) => (isPosted(set) ? leaves(set) : 0n) + corrected(set, comesIn)),
      pendingIn: sum((set) => (set.state === 'PENDING' ? comesIn(set) : 0n)),
      pendingOut: sum((set) => (set.state === 'PENDING' ? leaves(set) : 0n)),
    };
  }

  get availableFen(): bigint {
    const { postedIn, postedOut, pendingOut } = this.counters;
    return postedIn - postedOut - pendingOut;
  }

  /** Whether money may move so: the fund is open, and what leaves is there. */
  allows(amountFen: bigint): boolean {
    return this.state === 'OPEN' && (amountFen > 0n || -amountFen <= this.availableFen);
  }

  lineOf(amountFen: bigint): TransferLineInput {
    const cash = `FUND:${this.fundId}:CASH`;
    return amountFen > 0n
      ? { fromAccount: 'WORLD:PUBLIC', toAccount: cash, amountFen, code: 'DONATION' }
      : { fromAccount: cash, toAccount: 'USE:EVENT', amountFen: -amountFen, code: 'EXPENDITURE' };
  }
}
