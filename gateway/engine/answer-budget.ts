import type { OperationLimits } from '../limits/operation-limits.js';
import { OverLimit } from '../limits/over-limit.js';

/**
 * What the subgraphs' answers to one operation may still hold, all of them together. Each subgraph
 * bounds its own part; this bounds the sum, and whatever a subgraph that knows no bounds sends.
 */
export class AnswerBudget {
  readonly #limits: Pick<OperationLimits, 'answerValuesMax' | 'answerBytesMax'>;
  #values = 0;
  #bytes = 0;

  constructor(limits: Pick<OperationLimits, 'answerValuesMax' | 'answerBytesMax'>) {
    this.#limits = limits;
  }

  /** Counts the name that a field has in the answer. @throws OverLimit */
  takeName(responseKey: string): void {
    this.#takeBytes(responseKey.length + quotesAndColon);
  }

  /** Counts the value of a field or an item of a list. @throws OverLimit */
  takeValue(value: unknown): void {
    this.#values += 1;
    const allowed = this.#limits.answerValuesMax;
    if (this.#values > allowed) throw overLimit('answerValues', 'values in its answer', allowed);
    this.#takeBytes(typeof value === 'string' ? Buffer.byteLength(value) : otherValueBytes);
  }

  #takeBytes(bytes: number): void {
    this.#bytes += bytes;
    const allowed = this.#limits.answerBytesMax;
    if (this.#bytes > allowed) throw overLimit('answerBytes', 'bytes in its answer', allowed);
  }
}

const quotesAndColon = 4;

// A number, a truth value, or the braces and commas of what holds others.
const otherValueBytes = 6;

const overLimit = (limit: string, counted: string, allowed: number): OverLimit =>
  new OverLimit({ limit, counted, actual: null, allowed });
