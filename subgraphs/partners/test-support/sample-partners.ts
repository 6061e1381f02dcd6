import { fixedClock, officerOf, type SubgraphDoor, type Viewer } from '@linju/kit';

import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { writeAs, writtenId } from './write-as.js';

// Sample City writes 9901 for 4302, so 荷塘 is 990102 and 芦淞 is 990103.

/** The district of most fixtures. */
export const home = '990102';
/** Another district of the same city. */
export const away = '990103';
/** Their officers. */
export const officer: Viewer = officerOf(home);
export const officerAway: Viewer = officerOf(away);

/** The instant at which fixtures stand. */
export const now = new Date('2024-10-16T00:00:00+08:00');

/** A partners subgraph without the sourced facts' partners in the way, its clock standing still. */
export async function startSample(): Promise<TestSubgraph & { readonly clock: SampleClock }> {
  const clock = fixedClock(now);
  const subgraph = await startTestSubgraph(blueprint, { clock });
  return Object.assign(subgraph, { clock });
}

type SampleClock = ReturnType<typeof fixedClock>;

/** Sets up the scheme of a district. @returns its id */
export const makeScheme = (door: SubgraphDoor, districtCode = home, change: object = {}) =>
  writtenId(door, officerOf(districtCode), 'openPartnerScheme', {
    name: '示例合伙人计划',
    kind: 'COMMUNITY_PARTNER',
    status: 'ACTIVE',
    districtCode,
    partnerTypes: ['COMMERCIAL', 'COMMUNITY_GROUP', 'INDIVIDUAL'],
    modes: ['PROJECT', 'SPACE_FOR_RESOURCES'],
    openRecruitment: true,
    awardRule: { title: '优秀合伙人', minFen: '300000', maxFen: '1000000', perYear: 1 },
    ...change,
  });

/** What registers an organisation as a partner; each call names another organisation. */
export const organisationInput = (change: object = {}) => ({
  type: 'COMMERCIAL',
  displayName: '示例商店',
  organisationId: `organisation_fixture_shop_${++organisationsNamed}`,
  districtCode: home,
  premises: { state: 'UNKNOWN' },
  ...change,
});

let organisationsNamed = 0;

/** What registers a person as a partner; the name and the number are made up. */
export const individualInput = (change: object = {}) => ({
  type: 'INDIVIDUAL',
  individualProfile: { contactName: '示例人', phone: '13800001234' },
  districtCode: home,
  premises: { state: 'NONE' },
  ...change,
});

/** Registers a partner in its district. @returns its id */
export const makePartner = (
  door: SubgraphDoor,
  input: { readonly districtCode: string } & object = organisationInput(),
) => writtenId(door, officerOf(input.districtCode), 'registerPartner', { ...input });

/** Enters a membership and moves it along. @returns its id */
export async function makeMembership(
  door: SubgraphDoor,
  { partnerId, schemeId, viewer = officer }: MembershipParts,
  ...states: readonly string[]
): Promise<string> {
  const membershipId = await writtenId(door, viewer, 'applyForMembership', { partnerId, schemeId });
  for (const to of states) {
    await writtenId(door, viewer, 'moveMembership', { membershipId, to, reason: '示例' });
  }
  return membershipId;
}

interface MembershipParts {
  readonly partnerId: string;
  readonly schemeId: string;
  readonly viewer?: Viewer;
}

/** What drafts a plain agreement under a membership. */
export const agreementInput = (membershipId: string, change: object = {}) => ({
  membershipId,
  counterpartyId: 'organisation_fixture_street_office',
  mode: 'PROJECT',
  revenueShareBps: 0,
  relatedParty: false,
  ...change,
});

/** Drafts an agreement and moves it along. @returns its id */
export async function makeAgreement(
  door: SubgraphDoor,
  input: object,
  ...states: readonly string[]
): Promise<string> {
  const agreementId = await writtenId(door, officer, 'draftAgreement', { ...input });
  for (const to of states) await writtenId(door, officer, 'moveAgreement', { agreementId, to });
  return agreementId;
}

/** A partner whose membership is ACTIVE, under a signed agreement unless it is a person. */
export async function makeActivePartner(
  door: SubgraphDoor,
  schemeId: string,
  input: { readonly districtCode: string; readonly type?: string } & object = organisationInput(),
): Promise<{ readonly partnerId: string; readonly membershipId: string }> {
  const viewer = officerOf(input.districtCode);
  const partnerId = await makePartner(door, input);
  const parts = { partnerId, schemeId, viewer };
  const membershipId = await makeMembership(door, parts, 'UNDER_REVIEW', 'ADMITTED');
  if (input.type !== 'INDIVIDUAL') {
    const agreementId = await writtenId(
      door,
      viewer,
      'draftAgreement',
      agreementInput(membershipId),
    );
    await writtenId(door, viewer, 'moveAgreement', { agreementId, to: 'SIGNED' });
    await writtenId(door, viewer, 'moveMembership', { membershipId, to: 'AGREEMENT_SIGNED' });
  }
  await writtenId(door, viewer, 'moveMembership', { membershipId, to: 'ACTIVE' });
  return { partnerId, membershipId };
}

/** Raises a need of a district. @returns its id */
export const makeNeed = (door: SubgraphDoor, change: object = {}, districtCode = home) =>
  writtenId(door, officerOf(districtCode), 'raiseNeed', {
    title: '家电维修',
    category: 'APPLIANCE_REPAIR',
    districtCode,
    ...change,
  });

/** Enters a free service of a partner. @returns its id */
export const makeOffering = (
  door: SubgraphDoor,
  partnerId: string,
  { viewer = officer, ...change }: { readonly viewer?: Viewer } & Record<string, unknown> = {},
) =>
  writtenId(door, viewer, 'addServiceOffering', {
    partnerId,
    name: '家电维修',
    serviceKind: 'APPLIANCE_REPAIR',
    priceTier: 'FREE',
    ...change,
  });

/** The refusals of a write that must not succeed. @throws Error when it did */
export async function refusalsOf(...write: Parameters<typeof writeAs>): Promise<readonly string[]> {
  const { record, refusals } = await writeAs(...write);
  if (record !== null) throw new Error(`${write[2]} was not refused.`);
  return refusals;
}
