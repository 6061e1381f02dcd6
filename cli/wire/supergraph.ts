import { readFile } from 'node:fs/promises';

import { packageFile } from '@linju/kit';

/** The committed supergraph; a test holds it equal to what the subgraphs say. */
export const supergraphFile = packageFile(
  import.meta.resolve('@linju/schema'),
  'supergraph.graphql',
);

/** @throws Error that says how to make the file when it is missing */
export async function readSupergraph(): Promise<string> {
  try {
    return await readFile(supergraphFile, 'utf8');
  } catch (error) {
    throw new Error('schema/supergraph.graphql is missing. `npm run schema` writes it.', {
      cause: error,
    });
  }
}
