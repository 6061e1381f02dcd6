import { officerOf } from '@linju/kit';
import fc from 'fast-check';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openDoors } from '../../cli/wire/open-doors.js';
import type { Store } from '../../cli/wire/store.js';
import { blueprints } from '../../cli/wire/subgraphs.js';
import { askSubgraph } from '../support/ask-subgraph.js';
import { makeSeededDirectory, type DataDirectory } from '../support/data-directory.js';
import { expectEachOnce } from './expect-each-once.js';
import { openStoreIn } from '../support/open-seeded-store.js';
import { newFacility, registerFacility } from './register-facility.js';
import { startLoad } from './start-load.js';

const isLong = process.env['LINJU_TEST_LONG'] === '1';
const kills = isLong ? 200 : 10;
const seed = isLong ? Date.now() : 13;
let data: DataDirectory;
let store: Store;

beforeAll(async () => {
  data = await makeSeededDirectory();
  store = await openStoreIn(data.path);
});
afterAll(async () => {
  await store?.stop();
  await data?.[Symbol.asyncDispose]();
});

// Both cores have one process at a time, so that a kill falls into writes and not into loading.
test(
  'a process killed while it writes leaves each write whole or not at all; its key tells which',
  async () => {
    const moments = fc.sample(fc.record({ writes: fc.nat(10), thenMs: fc.nat(20) }), {
      numRuns: kills,
      seed,
    });
    console.log(`${kills} kills, seed ${seed}`);
    const begun: string[] = [];
    const acknowledged = new Map<string, string>();
    const nextMoment = moments.values();
    const killOneByOne = async (): Promise<void> => {
      for (const { writes, thenMs } of nextMoment) {
        await using load = await startLoad(store, { through: 'DOOR', readers: 0, writers: 4 });
        await load.untilStored(1 + writes);
        await wait(thenMs);
        await load.kill();
        begun.push(...load.begun());
        for (const [key, id] of load.stored()) acknowledged.set(key, id);
      }
    };
    await Promise.all([killOneByOne(), killOneByOne()]);

    const unsure = begun.filter((key) => !acknowledged.has(key));
    console.log(`${begun.length} writes begun, ${acknowledged.size} acknowledged`);
    expect(unsure.length).toBeGreaterThan(0);
    const again = await writeAgain(begun);
    expect([...acknowledged].filter(([key, id]) => again.get(key) !== id)).toEqual([]);
    await expectEachOnce(store.adminUrl, begun, again);
  },
  isLong ? 3_600_000 : 300_000,
);

/** Sends every write again under its key. @returns by key, the id that was answered */
async function writeAgain(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const doors = openDoors(store, blueprints);
  const [districts] = doors;
  if (!districts) throw new Error('There is no subgraph.');
  const ids = new Map<string, string>();
  for (const key of keys) {
    const input = newFacility(key);
    const { data } = await askSubgraph(districts, registerFacility, { input }, officerOf('430202'));
    ids.set(key, (data as unknown as Written).registerFacility.facility.id);
  }
  await Promise.all(doors.map((door) => door.close()));
  return ids;
}

interface Written {
  readonly registerFacility: { readonly facility: { readonly id: string } };
}
