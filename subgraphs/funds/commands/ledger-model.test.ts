import { Refusal, type CommandParts } from '@linju/kit';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { verifyLedger } from '../loaders/verify-ledger.js';
import { requireSound } from '../test-support/ledger-invariants.js';
import { LedgerModel, type ModelSet } from '../test-support/ledger-model.js';
import { district, newKey, startFunds, type TestFunds } from '../test-support/start-funds.js';
import { correctTransfer } from './correct-transfer.js';
import { moveFund } from './move-fund.js';
import { postTransfers } from './post-transfers.js';
import { resolveTransfers } from './resolve-transfers.js';

const isLong = process.env['LINJU_TEST_LONG'] === '1';

interface Real {
  readonly funds: TestFunds;
  readonly parts: CommandParts;
}

type Step = fc.AsyncCommand<LedgerModel, Real>;

/** What a write came to: its answer, or the code it was refused with. */
async function outcomeOf<Answer>(write: Promise<Answer>): Promise<Answer | string> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

// Every step ends by holding the real ledger against the model and against itself.
const step = (name: string, run: (model: LedgerModel, real: Real) => Promise<void>): Step => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real);
    expect(await requireSound(real.funds, model.fundId)).toEqual(model.counters);
  },
  toString: () => name,
});

const send = (
  { parts }: Real,
  model: LedgerModel,
  set: Pick<ModelSet, 'key' | 'amountFen'>,
  state: 'POSTED' | 'PENDING',
) =>
  outcomeOf(
    postTransfers(parts, {
      idempotencyKey: set.key,
      districtCode: district,
      state,
      lines: [model.lineOf(set.amountFen)],
    }),
  );

const post = (amountFen: bigint, state: 'POSTED' | 'PENDING'): Step =>
  step(`${state} ${amountFen}`, async (model, real) => {
    const key = newKey();
    const allowed = model.allows(amountFen);
    const answer = await send(real, model, { key, amountFen }, state);
    if (!allowed)
      return expect(answer).toBe(model.state === 'OPEN' ? 'ACCOUNT_OVERDRAWN' : 'RULE_VIOLATED');
    const { setId, ids } = answer as { readonly setId: string; readonly ids: readonly string[] };
    model.sets.push({ key, amountFen, state, setId, transferId: ids[0]! });
  });

const resolve = (pick: number, to: 'POSTED' | 'VOIDED' | 'EXPIRED'): Step =>
  step(`resolve ${pick} ${to}`, async (model, { parts }) => {
    const set = model.sets[pick % (model.sets.length || 1)];
    if (!set) return;
    const answer = await outcomeOf(
      resolveTransfers(parts, { idempotencyKey: newKey(), setId: set.setId, to }),
    );
    if (set.state !== 'PENDING') return expect(answer).toBe('MOVE_NOT_ALLOWED');
    // No money moves in a suspended fund, also none that was reserved before; giving it up moves none.
    if (to === 'POSTED' && model.state !== 'OPEN') return expect(answer).toBe('RULE_VIOLATED');
    expect(answer).toMatchObject({ setId: set.setId });
    set.state = to === 'POSTED' ? 'POSTED' : 'GONE';
  });

const correct = (pick: number): Step =>
  step(`correct ${pick}`, async (model, { parts }) => {
    const set = model.sets[pick % (model.sets.length || 1)];
    if (!set) return;
    const available = model.availableFen;
    const { transferId } = set;
    const answer = await outcomeOf(
      correctTransfer(parts, { idempotencyKey: newKey(), transferId, correctionNote: '金额有误' }),
    );
    if (set.state === 'CORRECTED') return expect(answer).toBe('TRANSFER_ALREADY_CORRECTED');
    if (set.state !== 'POSTED') return expect(answer).toBe('RULE_VIOLATED');
    if (set.amountFen > available) return expect(answer).toBe('ACCOUNT_OVERDRAWN');
    expect(answer).toMatchObject({ transferId });
    set.state = 'CORRECTED';
  });

// The same key with the same input: the first answer again, and nothing more is written.
const retry = (pick: number): Step =>
  step(`retry ${pick}`, async (model, real) => {
    const set = model.sets[pick % (model.sets.length || 1)];
    if (!set) return;
    const answers = await Promise.all([
      send(real, model, set, 'POSTED'),
      send(real, model, set, 'PENDING'),
    ]);
    expect(answers.filter((answer) => answer === 'IDEMPOTENCY_KEY_REUSED')).toHaveLength(1);
    expect(answers.find((answer) => typeof answer !== 'string')).toMatchObject({
      setId: set.setId,
    });
  });

const concurrent = (first: bigint, second: bigint): Step =>
  step(`at once ${first} ${second}`, async (model, real) => {
    const both = [first, second].map((amountFen) => ({ key: newKey(), amountFen }));
    const answers = await Promise.all(both.map((set) => send(real, model, set, 'POSTED')));
    // Whichever came first, each was allowed when it came: in one of the two orders at least.
    answers.forEach((answer, index) => {
      if (typeof answer === 'string') {
        return expect(answer).toBe(model.state === 'OPEN' ? 'ACCOUNT_OVERDRAWN' : 'RULE_VIOLATED');
      }
      model.sets.push({
        ...both[index]!,
        state: 'POSTED',
        setId: answer.setId,
        transferId: answer.ids[0]!,
      });
    });
  });

const move = (): Step =>
  step('suspend or open', async (model, { parts }) => {
    const to = model.state === 'OPEN' ? 'SUSPENDED' : 'OPEN';
    await moveFund(parts, { idempotencyKey: newKey(), fundId: model.fundId, to });
    model.state = to;
  });

const amount = fc.oneof(fc.bigInt({ min: 1n, max: 1_000n }), fc.bigInt({ min: -1_000n, max: -1n }));
const steps = fc.commands(
  [
    fc
      .tuple(amount, fc.constantFrom('POSTED' as const, 'PENDING' as const))
      .map(([fen, state]) => post(fen, state)),
    fc
      .tuple(fc.nat(9), fc.constantFrom('POSTED' as const, 'VOIDED' as const, 'EXPIRED' as const))
      .map(([pick, to]) => resolve(pick, to)),
    fc.nat(9).map(correct),
    fc.nat(9).map(retry),
    fc.tuple(amount, amount).map(([first, second]) => concurrent(first, second)),
    fc.constant(null).map(move),
  ],
  { maxCommands: 12 },
);

test('M1: whatever is posted, reserved, resolved, corrected, repeated or done at once, the ledger is the model’s', async () => {
  await using funds = await startFunds({ database: { poolSizeMax: 4 } });
  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      const model = new LedgerModel(await funds.newFund());
      await fc.asyncModelRun(() => ({ model, real: { funds, parts: funds.parts() } }), commands);
    }),
    { numRuns: isLong ? 10_000 : 300, ...(isLong ? {} : { seed: 20_240_920 }), endOnFailure: true },
  );
  expect(await verifyLedger(funds.database)).toMatchObject({ differenceFen: 0n, faults: [] });
}, 3_600_000);
