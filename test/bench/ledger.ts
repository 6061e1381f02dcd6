import { randomUUID } from 'node:crypto';

import { blueprint as funds, verifyLedger } from '@linju/funds';
import { invariant, newUlidId, officerOf, systemClock, type SubgraphDoor } from '@linju/kit';

import { openSubgraphDatabase } from '../../cli/wire/prepare-store.js';
import { askSubgraph } from '../support/ask-subgraph.js';
import { makeDataDirectory } from '../support/data-directory.js';
import { openSeededStore } from '../support/open-seeded-store.js';
import { quantilesOf } from './quantiles-of.js';

const writers = 16;
const warmUpMs = 2_000;
const measuredMs = 10_000;
const districtCode = '430202';

/**
 * Posted transfers per second through the subgraph's own door (no HTTP, no gateway), on an embedded
 * server that is as durable as the product's. Ends with the ledger verified.
 */
export async function benchLedger(): Promise<void> {
  await using data = await makeDataDirectory();
  await using store = await openSeededStore(data.path);
  const database = openSubgraphDatabase(store, funds);
  const door = funds.createSubgraph({ database, clock: systemClock, newId: newUlidId });
  console.log(`writers   ${writers}, ${measuredMs / 1000} s each after ${warmUpMs / 1000} s\n`);

  const hot = [await openFund(door, 0)];
  const own = await Promise.all(
    Array.from({ length: writers }, (_, writer) => openFund(door, writer + 1)),
  );
  await measure(door, { title: 'one fund, 1 transfer a set', fundIds: hot, linesPerSet: 1 });
  await measure(door, { title: '16 funds, 1 transfer a set', fundIds: own, linesPerSet: 1 });
  await measure(door, { title: '16 funds, 20 transfers a set', fundIds: own, linesPerSet: 20 });

  const report = await verifyLedger(database);
  console.log(
    `\nverified  ${report.transfers} transfers in ${report.sets} sets, ${report.faults.length} faults`,
  );
  invariant(report.faults.length === 0, 'The ledger does not hold after the bench.');
  await door.close();
}

interface Scenario {
  readonly title: string;
  /** Writers take them in turn. */
  readonly fundIds: readonly string[];
  readonly linesPerSet: number;
}

async function measure(door: SubgraphDoor, scenario: Scenario): Promise<void> {
  const { title, fundIds, linesPerSet } = scenario;
  const startAt = performance.now() + warmUpMs;
  const tookMs: number[] = [];
  const write = async (_: unknown, writer: number): Promise<void> => {
    const fundId = fundIds[writer % fundIds.length] ?? '';
    for (;;) {
      const beganAt = performance.now();
      if (beganAt > startAt + measuredMs) return;
      await post(door, fundId, linesPerSet);
      if (beganAt >= startAt) tookMs.push(performance.now() - beganAt);
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  const perSecond = (tookMs.length * linesPerSet) / (measuredMs / 1000);
  console.log(
    `${title.padEnd(30)} ${perSecond.toFixed(0).padStart(6)} transfers/s   ${quantilesOf(tookMs)}`,
  );
}

async function openFund(door: SubgraphDoor, number: number): Promise<string> {
  const input = {
    idempotencyKey: randomUUID(),
    name: `示例基金${number}`,
    kind: 'COMMUNITY_CHARITY_FUND',
    districtCode,
    purposes: ['HARDSHIP_RELIEF'],
  };
  const opened = await write(door, 'openFund', { wanted: 'fund { id }', input });
  const { id } = opened['fund'] as { readonly id: string };
  const move = { idempotencyKey: randomUUID(), fundId: id, to: 'OPEN' };
  await write(door, 'moveFund', { wanted: 'fund { id }', input: move });
  return id;
}

async function post(door: SubgraphDoor, fundId: string, linesPerSet: number): Promise<void> {
  const line = {
    fromAccount: 'WORLD:PUBLIC',
    toAccount: `FUND:${fundId}:CASH`,
    amountFen: '100',
    code: 'DONATION',
  };
  const lines = Array.from({ length: linesPerSet }, () => line);
  const input = { idempotencyKey: randomUUID(), districtCode, lines };
  await write(door, 'postTransfers', { wanted: 'setId', input });
}

async function write(
  door: SubgraphDoor,
  mutation: string,
  { wanted, input }: { readonly wanted: string; readonly input: object },
): Promise<Readonly<Record<string, unknown>>> {
  const inputType = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${inputType}!) {
    ${mutation}(input: $input) { ${wanted} userErrors { field code message } } }`;
  const { data, errors } = await askSubgraph(door, document, { input }, officerOf(districtCode));
  const payload = data?.[mutation] as Readonly<Record<string, unknown>> | undefined;
  const refused = errors ?? (payload?.['userErrors'] as readonly unknown[] | undefined) ?? [];
  invariant(refused.length === 0, `${mutation} was refused: ${JSON.stringify(refused)}`);
  return payload ?? {};
}
