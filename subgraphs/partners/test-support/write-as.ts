import type { SubgraphDoor, Viewer } from '@linju/kit';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';

/** What a mutation answers: the record under its own name, and the refusals. */
export interface Written {
  /** The record's fields as selected; null when the write was refused. */
  readonly record: Readonly<Record<string, unknown>> | null;
  /** `CODE field` of each refusal. */
  readonly refusals: readonly string[];
}

/** The record that each mutation answers with. */
const recordOf: Readonly<Record<string, string>> = {
  openPartnerScheme: 'partnerScheme',
  registerPartner: 'partner',
  mergePartners: 'partner',
  verifyPartner: 'partner',
  applyForMembership: 'membership',
  moveMembership: 'membership',
  draftAgreement: 'agreement',
  moveAgreement: 'agreement',
  recordRevenueShareDue: 'revenueShareDue',
  addServiceOffering: 'serviceOffering',
  moveServiceOffering: 'serviceOffering',
  placeService: 'serviceAtPlace',
  raiseNeed: 'needItem',
  moveNeed: 'needItem',
  proposeMatch: 'needMatch',
  moveMatch: 'needMatch',
  addResource: 'resourceItem',
  startPartnerProject: 'partnerProject',
  movePartnerProject: 'partnerProject',
  planDistribution: 'distribution',
  moveDistribution: 'distribution',
  evaluateMembership: 'evaluation',
  grantAward: 'award',
};

/** Every mutation of the subgraph. */
export const mutations: readonly string[] = Object.keys(recordOf);

let keysUsed = 0;

/**
 * Sends one write through the graph, as a viewer; with a fresh idempotency key unless the input has one.
 * @param write the mutation, and in braces what to read of its record: `verifyPartner { lastVerifiedAt }`;
 *              the id alone without them
 * @throws Error with the messages of top-level errors
 */
export async function writeAs(
  door: SubgraphDoor,
  viewer: Viewer,
  write: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Written> {
  const [, mutation = '', selection = '{ id }'] = /^(\w+)\s*(\{[^]*\})?$/.exec(write.trim()) ?? [];
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await askSubgraph(
    door,
    `mutation ($input: ${type}!) {
      written: ${mutation}(input: $input) {
        record: ${recordOf[mutation]} ${selection} userErrors { code field }
      }
    }`,
    { input: { idempotencyKey: `test-${++keysUsed}`, ...input } },
    viewer,
  );
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return writtenOf(data?.['written'] as Payload);
}

interface Payload {
  readonly record: Written['record'];
  readonly userErrors: readonly { readonly code: string; readonly field: string | null }[];
}

const writtenOf = ({ record, userErrors }: Payload): Written => ({
  record,
  refusals: userErrors.map(({ code, field }) => (field === null ? code : `${code} ${field}`)),
});

/** The same for a write that must succeed. @returns the id of the record @throws Error with the refusals */
export async function writtenId(...write: Parameters<typeof writeAs>): Promise<string> {
  const { record, refusals } = await writeAs(...write);
  if (record === null) throw new Error(`${write[2]} was refused: ${refusals.join(', ')}`);
  return String(record['id']);
}
