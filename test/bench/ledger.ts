import { blueprint as funds, verifyLedger } from '@linju/funds';
import {
  newUlidId,
  officerOf,
  openDatabase,
  systemClock,
  type Database,
  type SubgraphDoor,
} from '@linju/kit';
import { graphql } from 'graphql';
import postgres from 'postgres';

import type { Store } from '../../cli/wire/store.js';
import { makeDataDirectory } from '../support/data-directory.js';
import { openSeededStore } from '../support/open-seeded-store.js';

const writers = 16;
const secondsPerRound = Number(process.env['LINJU_BENCH_SECONDS'] ?? 8);
const officer = officerOf('990101');

/**
 * Posts transfers through the graph's own mutation as fast as 16 writers can, on a server that forces
 * every commit to disk: into one fund (one hash chain, one balance), into 16 funds, and in sets of 100.
 * The floor of cost is the plainest write there is: one row, one commit, by the same driver.
 */
export async function benchLedger(): Promise<void> {
  await using data = await makeDataDirectory();
  await using store = await openSeededStore(data.path);
  console.log(`${writers} writers, ${secondsPerRound} s a round, every commit forced to disk\n`);
  for (const poolSizeMax of [4, writers]) await benchPool(store, poolSizeMax);
}

async function benchPool(store: Store, poolSizeMax: number): Promise<void> {
  const database = openDatabase({
    url: store.roleUrl('funds'),
    schema: 'funds',
    refusals: funds.refusals,
    poolSizeMax,
    waitMs: 30_000,
  });
  const door = funds.createSubgraph({ database, clock: systemClock, newId: newUlidId });
  const fundIds = await openFunds(door, poolSizeMax);
  console.log(`${poolSizeMax} connections`);
  const floor = await plainInserts(store, poolSizeMax);
  report('one row, one commit (the floor)', floor, floor);
  report('one fund, sets of 1', await posting(door, [fundIds[0] ?? ''], 1), floor);
  report('16 funds, sets of 1', await posting(door, fundIds, 1), floor);
  report('16 funds, sets of 100', await posting(door, fundIds, 100), floor);
  await checkBooks(database);
  await door.close();
}

function report(what: string, perSecond: number, floor: number): void {
  const ratio = (perSecond / floor).toFixed(2);
  console.log(
    `  ${what.padEnd(34)} ${perSecond.toFixed(0).padStart(7)} /s   × ${ratio} of the floor`,
  );
}

async function checkBooks(database: Database): Promise<void> {
  const { transfers, faults } = await verifyLedger(database);
  console.log(
    `  the ledger ${faults.length === 0 ? 'holds' : 'DOES NOT HOLD'}: ${transfers} transfers\n`,
  );
}

async function openFunds(door: SubgraphDoor, round: number): Promise<readonly string[]> {
  return Promise.all(
    Array.from({ length: writers }, async (_, index) => {
      const { openFund } = await mutate(door, openFundMutation, {
        idempotencyKey: `fund ${round} ${index}`,
        name: `示例基金 ${round} ${index}`,
        kind: 'COMMUNITY_CHARITY_FUND',
        districtCode: '990101',
        purposes: ['HARDSHIP_RELIEF'],
      });
      const id = openFund?.fund?.id;
      if (!id) throw new Error(`no fund: ${JSON.stringify(openFund)}`);
      await mutate(door, moveFundMutation, {
        idempotencyKey: `open ${id}`,
        fundId: id,
        to: 'OPEN',
      });
      return id;
    }),
  );
}

const openFundMutation = `mutation ($input: OpenFundInput!) {
  openFund(input: $input) { fund { id } userErrors { field message code } } }`;
const moveFundMutation = `mutation ($input: MoveFundInput!) {
  moveFund(input: $input) { fund { id } userErrors { field message code } } }`;
const postMutation = `mutation ($input: PostTransfersInput!) {
  postTransfers(input: $input) { userErrors { field message code } } }`;

/** Transfers posted per second. */
async function posting(door: SubgraphDoor, fundIds: readonly string[], linesPerSet: number) {
  const done = await everyWriter(async (writer, count) => {
    const fundId = fundIds[writer % fundIds.length];
    const { postTransfers } = await mutate(door, postMutation, {
      idempotencyKey: `${fundIds.length} ${linesPerSet} ${fundId} ${writer} ${count}`,
      districtCode: '990101',
      lines: Array.from({ length: linesPerSet }, () => ({
        fromAccount: 'WORLD:PUBLIC',
        toAccount: `FUND:${fundId}:CASH`,
        amountFen: '100',
        code: 'DONATION',
        channel: 'DIRECTED',
      })),
    });
    const [refusal] = postTransfers?.userErrors ?? [];
    if (refusal) throw new Error(refusal.message);
  });
  return done * linesPerSet;
}

async function plainInserts(store: Store, connections: number): Promise<number> {
  const sql = postgres(store.adminUrl, { max: connections, onnotice: () => {} });
  await sql`create table if not exists bench_floor (id bigint generated always as identity, amount bigint)`;
  const perSecond = await everyWriter(() => sql`insert into bench_floor (amount) values (100)`);
  await sql.end();
  return perSecond;
}

/** How often per second all writers together did the work, one after the other each. */
async function everyWriter(
  work: (writer: number, count: number) => Promise<unknown>,
): Promise<number> {
  const endAt = performance.now() + secondsPerRound * 1_000;
  const startedAt = performance.now();
  const counts = await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      let count = 0;
      while (performance.now() < endAt) {
        await work(writer, count);
        count += 1;
      }
      return count;
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

interface MutationAnswer {
  readonly [mutation: string]:
    | {
        readonly fund?: { readonly id: string } | null;
        readonly userErrors: readonly { message: string }[];
      }
    | undefined;
}

async function mutate(door: SubgraphDoor, source: string, input: object): Promise<MutationAnswer> {
  const { data, errors } = await graphql({
    schema: door.schema,
    source,
    variableValues: { input },
    contextValue: door.openContext({ viewer: officer, requestId: 'bench' }),
  });
  if (errors?.[0]) throw errors[0];
  return data as unknown as MutationAnswer;
}
