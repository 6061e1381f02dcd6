import { checkSchema as driftOf, describeDrift } from '@linju/schema';

import { schemaFolder } from '../commands/schema.js';
import { blueprints } from '../wire/subgraphs.js';
import { ok, wrong, type Finding } from './finding.js';

/** The committed supergraph is what these subgraphs say. */
export async function checkSchema(): Promise<Finding> {
  const drifts = await driftOf(blueprints, schemaFolder);
  const [first] = drifts;
  if (!first) return ok('schema', 'the supergraph is what the subgraphs say');
  return wrong('schema', describeDrift(first), 'Run `npm run schema`, then start again.');
}
