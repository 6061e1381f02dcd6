import { Refusal } from '@linju/kit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { verifyLedger } from '../loaders/verify-ledger.js';
import { requireSound } from '../test-support/ledger-invariants.js';
import {
  district,
  donation,
  expense,
  newKey,
  startFunds,
  type TestFunds,
} from '../test-support/start-funds.js';
import { correctTransfer } from './correct-transfer.js';
import { moveGrant } from './move-grant.js';
import { openGrant } from './open-grant.js';
import { postTransfers } from './post-transfers.js';
import { resolveTransfers } from './resolve-transfers.js';

const isLong = process.env['LINJU_TEST_LONG'] === '1';

let funds: TestFunds;
beforeAll(async () => {
  funds = await startFunds({ database: { poolSizeMax: 16, waitMs: 60_000, patienceMs: 60_000 } });
});
afterAll(async () => {
  await funds[Symbol.asyncDispose]();
});

const codeOf = (error: unknown): string => {
  if (error instanceof Refusal) return error.code;
  throw error;
};

const postOne = (key: string, line: ReturnType<typeof donation>) =>
  postTransfers(funds.parts(), { idempotencyKey: key, districtCode: district, lines: [line] });

/** Runs one task per worker at a time, as so many clients would. */
async function work(workers: number, tasks: readonly (() => Promise<unknown>)[]): Promise<void> {
  const queue = [...tasks];
  const worker = async (): Promise<void> => {
    for (let task = queue.pop(); task; task = queue.pop()) await task();
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

test('M2: many writers on few hot accounts: nothing drifts, nothing is lost, hardly anything is tried again', async () => {
  const [workers, sets, hot] = isLong ? [16, 2_000, 10] : [8, 320, 4];
  const ids = await Promise.all(Array.from({ length: hot }, () => funds.newFund()));
  // Ten transfers, each set over two funds, in no order: together with the next set it makes a circle.
  const lines = (index: number) =>
    Array.from({ length: 5 }, (_, line) => {
      const [from, to] = [ids[(index + line) % hot]!, ids[(index + line + 1) % hot]!];
      return [donation(from, 3n), donation(to, 4n)];
    })
      .flat()
      .map((line, position) => (position === 9 ? expense(ids[(index + 4) % hot]!, 2n) : line));
  funds.takeStatements();
  await work(
    workers,
    Array.from({ length: sets }, (_, index) => () => funds.post(lines(index))),
  );
  const attempts = funds.takeStatements().filter((text) => text.includes('new_set')).length;
  expect(attempts / sets).toBeLessThanOrEqual(1.1);
  const counters = await Promise.all(ids.map((id) => requireSound(funds, id)));
  const total = (pick: 'postedIn' | 'postedOut'): bigint =>
    counters.reduce((sum, counter) => sum + counter[pick], 0n);
  const expected = [5n * 3n + 4n * 4n, 2n].map((each) => each * BigInt(sets));
  expect([total('postedIn'), total('postedOut')]).toEqual(expected);
}, 3_600_000);

test('M4: fifty keys, each sent five times at once, post fifty transfers', async () => {
  const keys = isLong ? 1_000 : 50;
  const id = await funds.newFund();
  const answers = await Promise.all(
    Array.from({ length: keys }, async () => {
      const key = newKey();
      const five = await Promise.all(
        Array.from({ length: 5 }, () => postOne(key, donation(id, 1n))),
      );
      return new Set(five.map(({ setId }) => setId)).size;
    }),
  );
  expect(new Set(answers)).toEqual(new Set([1]));
  expect(await requireSound(funds, id)).toMatchObject({ postedIn: BigInt(keys) });
}, 600_000);

test('M4: a key with another body is refused, a refused write leaves its key free, and no key serves two callers', async () => {
  const id = await funds.newFund();
  const key = newKey();
  await expect(postOne(key, expense(id, 5n))).rejects.toMatchObject({ code: 'ACCOUNT_OVERDRAWN' });
  const first = await postOne(key, donation(id, 5n));
  expect(await postOne(key, donation(id, 5n))).toEqual(first);
  await expect(postOne(key, donation(id, 6n))).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
  const other = { ...funds.parts(), viewer: { ...funds.parts().viewer, id: 'another officer' } };
  const input = { idempotencyKey: key, districtCode: district, lines: [donation(id, 5n)] };
  expect(await postTransfers(other, input)).not.toEqual(first);
  expect(await requireSound(funds, id)).toMatchObject({ postedIn: 10n });
});

test('M4: a payment does not come again even when its key was forgotten', async () => {
  const id = await funds.newFund();
  const key = newKey();
  await postOne(key, donation(id, 5n));
  await funds.tamper(`delete from funds.idempotency where key = '${key}'`);
  await expect(postOne(key, donation(id, 5n))).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
});

test('M6: each of fifty transfers is taken back twice at once: fifty times it is done, fifty times refused', async () => {
  const count = isLong ? 500 : 50;
  const id = await funds.newFund();
  const posted = await Promise.all(
    Array.from({ length: count }, () => funds.post([donation(id, 7n)])),
  );
  const attempts = posted.flat().flatMap((transferId) => [transferId, transferId]);
  const outcomes = await Promise.all(
    attempts.map((transferId) =>
      correctTransfer(funds.parts(), {
        idempotencyKey: newKey(),
        transferId,
        correctionNote: '重复入账',
      })
        .then(() => 'done')
        .catch(codeOf),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(count);
  expect(outcomes.filter((outcome) => outcome === 'TRANSFER_ALREADY_CORRECTED')).toHaveLength(
    count,
  );
  const total = 7n * BigInt(count);
  expect(await requireSound(funds, id)).toMatchObject({ postedIn: total, postedOut: total });
}, 600_000);

test('M6: of two who resolve one set at once one is refused', async () => {
  const id = await funds.newFund();
  const input = { idempotencyKey: newKey(), districtCode: district, state: 'PENDING' as const };
  const { setId } = await postTransfers(funds.parts(), { ...input, lines: [donation(id, 9n)] });
  const outcomes = await Promise.all(
    (['POSTED', 'VOIDED'] as const).map((to) =>
      resolveTransfers(funds.parts(), { idempotencyKey: newKey(), setId, to })
        .then(() => 'done')
        .catch(codeOf),
    ),
  );
  expect([...outcomes].sort()).toEqual(['MOVE_NOT_ALLOWED', 'done']);
  expect(await requireSound(funds, id)).toMatchObject({ pendingIn: 0n });
});

test('M7: two spends that each fit and together do not: never both', async () => {
  const rounds = isLong ? 5_000 : 200;
  const id = await funds.newFund();
  await funds.post([donation(id, 100n)]);
  const spend = (amountFen: bigint) =>
    funds
      .post([expense(id, amountFen)])
      .then(() => 'done')
      .catch(codeOf);
  const tasks = Array.from({ length: rounds }, () => async () => {
    const outcomes = await Promise.all([spend(60n), spend(60n)]);
    expect([...outcomes].sort()).toEqual(['ACCOUNT_OVERDRAWN', 'done']);
    await funds.post([donation(id, 60n)]);
  });
  await work(1, tasks);
  expect(await requireSound(funds, id)).toMatchObject({
    postedIn: 100n + 60n * BigInt(rounds),
    postedOut: 60n * BigInt(rounds),
  });
}, 3_600_000);

test('M7: payments of one grant never come to more than its award', async () => {
  const id = await funds.newFund();
  await funds.post([donation(id, 10_000n)]);
  const grant = await openGrant(funds.parts(), {
    idempotencyKey: newKey(),
    fundId: id,
    recipientId: 'partner_fixture_a',
    title: '楼道照明',
    purpose: 'PUBLIC_FACILITY',
    appliedFen: 1_000n,
  });
  await moveGrant(funds.parts(), {
    idempotencyKey: newKey(),
    grantId: grant.id,
    to: 'APPROVED',
    awardedFen: 1_000n,
  });
  const pay = () =>
    funds
      .post([
        {
          ...expense(id, 300n),
          toAccount: 'USE:PUBLIC_FACILITY',
          code: 'GRANT_PAYMENT',
          sourceRef: { type: 'Grant', id: grant.id },
        },
      ])
      .then(() => 'done')
      .catch(codeOf);
  const outcomes = await Promise.all(Array.from({ length: 8 }, pay));
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(3);
  const { data } = await funds.ask('query ($id: ID!) { grant(id: $id) { disbursedFen } }', {
    id: grant.id,
  });
  expect(data).toEqual({ grant: { disbursedFen: '900' } });
});

test('cash and goods of one fund share no account, and still no link of its chain', async () => {
  const id = await funds.newFund();
  const goods = {
    ...donation(id, 5n),
    toAccount: `FUND:${id}:IN_KIND`,
    code: 'IN_KIND_RECEIPT' as const,
    valuationBasis: '市场价',
  };
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => funds.post([index % 2 ? goods : donation(id, 5n)])),
  );
  const chain = `select count(*)::int, max(position)::int from funds.ledger_link where ledger_id = '${id}'`;
  expect(await funds.sql(chain)).toEqual([[20, 20]]);
});

test('a partner’s share that is paid to two funds at once is paid once', async () => {
  const [first, second] = [await funds.newFund(), await funds.newFund()];
  const due = 'PARTNER:partner_fixture_race:SHARE_DUE:990101';
  const share = { code: 'REVENUE_SHARE' as const, amountFen: 100n };
  await funds.post([{ ...share, fromAccount: 'WORLD:PARTNER', toAccount: due }]);
  const pay = (id: string) =>
    funds
      .post([{ ...share, fromAccount: due, toAccount: `FUND:${id}:CASH` }])
      .then(() => 'done')
      .catch(codeOf);
  const outcomes = await Promise.all([pay(first), pay(second)]);
  expect([...outcomes].sort()).toEqual(['ACCOUNT_OVERDRAWN', 'done']);
});

test('two sets that claim one outcome at once: never more than the whole', async () => {
  const id = await funds.newFund();
  await funds.post([donation(id, 1_000n)]);
  const outcomes = [{ type: 'Event' as const, id: 'event_fixture_race', weightBps: 3_000 }];
  const claims = await Promise.all(
    Array.from({ length: 8 }, () =>
      funds
        .post([{ ...expense(id, 1n), outcomes }])
        .then(() => 'done')
        .catch(codeOf),
    ),
  );
  expect(claims.filter((outcome) => outcome === 'done')).toHaveLength(3);
});

test('under 16 writers sums, chains and keys hold, whatever they write', async () => {
  const lines = fc.array(
    fc.record({ fund: fc.nat(2), amountFen: fc.bigInt({ min: -50n, max: 50n }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  );
  const batch = fc.array(lines, { minLength: 32, maxLength: 48 });
  await fc.assert(
    fc.asyncProperty(batch, async (sets) => {
      const ids = await Promise.all([0, 1, 2].map(() => funds.newFund()));
      const tasks = sets.map((set, index) => async () => {
        const key = `${ids[0]}-${Math.floor(index / 2)}`;
        const drafted = set
          .filter(({ amountFen }) => amountFen !== 0n)
          .map(({ fund, amountFen }) =>
            amountFen > 0n ? donation(ids[fund]!, amountFen) : expense(ids[fund]!, -amountFen),
          );
        if (drafted.length > 0) await funds.post(drafted, { key }).catch(codeOf);
      });
      await work(16, tasks);
      for (const id of ids) await requireSound(funds, id);
    }),
    { numRuns: isLong ? 200 : 8, ...(isLong ? {} : { seed: 7 }) },
  );
  const report = await verifyLedger(funds.database);
  expect(report).toMatchObject({ differenceFen: 0n, faults: [] });
  expect(report.transfers).toBeGreaterThan(0);
}, 3_600_000);
