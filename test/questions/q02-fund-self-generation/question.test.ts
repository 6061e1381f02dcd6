import { analystOf, appOf, officerOf } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { startGraph, type TestGraph } from '../../support/start-graph.js';
import { expectedFund, expectedFindings, firstOf2025, lastDayCovered } from './expected.js';

// "How much of the 野鸭冲 community fund was given at the start and how much has it earned since, by
// channel?" One operation over the community, its fund, transfers, findings and the policy behind them.

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph();
});

afterAll(() => graph[Symbol.asyncDispose]());

const question = `query ($asOf: Instant!, $before: Instant!) {
  community(id: "community_seed_yeyachong") {
    name
    funds(first: 5) { nodes {
      id initiatedAt launchedOn founders { value qualifier unit }
      transfers(first: 10) { nodes { id phase channel amountFen donorVisibility donor { name } } }
      purposes { label { zh } } inflowChannels { label { zh } }
      selfGeneration(asOf: $asOf) { value numerator denominator qualifier reasonIfNull completeness { subgraph coverage } }
      strict: selfGeneration(asOf: $asOf, variant: STRICT) { value reasonIfNull }
      atLaunch: selfGeneration(asOf: $before) { value numerator denominator reasonIfNull }
      selfGeneratedPerDay(asOf: $asOf) { numerator denominator }
      inflowByChannel(asOf: $asOf) { parts { key numerator } }
      reportedFigures { key quantity { value qualifier unit } provenance { source { title } } }
      provenance { method source { id } }
    } }
  }
}`;

const variables = { asOf: lastDayCovered, before: '2024-07-04T00:00:00+08:00' };

test.each([
  ['anonymous', undefined],
  ['a partner app', appOf('partner_seed_lele')],
  ['an officer of 荷塘', officerOf('430202')],
  ['an analyst of 株洲', analystOf('430200')],
])('%s reads what the fund was given and what it has earned', async (_, viewer) => {
  const answer = await graph.ask(question, variables, viewer);
  expect(answer).toEqual({
    data: { community: { name: '野鸭冲社区', funds: { nodes: [expectedFund] } } },
  });
});

test('the guideline binds from 2025: before it no finding is in force, then the name is NOT_MET', async () => {
  const findings = `query ($asOf: Instant!) { fund(id: "fund_seed_yeyachong") {
    complianceFindings(asOf: $asOf) { rule result policy { id title effectiveFrom } } } }`;
  const before = await graph.ask(findings, { asOf: lastDayCovered });
  expect(before).toEqual({ data: { fund: { complianceFindings: [] } } });
  const after = await graph.ask(findings, { asOf: firstOf2025 });
  expect(after).toEqual({ data: { fund: { complianceFindings: expectedFindings } } });
});

test('the same asOf and knownAt give the same answer whatever was recorded since', async () => {
  const knownAt = new Date().toISOString();
  const ask = () =>
    graph.ask(
      `query ($asOf: Instant!, $knownAt: Instant!) { fund(id: "fund_seed_yeyachong") {
        selfGeneration(asOf: $asOf, knownAt: $knownAt) { numerator denominator } } }`,
      { asOf: lastDayCovered, knownAt },
    );
  const before = await ask();
  await new Promise((resolve) => setTimeout(resolve, 5));
  const posted = await graph.ask(
    `mutation { postTransfers(input: { idempotencyKey: "later", districtCode: "430202", lines: [{
        fromAccount: "WORLD:PUBLIC", toAccount: "FUND:fund_seed_yeyachong:CASH", amountFen: "100",
        code: DONATION, channel: DIRECTED }] }) { transfers { id } userErrors { field message code } } }`,
    {},
    officerOf('430202'),
  );
  expect(posted.errors).toBeUndefined();
  expect(posted.data.postTransfers.userErrors).toEqual([]);
  expect(await ask()).toEqual(before);
});
