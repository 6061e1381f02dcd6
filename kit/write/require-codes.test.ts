import { afterAll, beforeAll, expect, test } from 'vitest';

import { systemViewer } from '../call/viewer.js';
import type { Database } from '../data/database.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { inWrite } from '../test-support/note-commands.js';
import { labTables } from '../test-support/note-table.js';
import { requireCodes } from './require-codes.js';

let kit: KitDatabase;
let database: Database;
// In Shanghai it is the 20th already.
const now = new Date('2024-09-19T16:30:00Z');

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open();
  const code = (text: string, term: object = {}) => ({
    ...{ list: 'Purpose', code: text, zh: '用途', en: 'purpose' },
    ...term,
  });
  await inWrite(database, systemViewer, now, ({ tx }) =>
    tx.db
      .insert(labTables.codeValue)
      .values([
        code('ALWAYS'),
        code('FROM_TODAY', { validFrom: '2024-09-20' }),
        code('FROM_TOMORROW', { validFrom: '2024-09-21' }),
        code('UNTIL_TODAY', { validTo: '2024-09-21' }),
        code('UNTIL_YESTERDAY', { validTo: '2024-09-20', replacedBy: 'ALWAYS' }),
        { ...code('OTHER'), list: 'Elsewhere' },
      ]),
  );
});
afterAll(() => kit[Symbol.asyncDispose]());

const ask = (...codes: string[]) =>
  inWrite(database, systemViewer, now, (scope) =>
    requireCodes(scope, 'Purpose', codes, 'purposes'),
  );

test('codes that are valid today in Shanghai pass, each once', async () => {
  expect(await ask()).toEqual([]);
  expect(await ask('ALWAYS', 'FROM_TODAY', 'ALWAYS', 'UNTIL_TODAY')).toEqual([
    'ALWAYS',
    'FROM_TODAY',
    'UNTIL_TODAY',
  ]);
});

test.each(['NEVER', 'OTHER', 'FROM_TOMORROW'])(
  '%s is not of the list, and what is is named',
  async (code) => {
    await expect(ask('ALWAYS', code)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      field: 'purposes',
      message: `Purpose has no code ${code}. It has: ALWAYS, FROM_TODAY, UNTIL_TODAY.`,
    });
  },
);

test('a code that left the list names the one to use instead', async () => {
  await expect(ask('UNTIL_YESTERDAY')).rejects.toMatchObject({
    code: 'CODE_RETIRED',
    field: 'purposes',
    message: 'UNTIL_YESTERDAY left the list Purpose on 2024-09-20. Use ALWAYS.',
  });
});
