import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

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

@Resolver()
export class PartnerMutations {
  @Mutation(() => PartnerSchemePayload, {
    description: '设立合伙人计划\nSets up a partner scheme of your district.',
  })
  openPartnerScheme(
    @Arg('input', () => OpenPartnerSchemeInput, { description: 'The scheme.' })
    input: OpenPartnerSchemeInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => openPartnerScheme(context.commandParts, input),
      (written) => partnerSchemeAfter(context, written),
    );
  }

  @Mutation(() => PartnerPayload, {
    description: '登记合伙人\nEnters a new partner of your district.',
  })
  registerPartner(
    @Arg('input', () => RegisterPartnerInput, { description: 'The partner.' })
    input: RegisterPartnerInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => registerPartner(context.commandParts, input),
      (written) => partnerAfter(context, written),
    );
  }

  @Mutation(() => PartnerPayload, {
    description: '合并合伙人\nMakes two records of one partner one.',
  })
  mergePartners(
    @Arg('input', () => MergePartnersInput, { description: 'Which, into which.' })
    input: MergePartnersInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => mergePartners(context.commandParts, input),
      (written) => partnerAfter(context, written),
    );
  }

  @Mutation(() => PartnerPayload, {
    description: '核实合伙人\nSays that the entry of a partner was checked.',
  })
  verifyPartner(
    @Arg('input', () => VerifyPartnerInput, { description: 'Which, and by whom.' })
    input: VerifyPartnerInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => verifyPartner(context.commandParts, input),
      (written) => partnerAfter(context, written),
    );
  }
}

// Read after the commit, so that the payload shows what others see too.

const partnerSchemeAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  partnerScheme: await load.schemeById.load(id),
});

const partnerAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  partner: await load.partnerById.load(id),
});
