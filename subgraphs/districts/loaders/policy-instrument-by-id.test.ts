import { anonymous } from '@linju/kit';
import { expect, test } from 'vitest';

import { startTestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { idsOverAllPages } from '../test-support/all-pages.js';
import { createLoaders } from './index.js';

const rules = 'policyinstrument_seed_hetang_partner_rules';
const guideline = 'policyinstrument_seed_hunan_fund_guideline';

test('policy instruments are found by id and listed by id', async () => {
  await using subgraph = await startTestSubgraph(blueprint);
  const { policyInstrumentById } = createLoaders(subgraph.database.reader(anonymous));
  const ids = [guideline, 'policyinstrument_seed_nowhere', rules];
  const rows = await Promise.all(ids.map((id) => policyInstrumentById.load(id)));
  expect(rows).toEqual([
    expect.objectContaining({ scopeCode: '430000', effectiveFrom: '2025-01-01', trial: true }),
    null,
    expect.objectContaining({ scopeCode: '430202', effectiveFrom: null, basisFor: [] }),
  ]);
  expect(await idsOverAllPages(subgraph.door, 'policyInstruments', 1)).toEqual({
    ids: [rules, guideline],
    totalCount: 2,
  });
});
