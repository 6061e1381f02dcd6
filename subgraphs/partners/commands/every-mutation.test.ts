import { analystOf, anonymous, appOf, officerOf } from '@linju/kit';
import { isInputObjectType, isNonNullType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  agreementInput,
  away,
  home,
  individualInput,
  makeActivePartner,
  makeAgreement,
  makeMembership,
  makeNeed,
  makeOffering,
  makePartner,
  makeScheme,
  officer,
  organisationInput,
  startSample,
} from '../test-support/sample-partners.js';
import { grown, storedRows } from '../test-support/stored-rows.js';
import { mutations, writeAs, writtenId } from '../test-support/write-as.js';

let sample: Awaited<ReturnType<typeof startSample>>;
/** One good input for each mutation. */
let inputs: Record<string, Record<string, unknown>>;

beforeAll(async () => {
  sample = await startSample();
  const { door } = sample;
  const schemeId = await makeScheme(door);
  const active = await makeActivePartner(door, schemeId);
  const { partnerId, membershipId } = active;
  const person = await makeActivePartner(door, schemeId, individualInput());
  const shareTerms = {
    revenueShareBps: 500,
    beneficiaryAccount: { kind: 'COMMUNITY_FUND', fundId: 'fund_fixture_one' },
  };
  const place = { districtCode: home };
  const needId = await makeNeed(door);
  const project = { ...place, name: '示例项目', partnerIds: [partnerId], state: 'ACTIVE' };
  const distribution = { ...place, programme: '示例发放', plannedOn: '2024-10-10' };
  const verdicts = [{ criterion: 'DELIVERED_ACT', result: 'MET', detail: '示例' }];
  await writtenId(door, officer, 'evaluateMembership', {
    membershipId: person.membershipId,
    year: 2024,
    verdicts,
  });
  inputs = {
    openPartnerScheme: {
      ...place,
      name: '示例',
      kind: 'COMMUNITY_PARTNER',
      status: 'ACTIVE',
      partnerTypes: ['COMMERCIAL'],
      modes: [],
      openRecruitment: false,
    },
    registerPartner: organisationInput(),
    mergePartners: { mergedId: await makePartner(door), survivorId: await makePartner(door) },
    verifyPartner: { partnerId, verifiedById: 'organisation_fixture_street_office' },
    applyForMembership: { partnerId: await makePartner(door), schemeId },
    moveMembership: {
      membershipId: await makeMembership(door, { partnerId: await makePartner(door), schemeId }),
      to: 'UNDER_REVIEW',
    },
    draftAgreement: agreementInput(membershipId),
    moveAgreement: {
      agreementId: await makeAgreement(door, agreementInput(membershipId)),
      to: 'SIGNED',
    },
    recordRevenueShareDue: {
      agreementId: await makeAgreement(door, agreementInput(membershipId, shareTerms), 'SIGNED'),
      from: '2024-07-01T00:00:00+08:00',
      to: '2024-10-01T00:00:00+08:00',
      baseFen: '10000',
      dueOn: '2024-10-15',
    },
    addServiceOffering: { partnerId, name: '理发', serviceKind: 'HAIRCUT', priceTier: 'FREE' },
    moveServiceOffering: { offeringId: await makeOffering(door, partnerId), to: 'INACTIVE' },
    placeService: {
      ...place,
      offeringId: await makeOffering(door, partnerId),
      facilityId: 'facility_fixture_hall',
    },
    raiseNeed: { ...place, title: '修鞋', category: 'SHOE_REPAIR' },
    moveNeed: { needId: await makeNeed(door), to: 'WITHDRAWN' },
    proposeMatch: { needId, partnerId },
    moveMatch: {
      matchId: await writtenId(door, officer, 'proposeMatch', {
        needId: await makeNeed(door),
        partnerId,
      }),
      to: 'ACCEPTED',
    },
    addResource: { ...place, title: '门店', kind: 'SPACE', ownerId: partnerId },
    startPartnerProject: project,
    movePartnerProject: {
      projectId: await writtenId(door, officer, 'startPartnerProject', project),
      to: 'PAUSED',
    },
    planDistribution: distribution,
    moveDistribution: {
      distributionId: await writtenId(door, officer, 'planDistribution', distribution),
      to: 'CANCELLED',
    },
    evaluateMembership: { membershipId, year: 2024 },
    grantAward: { membershipId: person.membershipId, year: 2024, amountFen: '300000' },
  };
});
afterAll(() => sample[Symbol.asyncDispose]());

test('every mutation of the schema is tried here, and takes one input with an idempotency key', () => {
  const fields = Object.values(sample.door.schema.getMutationType()?.getFields() ?? {});
  expect(fields.map(({ name }) => name).sort()).toEqual([...mutations].sort());
  for (const { name, args } of fields) {
    expect(args.map((argument) => argument.name)).toEqual(['input']);
    const type = isNonNullType(args[0]?.type) ? args[0].type.ofType : null;
    if (!isInputObjectType(type)) throw new Error(`${name} takes no input object.`);
    expect(String(type.getFields()['idempotencyKey']?.type)).toBe('String!');
  }
});

test.each(mutations)('%s: who may not write is refused and writes nothing', async (mutation) => {
  const before = await storedRows(sample.testDatabase);
  for (const viewer of [
    anonymous,
    officerOf(away),
    officerOf('430202'),
    analystOf('990100'),
    appOf('partner_fixture_other'),
  ]) {
    const { refusals } = await writeAs(sample.door, viewer, mutation, inputs[mutation]!);
    expect([viewer.id, refusals]).toEqual([viewer.id, ['NOT_AUTHORISED']]);
  }
  expect(await storedRows(sample.testDatabase)).toEqual(before);
});

test.each(mutations)(
  '%s: the same key and body write once and tell the outbox; another body is refused',
  async (mutation) => {
    const input = { idempotencyKey: `every-${mutation}`, ...inputs[mutation] };
    const before = await storedRows(sample.testDatabase);
    const first = await writeAs(sample.door, officer, mutation, input);
    expect(first.refusals).toEqual([]);
    const after = await storedRows(sample.testDatabase);
    expect(grown(before, after)).toMatchObject({
      idempotency: 1,
      outbox: expect.any(Number) as number,
    });
    expect(await writeAs(sample.door, officer, mutation, input)).toEqual(first);
    const other = { ...input, ...otherBody(mutation) };
    expect((await writeAs(sample.door, officer, mutation, other)).refusals).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
    expect(await storedRows(sample.testDatabase)).toEqual(after);
  },
);

// Something in the input that may be said otherwise.
function otherBody(mutation: string): object {
  const input = inputs[mutation] ?? {};
  const id = Object.keys(input).find((name) => name.endsWith('Id'));
  if (id) return { [id]: 'x' };
  return 'name' in input
    ? { name: '另一个' }
    : 'title' in input
      ? { title: '另一个' }
      : { programme: '另一个' };
}

test.each(mutations)('%s: a key of another caller is another key', async (mutation) => {
  const { refusals } = await writeAs(sample.door, officerOf(away), mutation, {
    idempotencyKey: `every-${mutation}`,
    ...inputs[mutation],
  });
  expect(refusals).toEqual(['NOT_AUTHORISED']);
});
