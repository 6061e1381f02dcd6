import type { FaultCode } from '@linju/kit';

/**
 * What a client reads of a fault. The sentences are ours: the words of whatever failed may hold
 * SQL, addresses or keys, and go to the log only.
 */
export const faultTexts: Readonly<Record<FaultCode, string>> = {
  DEADLINE_EXCEEDED:
    'A part of the answer did not come in time. Ask again, or for less at once; repeat a write with the same idempotencyKey.',
  INTERNAL:
    'Something went wrong in linju. The operator finds it in the log under this request id.',
  NOT_READY: 'linju is starting or stopping. Ask again in a moment.',
  STORAGE_FULL: 'The store is full, so nothing was written. Reads go on; tell the operator.',
  STORAGE_UNAVAILABLE:
    'A store does not answer. Ask again in a moment; repeat a write with the same idempotencyKey.',
  SUBGRAPH_BAD_ANSWER:
    'A part of linju gave an answer that cannot be right; it was left out. The operator finds it in the log under this request id.',
  SUBGRAPH_UNAVAILABLE:
    'A part of linju cannot be reached; what it knows is missing here. Ask again in a moment.',
};
