import { createHash } from 'node:crypto';

import {
  Kind,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';

import { enforceOperationLimits } from '../limits/enforce-operation-limits.js';
import { validationErrorsMax, type OperationLimits } from '../limits/operation-limits.js';
import { parseOperation } from '../limits/parse-operation.js';
import { RefusedOperation } from '../limits/refused-operation.js';

/** All that is derived from one operation text, once: it parsed, keeps the limits and is valid. */
export interface OperationEntry {
  readonly text: string;
  /** SHA-256 of the text, hex. */
  readonly hash: string;
  readonly document: DocumentNode;
  readonly operations: readonly OperationDefinitionNode[];
}

export interface OperationEntriesOptions {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  /** Memory for entries, bytes, estimated. */
  readonly bytesMax: number;
}

/**
 * Operation texts to entries, the recent ones from memory. Refused texts are not remembered: they
 * are cheap to refuse again, and remembering them would let anyone push out what is in use.
 */
export function operationEntries({ schema, limits, bytesMax }: OperationEntriesOptions) {
  const recent = new LRUCache<string, OperationEntry>({
    maxSize: bytesMax,
    sizeCalculation: estimateBytes,
  });
  return (text: string): OperationEntry => {
    const known = recent.get(text);
    if (known) return known;
    const entry = makeEntry(text, schema, limits);
    recent.set(text, entry);
    return entry;
  };
}

function makeEntry(text: string, schema: GraphQLSchema, limits: OperationLimits): OperationEntry {
  const document = parseOperation(text, limits);
  enforceOperationLimits(document, limits);
  const errors = validate(schema, document, undefined, { maxErrors: validationErrorsMax });
  if (errors.length > 0) {
    // One more says that counting was stopped; it tells a client nothing.
    const shown = errors.slice(0, validationErrorsMax);
    throw new RefusedOperation('GRAPHQL_VALIDATION_FAILED', shown);
  }
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return { text, hash: createHash('sha256').update(text).digest('hex'), document, operations };
}

// Measured on Node 20: a document with its places takes 80 to 230 bytes per character of its text.
const bytesPerCharacter = 230;

const estimateBytes = ({ text }: OperationEntry): number => 1_000 + text.length * bytesPerCharacter;
