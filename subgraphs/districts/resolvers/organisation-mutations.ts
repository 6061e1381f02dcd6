import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { mergeRecords } from '../commands/merge-records.js';
import { registerOrganisation } from '../commands/register-organisation.js';
import { renameOrganisation } from '../commands/rename-organisation.js';
import type { DistrictsContext } from '../loaders/index.js';
import { MergeInput } from '../schema/merge-input.js';
import {
  OrganisationPayload,
  RegisterOrganisationInput,
} from '../schema/register-organisation-input.js';
import { RenameOrganisationInput } from '../schema/rename-organisation-input.js';

@Resolver()
export class OrganisationMutations {
  @Mutation(() => OrganisationPayload, {
    description: '登记组织\nEnters a new organisation with its seat in your district.',
  })
  registerOrganisation(
    @Arg('input', () => RegisterOrganisationInput, { description: 'The organisation.' })
    input: RegisterOrganisationInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      context,
      () => registerOrganisation(context.commandParts, input),
      (written) => organisationAfter(context, written),
    );
  }

  @Mutation(() => OrganisationPayload, {
    description: '组织更名\nGives an organisation a new name; the old one is kept.',
  })
  renameOrganisation(
    @Arg('input', () => RenameOrganisationInput, { description: 'Which, and the new name.' })
    input: RenameOrganisationInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      context,
      () => renameOrganisation(context.commandParts, input),
      (written) => organisationAfter(context, written),
    );
  }

  @Mutation(() => OrganisationPayload, {
    description: '合并组织\nMakes two records of one organisation one.',
  })
  mergeOrganisations(
    @Arg('input', () => MergeInput, { description: 'Which, into which.' }) input: MergeInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      context,
      () => mergeRecords(context.commandParts, 'Organisation', input),
      (written) => organisationAfter(context, written),
    );
  }
}

/** Read after the commit, so that the payload shows what others see too. */
const organisationAfter = async ({ load }: DistrictsContext, { id }: { readonly id: string }) => ({
  organisation: await load.organisationById.load(id),
});
