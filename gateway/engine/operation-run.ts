import type { FaultCode } from '@linju/kit';

import type { AnswerBudget } from './answer-budget.js';
import type { OperationEntry } from './operation-entry.js';
import type { OperationScope } from './transport/transport.js';

/** Part of an answer that a subgraph did not give. */
export interface MissingPart {
  readonly subgraph: string;
  readonly code: FaultCode;
  /** Response keys from the root, joined by dots, without list positions: `district.partners`. */
  readonly paths: readonly string[];
}

/** One operation being executed. */
export interface OperationRun {
  readonly entry: OperationEntry;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly scope: OperationScope;
  /** What the subgraphs may still answer; drawn on while it runs. */
  readonly budget: AnswerBudget;
  /** Filled while it runs. */
  readonly missing: MissingPart[];
}
