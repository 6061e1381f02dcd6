import { openDatabase } from '@linju/kit';
import { expect, test } from 'vitest';

import { constraintRefusals } from '../rules/constraint-refusals.js';
import { cutAfterCommit } from '../test-support/cut-after-commit.js';
import { requireSound } from '../test-support/ledger-invariants.js';
import { district, donation, newKey, startFunds } from '../test-support/start-funds.js';
import { postTransfers } from './post-transfers.js';

test('M5: the acknowledgement is lost after the commit; the retry gives the stored answer and posts nothing', async () => {
  await using funds = await startFunds();
  await using proxy = await cutAfterCommit(funds.testDatabase.roleUrl('funds'));
  const database = openDatabase({ url: proxy.url, schema: 'funds', refusals: constraintRefusals });
  const id = await funds.newFund();
  try {
    for (let round = 1; round <= 5; round += 1) {
      const input = {
        idempotencyKey: newKey(),
        districtCode: district,
        lines: [donation(id, 11n)],
      };
      proxy.armOnce();
      const answer = await postTransfers({ ...funds.parts(), database }, input);
      expect(proxy.cuts()).toBe(round);
      expect(await postTransfers(funds.parts(), input)).toEqual(answer);
      expect(await requireSound(funds, id)).toMatchObject({ postedIn: 11n * BigInt(round) });
    }
  } finally {
    await database.close();
  }
});
