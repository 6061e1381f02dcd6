import type { Viewer } from '@linju/kit';

import { newKey, officer, type TestFunds } from './start-funds.js';

/** What a mutation answers: the record under its own name, and the refusals. */
export interface Written {
  readonly record: Readonly<Record<string, unknown>> | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string | null }[];
}

const recordOf: Readonly<Record<string, string>> = {
  openFund: 'fund',
  moveFund: 'fund',
  assessFund: 'fund',
  openPledge: 'pledge',
  movePledge: 'pledge',
  openGrant: 'grant',
  moveGrant: 'grant',
  moveMilestone: 'grant',
  recordBudgetLine: 'budgetLine',
  scheduleDisclosure: 'disclosure',
  publishDisclosure: 'disclosure',
  correctDisclosure: 'disclosure',
};

/**
 * Sends one write through the graph, as the officer unless said, under a fresh key unless the input has one.
 * @param select what to read of the record
 * @throws Error with the message of a top-level error
 */
export async function writeAs(
  funds: TestFunds,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
  { select = 'id', viewer = officer }: { readonly select?: string; readonly viewer?: Viewer } = {},
): Promise<Written> {
  const record = recordOf[mutation] ?? '';
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await funds.ask(
    `mutation ($input: ${type}!) {
      ${mutation}(input: $input) { ${record} { ${select} } userErrors { code field } }
    }`,
    { input: { idempotencyKey: newKey(), ...input } },
    viewer,
  );
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  const answer = data?.[mutation] as Readonly<Record<string, unknown>>;
  return { record: answer[record], userErrors: answer['userErrors'] } as Written;
}
