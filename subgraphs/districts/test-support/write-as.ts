import type { SubgraphDoor, Viewer } from '@linju/kit';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';

/** What a mutation answers: the record under its own name, and the refusals. */
export interface Written {
  readonly userErrors: readonly { readonly code: string; readonly field: string | null }[];
  // The record's shape is the selection's, which the compiler does not know.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly [record: string]: any;
}

const record: Readonly<Record<string, string>> = {
  registerCommunity: 'community',
  mergeCommunities: 'community',
  registerEstate: 'estate',
  registerGrid: 'grid',
  registerFacility: 'facility',
  moveFacility: 'facility',
  mergeFacilities: 'facility',
  registerOrganisation: 'organisation',
  renameOrganisation: 'organisation',
  mergeOrganisations: 'organisation',
  registerPolicyInstrument: 'policyInstrument',
};

let keysUsed = 0;

/**
 * Sends one write through a door, as a viewer; with a fresh idempotency key unless the input has one.
 * @param select what to read of the record
 * @throws Error with the message of a top-level error
 */
export async function writeAs(
  { door, viewer }: { readonly door: SubgraphDoor; readonly viewer: Viewer },
  mutation: string,
  input: Readonly<Record<string, unknown>>,
  select = 'id',
): Promise<Written> {
  const type = mutation.startsWith('merge')
    ? 'MergeInput'
    : `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await askSubgraph(
    door,
    `mutation ($input: ${type}!) {
      ${mutation}(input: $input) { ${record[mutation]} { ${select} } userErrors { code field } }
    }`,
    { input: { idempotencyKey: `test-${++keysUsed}`, ...input } },
    viewer,
  );
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data?.[mutation] as Written;
}
