import { anonymous } from '@linju/kit';
import { expect, test } from 'vitest';

import { donation, expense, startFunds } from '../test-support/start-funds.js';
import { cellKey, partsOfCell } from './cell-key.js';
import { createLoaders } from './index.js';

test('a cell’s key holds its subject and both instants', () => {
  const cell = { subject: 'fund_fixture_a', asOf: new Date('2024-09-21T00:00:00+08:00') };
  expect(partsOfCell(cellKey(cell))).toEqual({
    subject: 'fund_fixture_a',
    asOf: '2024-09-20T16:00:00.000Z',
    knownAt: null,
  });
  expect(cellKey(cell)).not.toBe(cellKey({ ...cell, knownAt: cell.asOf }));
});

test('all cells of a trend are one statement, and each counts what was true before its instant', async () => {
  await using funds = await startFunds();
  const id = await funds.newFund();
  const on = (day: string) => ({ effectiveAt: new Date(`${day}T00:00:00+08:00`), note: '补录' });
  await funds.post([
    { ...donation(id, 100n), channel: 'DIRECTED', ...on('2026-01-10') },
    { ...donation(id, 20n), channel: 'MONTHLY', relatedParty: true, ...on('2026-02-10') },
    { ...expense(id, 30n), ...on('2026-02-11') },
  ]);
  const load = createLoaders(funds.database.reader(anonymous));
  funds.takeStatements();
  const cells = ['2026-01-10', '2026-02-01', '2026-03-01'].map((day) => ({
    subject: id,
    asOf: new Date(`${day}T00:00:00+08:00`),
  }));
  const totals = await Promise.all(cells.map((cell) => load.flowOfFund(cell)));
  expect(funds.takeStatements()).toHaveLength(1);
  const inflow = totals.map((rows) =>
    rows
      .map(({ channel, relatedParty, inflowFen, outflowFen }) => [
        channel,
        relatedParty,
        inflowFen,
        outflowFen,
      ])
      .sort(),
  );
  expect(inflow).toEqual([
    [],
    [['DIRECTED', null, 100n, 0n]],
    [
      [null, null, 0n, 30n],
      ['DIRECTED', null, 100n, 0n],
      ['MONTHLY', true, 20n, 0n],
    ].sort(),
  ]);
  const ofDistrict = await load.flowOfDistrict({ subject: '990101' });
  expect(ofDistrict.reduce((sum, row) => sum + row.inflowFen, 0n)).toBe(120n);
});
