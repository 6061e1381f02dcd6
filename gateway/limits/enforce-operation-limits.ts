import { Kind, visit, type DocumentNode } from 'graphql';

import { requireText } from './exact-text.js';
import { measureOperations, type OperationShape } from './measure-operation.js';
import type { OperationLimits } from './operation-limits.js';
import { OverLimit } from './over-limit.js';

/**
 * Refuses a document of which any operation is too large, before validation and planning see it.
 * @throws OverLimit naming the first limit that is passed
 * @throws RefusedOperation for fragments in a circle
 * @throws Refusal BAD_ENCODING for a NUL in a string
 */
export function enforceOperationLimits(document: DocumentNode, limits: OperationLimits): void {
  const shapes = measureOperations(document);
  requireWithin('operations', 'operations', shapes.length, limits.operationsMax);
  for (const shape of shapes) enforceShape(shape, limits);
  enforceLiterals(document, limits.inputDepthMax);
}

function enforceShape(shape: OperationShape, limits: OperationLimits): void {
  requireWithin('depth', 'levels of fields', shape.depth, limits.depthMax);
  requireWithin(
    'selections',
    'fields, fragments written out',
    shape.selections,
    limits.selectionsMax,
  );
  requireWithin('aliases', 'aliases', shape.aliases, limits.aliasesMax);
  requireWithin('directives', 'directives', shape.directives, limits.directivesMax);
  requireWithin('rootFields', 'fields at the root', shape.breadth, limits.rootFieldsMax);
  requireWithin(
    'introspections',
    'fields that ask for the schema',
    shape.introspections,
    limits.introspectionsMax,
  );
}

// visit() walks with a stack of its own, so depth cannot overflow ours.
function enforceLiterals(document: DocumentNode, inputDepthMax: number): void {
  let depth = 0;
  const enter = () => {
    depth += 1;
    requireWithin('inputDepth', 'levels of input', depth, inputDepthMax);
  };
  const leave = () => {
    depth -= 1;
  };
  visit(document, {
    [Kind.LIST]: { enter, leave },
    [Kind.OBJECT]: { enter, leave },
    [Kind.STRING]: (node) => requireText(node.value, 'A string in the query'),
  });
}

function requireWithin(limit: string, counted: string, actual: number, allowed: number): void {
  if (actual > allowed) throw new OverLimit({ limit, counted, actual, allowed });
}
