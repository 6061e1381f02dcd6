import { analystOf, anonymous, appOf, officerOf, type Viewer } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startGraph, type TestGraph } from '../../../test/support/start-graph.js';

// What a partner gave is limited to the books of its own district, which only partners knows: so this
// is asked of the whole graph. 乐乐超市 is a partner in 荷塘区 (430202).

const partnerId = 'partner_seed_lele';
const fundId = 'fund_seed_yeyachong';
let graph: TestGraph;
let donated: string;
beforeAll(async () => {
  graph = await startGraph();
  donated = await post(officerOf('430202'), '430202', {
    fromAccount: 'WORLD:PARTNER',
    toAccount: `FUND:${fundId}:CASH`,
    amountFen: '100',
    code: 'DONATION',
    donor: { partnerId },
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

let keys = 0;

async function post(viewer: Viewer, districtCode: string, line: object): Promise<string> {
  const { data, errors } = await graph.ask(
    `mutation ($input: PostTransfersInput!) {
      postTransfers(input: $input) { transfers { id } userErrors { code message } }
    }`,
    { input: { idempotencyKey: `key ${(keys += 1)}`, districtCode, lines: [line] } },
    viewer,
  );
  expect(errors).toBeUndefined();
  const { transfers, userErrors } = data.postTransfers;
  return transfers?.[0].id ?? userErrors[0].code;
}

async function contributions(viewer: Viewer): Promise<readonly string[]> {
  const { data, errors } = await graph.ask(
    'query ($id: ID!) { partner(id: $id) { contributions(first: 10) { nodes { id } totalCount } } }',
    { id: partnerId },
    viewer,
  );
  expect(errors).toBeUndefined();
  const { nodes, totalCount } = data.partner.contributions;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }: { readonly id: string }) => id);
}

describe('what a partner gave as a donor', () => {
  test.each([
    ['the officer of its district', officerOf('430202'), true],
    ['its own app', appOf(partnerId), true],
    ['anonymous', anonymous, false],
    ['the officer of another district', officerOf('430103'), false],
    ['the analyst of its city, who sees donors masked', analystOf('430200'), false],
  ])('%s', async (_, viewer, sees) => {
    expect((await contributions(viewer)).includes(donated)).toBe(sees);
  });
});

test('what an officer of another district enters in its name stays in that district’s books', async () => {
  const stranger = officerOf('430103');
  const share = {
    fromAccount: 'WORLD:PARTNER',
    amountFen: '1',
    code: 'REVENUE_SHARE',
  };
  const dueIn = (district: string) => ({
    ...share,
    toAccount: `PARTNER:${partnerId}:SHARE_DUE:${district}`,
  });
  expect(await post(stranger, '430103', dueIn('430202'))).toBe('PLACE_MISMATCH');
  expect(await post(stranger, '430103', dueIn('430103'))).toMatch(/^transfer_/);
  const named = { ...share, sourceRef: { type: 'Partner', id: partnerId } };
  const centre = { ...named, toAccount: 'STREET:430103002:SERVICE_CENTRE' };
  expect(await post(stranger, '430103', centre)).toMatch(/^transfer_/);
  expect(await contributions(anonymous)).toEqual([]);

  const own = officerOf('430202');
  expect(await post(own, '430202', dueIn('430202'))).toMatch(/^transfer_/);
  const paid = await post(own, '430202', {
    ...dueIn('430202'),
    fromAccount: `PARTNER:${partnerId}:SHARE_DUE:430202`,
    toAccount: `FUND:${fundId}:CASH`,
  });
  expect(await contributions(anonymous)).toEqual([paid]);
});

test('what it paid and gave in a year is read of its own district, too', async () => {
  const year = new Date().getUTCFullYear();
  const asked = async (viewer: Viewer) => {
    const { data, errors } = await graph.ask(
      `query ($id: ID!, $year: Int!) { partner(id: $id) { memberships {
        awardCandidacy(year: $year) { sharePaidFen contributionsPosted }
      } } }`,
      { id: partnerId, year },
      viewer,
    );
    expect(errors).toBeUndefined();
    return data.partner.memberships.map(
      ({ awardCandidacy }: { readonly awardCandidacy: object }) => awardCandidacy,
    );
  };
  expect(await asked(officerOf('430202'))).toEqual([{ sharePaidFen: '1', contributionsPosted: 2 }]);
  expect(await asked(analystOf('430200'))).toEqual([
    { sharePaidFen: '1', contributionsPosted: null },
  ]);
});
