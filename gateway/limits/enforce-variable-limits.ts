import { requireText } from './exact-text.js';
import type { OperationLimits } from './operation-limits.js';
import { OverLimit } from './over-limit.js';

/**
 * Refuses variables that are nested too deeply or hold text that cannot be kept. How many there are
 * is bounded by the size of the body.
 * @throws OverLimit, Refusal BAD_ENCODING
 */
export function enforceVariableLimits(
  variables: Readonly<Record<string, unknown>>,
  { inputDepthMax }: Pick<OperationLimits, 'inputDepthMax'>,
): void {
  // Level by level, not recursively: a body of 1 MB can be 500,000 levels deep.
  let level: unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > inputDepthMax + 1) throw tooDeep(inputDepthMax);
    level = level.flatMap(valuesWithin);
  }
}

function valuesWithin(value: unknown): unknown[] {
  if (typeof value === 'string') requireText(value, 'A variable');
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value as unknown[];
  for (const key of Object.keys(value)) requireText(key, 'A name in the variables');
  return Object.values(value);
}

const tooDeep = (inputDepthMax: number): OverLimit =>
  new OverLimit({
    limit: 'inputDepth',
    counted: 'levels of input',
    actual: null,
    allowed: inputDepthMax,
  });
