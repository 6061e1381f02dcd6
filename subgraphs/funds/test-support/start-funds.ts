import {
  newUlidId,
  officerOf,
  migrate,
  systemClock,
  systemViewer,
  type Clock,
  type CommandParts,
  type Statement,
  type Viewer,
} from '@linju/kit';
import type { ExecutionResult } from 'graphql';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import {
  startTestSubgraph,
  type TestSubgraph,
  type TestSubgraphOptions,
} from '../../../test/support/test-database.js';
import { moveFund } from '../commands/move-fund.js';
import { openFund } from '../commands/open-fund.js';
import { postTransfers } from '../commands/post-transfers.js';
import { blueprint } from '../index.js';
import type { TransferLineInput } from '../schema/post-transfers-input.js';
import { sharedTables } from '../tables/shared-tables.js';

/** Two districts of the made-up Sample City, and the officer of the first. */
export const district = '990101';
export const otherDistrict = '990102';
export const officer = officerOf(district);

/** The funds subgraph on a database of its own, with the districts of Sample City fully covered. */
export interface TestFunds extends TestSubgraph {
  parts(viewer?: Viewer): CommandParts;
  ask(
    source: string,
    variables?: Record<string, unknown>,
    viewer?: Viewer,
  ): Promise<ExecutionResult>;
  /** One SQL text as linju itself; gives the rows' values. */
  sql(text: string): Promise<readonly (readonly unknown[])[]>;
  /** One SQL text as the owner of the tables, past every grant and policy. */
  tamper(sql: string): Promise<void>;
  /** Opens a fund and launches it; gives its id. */
  newFund(options?: {
    readonly districtCode?: string;
    readonly state?: 'PREPARING' | 'OPEN';
  }): Promise<string>;
  /** Posts lines as the officer of the district; gives the ids. */
  post(lines: readonly TransferLineInput[], options?: PostOptions): Promise<readonly string[]>;
}

export interface PostOptions {
  readonly key?: string;
  readonly state?: 'POSTED' | 'PENDING';
  readonly viewer?: Viewer;
}

export async function startFunds(
  options: TestSubgraphOptions & { readonly clock?: Clock } = {},
): Promise<TestFunds> {
  const subgraph = await startTestSubgraph(blueprint, options);
  const clock = options.clock ?? systemClock;
  const parts = (viewer: Viewer = officer): CommandParts => ({
    database: subgraph.database,
    tables: sharedTables,
    viewer,
    clock,
    newId: newUlidId,
  });
  await coverSampleCity(subgraph);
  const post: TestFunds['post'] = async (
    lines,
    { key = newKey(), state = 'POSTED', viewer } = {},
  ) => {
    const input = { idempotencyKey: key, districtCode: district, state, lines: [...lines] };
    return (await postTransfers(parts(viewer), input)).ids;
  };
  return {
    ...subgraph,
    [Symbol.asyncDispose]: () => subgraph[Symbol.asyncDispose](),
    parts,
    ask: (source, variables = {}, viewer = officer) =>
      askSubgraph(subgraph.door, source, variables, viewer),
    sql: (text) => askAsSystem(subgraph, text),
    tamper: (sql) => changeAsOwner(subgraph, sql),
    newFund: async ({ districtCode = district, state = 'OPEN' } = {}) => {
      const own = parts(officerOf(districtCode));
      const { id } = await openFund(own, { ...newFundInput(), districtCode });
      if (state === 'OPEN')
        await moveFund(own, { idempotencyKey: newKey(), fundId: id, to: 'OPEN' });
      return id;
    },
    post,
  };
}

let count = 0;

/** A key that was not used before. */
export const newKey = (): string => `key-${process.pid}-${(count += 1)}`;

/** What a fund is opened with, unless a test says otherwise. */
export const newFundInput = () => ({
  idempotencyKey: newKey(),
  name: `示例基金${(count += 1)}`,
  kind: 'COMMUNITY_CHARITY_FUND' as const,
  districtCode: district,
  initiatedAt: '2020',
  purposes: ['HARDSHIP_RELIEF'],
});

/** Money given by the public. */
export const donation = (fundId: string, amountFen: bigint): TransferLineInput => ({
  fromAccount: 'WORLD:PUBLIC',
  toAccount: `FUND:${fundId}:CASH`,
  amountFen,
  code: 'DONATION',
});

/** Money spent on an event. */
export const expense = (fundId: string, amountFen: bigint): TransferLineInput => ({
  fromAccount: `FUND:${fundId}:CASH`,
  toAccount: 'USE:EVENT',
  amountFen,
  code: 'EXPENDITURE',
});

async function coverSampleCity({ database }: TestSubgraph): Promise<void> {
  await database.write(systemViewer, { repeatable: true }, (tx) =>
    tx.db.insert(sharedTables.coverage).values(
      [district, otherDistrict].flatMap((districtCode) =>
        ['Transfer inflow', 'Transfer outflow'].map((recordKind) => ({
          districtCode,
          recordKind,
          coverage: 'FULL' as const,
        })),
      ),
    ),
  );
}

async function askAsSystem(
  { database }: TestSubgraph,
  text: string,
): Promise<readonly (readonly unknown[])[]> {
  return database.write(systemViewer, { repeatable: false }, (tx) =>
    tx.rows(textStatement(text), {}),
  );
}

/** A statement of plain SQL without parameters; rows are arrays. */
export const textStatement = (text: string): Statement<readonly unknown[]> => ({
  text,
  parameters: () => [],
  decode: (row) => row,
});

// A migration runs as the owner of the tables. It, too, is bound by row policies until it lifts them.
async function changeAsOwner({ testDatabase }: TestSubgraph, sql: string): Promise<void> {
  const tables = [...new Set(sql.match(/funds\.\w+/g))];
  const lifted = tables.map((table) => `alter table ${table} no force row level security;`);
  await migrate({
    adminUrl: testDatabase.adminUrl,
    schema: 'funds',
    migrations: [
      {
        number: 9_000 + (count += 1),
        name: `tampering_${count}`,
        sql: `${lifted.join('')} ${sql}`,
      },
    ],
    rolePassword: 'test',
  });
}
