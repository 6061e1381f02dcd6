import { randomUUID } from 'node:crypto';

import { isRefusalCode, officerOf, systemViewer } from '@linju/kit';
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { askSubgraph } from '../../test/support/ask-subgraph.js';
import { startTestSubgraph, type TestSubgraph } from '../../test/support/test-database.js';
import { blueprint } from './index.js';
import { hostileTexts } from './test-support/hostile-texts.js';
import { grownBy, storedRows, textStatement } from './test-support/stored-rows.js';

const officer = officerOf('430202');
const { schema } = blueprint;
const fieldsOf = (root: 'Query' | 'Mutation') => {
  const type = schema.getType(root);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
};

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(blueprint);
});
afterAll(() => subgraph[Symbol.asyncDispose]());

// Right values for the arguments that a question needs beside the hostile one.
const rightArguments: Readonly<Record<string, string>> = {
  area: '430202',
  city: '430200',
  code: '430202',
  id: 'facility_seed_igo',
};

const isText = (type: GraphQLInputType): boolean =>
  ['String', 'ID', 'AdminCode', 'Code', 'PartialDate', 'Instant', 'Fen'].includes(
    getNamedType(type).name,
  );

interface Question {
  readonly place: string;
  readonly query: string;
}

// One question per argument of text, which stands in it as $text.
function questionsOf({ name, args, type }: GraphQLField<unknown, unknown>): readonly Question[] {
  return args
    .filter((argument) => isText(argument.type))
    .map((hostile) => {
      const given = args.map((argument) => {
        if (argument === hostile) return `${argument.name}: $text`;
        if (argument.name === 'first') return 'first: 2';
        const right = rightArguments[argument.name];
        return String(argument.type).endsWith('!') && right
          ? `${argument.name}: ${JSON.stringify(right)}`
          : '';
      });
      const select = getNamedType(type).name.endsWith('Connection')
        ? 'nodes { __typename } totalCount'
        : '__typename';
      const typed = String(hostile.type);
      return {
        place: `Query.${name}(${hostile.name})`,
        query: `query ($text: ${typed}) { ${name}(${given.join(' ')}) { ${select} } }`,
      };
    });
}

const nested: readonly Question[] = ['kind: $text', 'after: $text'].flatMap((argument) =>
  [
    'district(code: "430202")',
    'street(code: "430202001")',
    'community(id: "community_seed_igo")',
  ].map((parent) => ({
    place: `${parent}.facilities(${argument})`,
    query: `query ($text: ${argument.startsWith('kind') ? 'Code' : 'String'}) {
        ${parent} { facilities(first: 2, ${argument}) { nodes { __typename } totalCount } } }`,
  })),
);

test.each([...fieldsOf('Query').flatMap(questionsOf), ...nested])(
  'fifty hostile texts in $place read nothing and are refused, or found nowhere',
  async ({ query }) => {
    const answers = await Promise.all(
      hostileTexts.map((text) => askSubgraph(subgraph.door, query, { text })),
    );
    for (const { data, errors = [] } of answers) {
      for (const error of errors) expect(error.extensions['code']).toSatisfy(isRefusalCode);
      if (errors.length === 0) expect(JSON.stringify(data)).not.toContain('__typename');
    }
  },
);

// What each write needs beside the hostile text.
const rightInputs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  registerCommunity: { name: '甲', kind: 'RESIDENTS', districtCode: '430202' },
  registerEstate: { name: '甲', communityId: 'community_seed_yeyachong' },
  registerGrid: { name: '甲', communityId: 'community_seed_yeyachong' },
  registerFacility: { name: '甲', kind: 'STATION', districtCode: '430202', status: 'OPEN' },
  moveFacility: { facilityId: 'facility_seed_nowhere', to: 'CLOSED' },
  mergeFacilities: { mergedId: 'facility_seed_a', survivorId: 'facility_seed_b' },
  mergeCommunities: { mergedId: 'community_seed_a', survivorId: 'community_seed_b' },
  mergeOrganisations: { mergedId: 'organisation_seed_a', survivorId: 'organisation_seed_b' },
  registerOrganisation: { name: '甲', kind: 'ENTERPRISE', districtCode: '430202' },
  renameOrganisation: { organisationId: 'organisation_seed_nowhere', name: '甲' },
  registerPolicyInstrument: { title: '甲', districtCode: '430202', trial: true },
};

// Texts that anything may stand in; of the others each kind has its own form.
const freeTexts = [
  'name',
  'aliases',
  'blocks',
  'localNumber',
  'rooms',
  'title',
  'documentNo',
  'identifiers',
];

// The key is one mechanism for all writes; a move is allowed once, so its words are tried in turn.
const attackedBelow = ['idempotencyKey', 'reason', 'note'];

