import { createHash } from 'node:crypto';

import {
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql';
import { LRUCache } from 'lru-cache';

import { enforceOperationLimits } from '../limits/enforce-operation-limits.js';
import type { OperationLimits } from '../limits/operation-limits.js';
import { parseOperation } from '../limits/parse-operation.js';
import { requireValid } from './require-valid.js';

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
  /** What must hold beside GraphQL's own rules. */
  readonly rules: readonly ValidationRule[];
  readonly limits: OperationLimits;
  /** Memory for entries, bytes, estimated. */
  readonly bytesMax: number;
}

/**
 * Operation texts to entries, the recent ones from memory. Refused texts are not remembered: they
 * are cheap to refuse again, and remembering them would let anyone push out what is in use.
 */
export function operationEntries(options: OperationEntriesOptions) {
  const recent = new LRUCache<string, OperationEntry>({
    maxSize: options.bytesMax,
    sizeCalculation: estimateBytes,
  });
  return (text: string): OperationEntry => {
    const known = recent.get(text);
    if (known) return known;
    const entry = makeEntry(text, options);
    recent.set(text, entry);
    return entry;
  };
}

function makeEntry(
  text: string,
  { schema, rules, limits }: OperationEntriesOptions,
): OperationEntry {
  const document = parseOperation(text, limits);
  enforceOperationLimits(document, limits);
  requireValid(document, { schema, rules });
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return { text, hash: createHash('sha256').update(text).digest('hex'), document, operations };
}

// Measured on Node 20: a document with its places takes 80 to 230 bytes per character of its text.
const bytesPerCharacter = 230;

const estimateBytes = ({ text }: OperationEntry): number => 1_000 + text.length * bytesPerCharacter;
