import { mutation, mutations } from '@linju/kit';

import { openPartnerScheme } from '../commands/open-partner-scheme.js';
import { mergePartners } from '../commands/merge-partners.js';
import { registerPartner } from '../commands/register-partner.js';
import { verifyPartner } from '../commands/verify-partner.js';
import type { PartnersContext } from '../loaders/index.js';
import {
  MergePartnersInput,
  RegisterPartnerInput,
  VerifyPartnerInput,
} from '../schema/partner-inputs.js';
import { OpenPartnerSchemeInput } from '../schema/partner-scheme-inputs.js';
import { PartnerPayload, PartnerSchemePayload } from '../schema/payload-types.js';

const partnerSchemeAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  partnerScheme: await load.partnerSchemeById.load(id),
});

const partnerAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  partner: await load.partnerById.load(id),
});

/** The mutations of partners and schemes. */
export const PartnerMutations = mutations(
  mutation({
    name: 'openPartnerScheme',
    description: '设立合伙人计划\nSets up a partner scheme of your district.',
    input: OpenPartnerSchemeInput,
    payload: PartnerSchemePayload,
    refusals: ['AMOUNT_REFUSED', 'NOT_FOUND', 'CODE_RETIRED'],
    command: openPartnerScheme,
    answer: partnerSchemeAfter,
  }),
  mutation({
    name: 'registerPartner',
    description: '登记合伙人\nEnters a new partner of your district.',
    input: RegisterPartnerInput,
    payload: PartnerPayload,
    refusals: [
      'RULE_VIOLATED',
      'DUPLICATE',
      'PERSON_DATA_REFUSED',
      'NOT_FOUND',
      'CODE_RETIRED',
      'PLACE_MISMATCH',
    ],
    command: registerPartner,
    answer: partnerAfter,
  }),
  mutation({
    name: 'mergePartners',
    description: '合并合伙人\nMakes two records of one partner one.',
    input: MergePartnersInput,
    payload: PartnerPayload,
    refusals: ['NOT_FOUND', 'MERGE_CYCLE', 'PLACE_MISMATCH', 'RULE_VIOLATED', 'DUPLICATE'],
    command: mergePartners,
    answer: partnerAfter,
  }),
  mutation({
    name: 'verifyPartner',
    description: '核实合伙人\nSays that the entry of a partner was checked.',
    input: VerifyPartnerInput,
    payload: PartnerPayload,
    refusals: ['NOT_FOUND', 'RULE_VIOLATED', 'PERSON_DATA_REFUSED'],
    command: verifyPartner,
    answer: partnerAfter,
  }),
);
