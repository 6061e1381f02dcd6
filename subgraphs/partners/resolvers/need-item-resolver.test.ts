import { afterAll, beforeAll, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import {
  away,
  home,
  makeActivePartner,
  makeNeed,
  makeOffering,
  makeScheme,
  officer,
  officerAway,
  organisationInput,
  startSample,
} from '../test-support/sample-partners.js';
import { writtenId } from '../test-support/write-as.js';

// Fixture Q9. 荷塘 is 990102 (home) and 芦淞 is 990103 (away) in Sample City.

let sample: Awaited<ReturnType<typeof startSample>>;
const ids: Record<string, string> = {};
beforeAll(async () => {
  sample = await startSample();
  const { door } = sample;
  const here = await makeScheme(door, home);
  const there = await makeScheme(door, away);
  const verifiedById = 'organisation_fixture_street_office';
  const partner = async (name: string, districtCode: string) => {
    const input = organisationInput({ districtCode, displayName: name });
    const made = await makeActivePartner(door, districtCode === home ? here : there, input);
    ids[name] = made.partnerId;
    return made;
  };
  const p1 = await partner('P1', home);
  await makeOffering(door, p1.partnerId, { serviceKind: 'APPLIANCE_REPAIR', verifiedById });
  const p2 = await partner('P2', away);
  await makeOffering(door, p2.partnerId, { viewer: officerAway, serviceKind: 'HOMEWORK_HELP' });
  const p3 = await partner('P3', home);
  await makeOffering(door, p3.partnerId, { serviceKind: 'HOMEWORK_HELP', verifiedById });
  await writtenId(door, officer, 'moveMembership', {
    membershipId: p3.membershipId,
    to: 'SUSPENDED',
    reason: '整改',
  });
  const p4 = await partner('P4', home);
  const shoes = await makeOffering(door, p4.partnerId, { serviceKind: 'SHOE_REPAIR' });
  await writtenId(door, officer, 'moveServiceOffering', { offeringId: shoes, to: 'INACTIVE' });
  const need = async (name: string, category: string) => {
    ids[name] = await makeNeed(door, { title: name, category }, away);
  };
  await need('N1', 'APPLIANCE_REPAIR');
  await need('N2', 'HOMEWORK_HELP');
  await need('N3', 'FREE_CLINIC');
  await need('N4', 'SHOE_REPAIR');
  const matchId = await writtenId(door, officerAway, 'proposeMatch', {
    needId: ids['N3'],
    partnerId: ids['P2'],
  });
  await writtenId(door, officerAway, 'moveMatch', { matchId, to: 'ACCEPTED' });
});
afterAll(() => sample[Symbol.asyncDispose]());

interface Answer {
  readonly needs: {
    readonly nodes: {
      readonly title: string;
      readonly candidates: {
        readonly nodes: {
          readonly crossDistrict: boolean;
          readonly offering: { readonly partner: { readonly displayName: string } };
        }[];
      };
    }[];
  };
}

const unmet = async (candidates: string) => {
  const { data, errors } = await askSubgraph(
    sample.door,
    `{ needs(first: 10, area: "${away}", filter: { state: OPEN }, orderBy: OLDEST) { nodes { title
         candidates(first: 10, ${candidates}) { nodes { crossDistrict offering { partner { displayName } } } } } } }`,
  );
  expect(errors).toBeUndefined();
  return (data as unknown as Answer).needs.nodes.map(({ title, candidates: { nodes } }) => [
    title,
    ...nodes.map(
      ({ offering, crossDistrict }) => `${offering.partner.displayName} ${crossDistrict}`,
    ),
  ]);
};

const both = `districts: ["${away}", "${home}"]`;

test('open needs show who could meet them: active, with the service, here or next door', async () => {
  expect(await unmet(both)).toEqual([['N1', 'P1 true'], ['N2', 'P2 false'], ['N4']]);
});

test('only the districts named are looked in; without any, the whole city', async () => {
  expect(await unmet(`districts: ["${away}"]`)).toEqual([['N1'], ['N2', 'P2 false'], ['N4']]);
  expect(await unmet('districts: null')).toEqual([['N1', 'P1 true'], ['N2', 'P2 false'], ['N4']]);
  expect(await unmet('districts: ["430202"]')).toEqual([['N1'], ['N2'], ['N4']]);
});

test('the need’s own district comes first, then what was checked last', async () => {
  const { door, clock } = sample;
  const scheme = await makeScheme(door, home);
  const verifiedById = 'organisation_fixture_street_office';
  const offer = async (displayName: string, verified: boolean) => {
    const { partnerId } = await makeActivePartner(door, scheme, organisationInput({ displayName }));
    await makeOffering(door, partnerId, {
      serviceKind: 'MENDING',
      ...(verified && { verifiedById }),
    });
  };
  await offer('never', false);
  await offer('early', true);
  clock.moveTo(new Date(clock.now().getTime() + 1_000));
  await offer('late', true);
  const own = await makeActivePartner(
    door,
    await makeScheme(door, away),
    organisationInput({ districtCode: away, displayName: 'own' }),
  );
  await makeOffering(door, own.partnerId, { viewer: officerAway, serviceKind: 'MENDING' });
  const needId = await makeNeed(door, { category: 'MENDING' }, away);
  const page = async (after: string | null) => {
    const { data } = await askSubgraph(
      door,
      `query ($after: String) { needItem(id: "${needId}") { candidates(first: 2, after: $after) {
         nodes { offering { partner { displayName } } } pageInfo { endCursor hasNextPage } } } }`,
      { after },
    );
    return (
      data as unknown as {
        needItem: {
          candidates: Answer['needs']['nodes'][0]['candidates'] & {
            pageInfo: { endCursor: string };
          };
        };
      }
    ).needItem.candidates;
  };
  const first = await page(null);
  const second = await page(first.pageInfo.endCursor);
  expect(
    [...first.nodes, ...second.nodes].map(({ offering }) => offering.partner.displayName),
  ).toEqual(['own', 'late', 'early', 'never']);
});

test('a need that is not open has no candidates', async () => {
  const { data } = await askSubgraph(
    sample.door,
    `{ needItem(id: "${ids['N3']}") { state candidates(first: 5) { nodes { crossDistrict } } matches { partner { displayName } state } } }`,
  );
  expect(data).toEqual({
    needItem: {
      state: 'MATCHED',
      candidates: { nodes: [] },
      matches: [{ partner: { displayName: 'P2' }, state: 'ACCEPTED' }],
    },
  });
});

test('the candidates of all needs of a page are one statement', async () => {
  sample.takeStatements();
  await unmet(both);
  // needs, candidates, partners
  expect(sample.takeStatements()).toHaveLength(3);
});

test('places list their needs, newest first unless asked otherwise', async () => {
  const { data } = await askSubgraph(
    sample.door,
    `{ _entities(representations: [{ __typename: "District", code: "${away}" }, { __typename: "City", code: "990100" },
         { __typename: "Community", id: "community_fixture_none" }, { __typename: "Street", code: "990103001" }]) {
       ... on District { needs(first: 10, filter: { category: "SHOE_REPAIR" }) { nodes { title } } }
       ... on City { needs(first: 10, filter: { state: MATCHED }) { nodes { title } } }
       ... on Community { needs(first: 10) { nodes { title } } }
       ... on Street { needs(first: 10) { nodes { title } } } } }`,
  );
  expect(data?.['_entities']).toEqual([
    { needs: { nodes: [{ title: 'N4' }] } },
    { needs: { nodes: [{ title: 'N3' }] } },
    { needs: { nodes: [] } },
    { needs: { nodes: [] } },
  ]);
});