interface Attack {
  readonly mutation: string;
  readonly place: string;
  readonly inputType: string;
  readonly hostile: (text: string) => object;
}

// A write is attacked in all its free texts at once, and in each other text alone.
function attacksOn({ name, args }: GraphQLField<unknown, unknown>): readonly Attack[] {
  const inputType = getNamedType(args[0]?.type);
  if (!isInputObjectType(inputType)) return [];
  const fields = Object.values(inputType.getFields());
  const hostileIn =
    ({ name: field, type }: GraphQLInputField) =>
    (text: string) => {
      if (field === 'identifiers')
        return { identifiers: [{ scheme: text.slice(0, 50), value: text }] };
      if (field === 'localNumber') return { localNumber: text.slice(0, 50) };
      return { [field]: isListType(getNullableType(type)) ? [text] : text };
    };
  const free = fields.filter((field) => freeTexts.includes(field.name));
  const others = fields.filter(
    (field) => isText(field.type) && !free.includes(field) && !attackedBelow.includes(field.name),
  );
  const attack = (place: string, hostile: Attack['hostile']): Attack => ({
    mutation: name,
    place,
    inputType: inputType.name,
    hostile,
  });
  return [
    ...others.map((field) => attack(field.name, hostileIn(field))),
    attack(
      free.map((field) => field.name).join(' and '),
      (text) => Object.assign({}, ...free.map((field) => hostileIn(field)(text))) as object,
    ),
  ].filter(({ place }) => place !== '');
}

const attacks = fieldsOf('Mutation').flatMap(attacksOn);

// All that the seed made, which no attack may touch.
const seeded = textStatement(
  `select md5(string_agg(row::text, '|' order by row::text)) from (
    ${['city', 'community', 'district', 'facility', 'organisation', 'policy_instrument', 'source']
      .map((table) => `select to_jsonb(t) as row from districts.${table} t`)
      .join(' union all ')}) as rows where row ->> 'id' like '%seed%' or not row ? 'id'`,
);
const seededHash = () => subgraph.database.reader(systemViewer).rows(seeded, {});

async function sendHostile(
  { mutation, inputType, hostile }: Attack,
  text: string,
): Promise<boolean> {
  const input = { idempotencyKey: randomUUID(), ...rightInputs[mutation], ...hostile(text) };
  const { data, errors = [] } = await askSubgraph(
    subgraph.door,
    `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { userErrors { code } } }`,
    { input },
    officer,
  );
  for (const error of errors) expect(error.extensions['code']).toSatisfy(isRefusalCode);
  const payload = data?.[mutation] as { readonly userErrors: readonly object[] } | undefined;
  return payload?.userErrors.length === 0;
}

test.each(attacks)(
  'fifty hostile texts as $place of $mutation are refused, or stored',
  async (attack) => {
    const [hash, before] = [await seededHash(), await storedRows(subgraph.database)];
    const written = await Promise.all(hostileTexts.map((text) => sendHostile(attack, text)));
    const count = written.filter((isWritten) => isWritten).length;
    expect(grownBy(before, await storedRows(subgraph.database))['idempotency'] ?? 0).toBe(count);
    expect(await seededHash()).toEqual(hash);
    const storesAll = attack.mutation.startsWith('register') && / and |^name/.test(attack.place);
    if (storesAll) expect(count).toBe(50);
  },
);

test('every write is attacked', () => {
  const mutations = fieldsOf('Mutation').map(({ name }) => name);
  expect(Object.keys(rightInputs).sort()).toEqual([...mutations].sort());
  expect(new Set(attacks.map(({ mutation }) => mutation))).toEqual(new Set(mutations));
});

const stored = `mutation ($grid: RegisterGridInput!, $move: MoveFacilityInput!) {
  registerGrid(input: $grid) { grid { name } userErrors { code } }
  moveFacility(input: $move) { facility { transitions { reason note } } userErrors { code } }
}`;

test('a hostile text that is stored comes back as it went in, also as a key', async () => {
  // Another caller, whose keys are not used yet.
  const viewer = officerOf('430202', '430203');
  for (const [index, text] of hostileTexts.entries()) {
    const grid = { idempotencyKey: text, communityId: 'community_seed_yeyachong', name: text };
    const to = index % 2 === 0 ? 'TEMPORARILY_CLOSED' : 'OPEN';
    const move = { facilityId: 'facility_seed_igo', to, reason: text, note: text };
    const moved = { idempotencyKey: `move ${text}`, ...move };
    const { data } = await askSubgraph(subgraph.door, stored, { grid, move: moved }, viewer);
    expect(data).toEqual({
      registerGrid: { grid: { name: text }, userErrors: [] },
      moveFacility: {
        facility: { transitions: expect.arrayContaining([{ reason: text, note: text }]) },
        userErrors: [],
      },
    });
  }
});
