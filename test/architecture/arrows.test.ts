import { expect, test } from 'vitest';

import { placeOf, refusedArrow } from './arrows.js';

const refused = (from: string, to: string) => refusedArrow(placeOf(from), placeOf(to));

test.each([
  ['cli/wire/subgraphs.ts', 'subgraphs/funds/index.ts'],
  ['test/questions/q02/question.test.ts', 'gateway/engine/run/run.ts'],
  ['subgraphs/funds/index.ts', 'subgraphs/funds/seed/golden.ts'],
  ['subgraphs/funds/resolvers/fund-resolver.ts', 'subgraphs/funds/metrics/self-generation.ts'],
  ['subgraphs/funds/commands/post-transfer.ts', 'subgraphs/funds/commands/ledger.ts'],
  ['subgraphs/funds/loaders/fund-by-id.ts', 'kit/index.ts'],
  ['gateway/handle-request.ts', 'gateway/engine/engine.ts'],
  ['gateway/answer/errors.ts', 'gateway/telemetry/log.ts'],
  ['gateway/config.ts', 'gateway/limits/operation-limits.ts'],
  ['kit/graph/connection.ts', 'kit/data/page.ts'],
])('%s may import %s', (from, to) => expect(refused(from, to)).toBeNull());

test.each([
  ['kit/data/database.ts', 'gateway/index.ts'],
  ['gateway/index.ts', 'subgraphs/funds/index.ts'],
  ['schema/emit.ts', 'subgraphs/funds/index.ts'],
  ['subgraphs/funds/index.ts', 'subgraphs/partners/index.ts'],
  ['clients/playground/main.tsx', 'kit/index.ts'],
  ['subgraphs/funds/rules/transfer-states.ts', 'subgraphs/funds/tables/transfer-table.ts'],
  ['subgraphs/funds/loaders/fund-by-id.ts', 'subgraphs/funds/commands/post-transfer.ts'],
  ['subgraphs/funds/commands/post-transfer.ts', 'subgraphs/funds/schema/fund.ts'],
  ['subgraphs/funds/resolvers/fund-resolver.ts', 'subgraphs/funds/tables/fund-table.ts'],
  ['subgraphs/funds/rules/fund-states.ts', 'subgraphs/funds/index.ts'],
  ['gateway/access/viewer.ts', 'gateway/engine/engine.ts'],
  ['gateway/telemetry/log.ts', 'gateway/http/server.ts'],
  ['gateway/engine/transport/http.ts', 'gateway/config.ts'],
])('%s may not import %s', (from, to) => expect(refused(from, to)).toMatch(/may import/));

test('a command may know the type of its input, and run nothing of the schema', () => {
  const command = placeOf('subgraphs/funds/commands/post-transfer.ts');
  expect(refusedArrow(command, placeOf('subgraphs/funds/schema/fund.ts'), true)).toBeNull();
  expect(
    refusedArrow(command, placeOf('subgraphs/partners/schema/partner.ts'), true),
  ).not.toBeNull();
});
