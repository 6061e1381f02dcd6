import { mutation, mutations, type CommandParts } from '@linju/kit';

import { mergeRecords } from '../commands/merge-records.js';
import { registerOrganisation } from '../commands/register-organisation.js';
import { renameOrganisation } from '../commands/rename-organisation.js';
import type { DistrictsContext } from '../loaders/index.js';
import { MergeInput } from '../schema/merge-input.js';
import { RegisterOrganisationInput } from '../schema/register-organisation-input.js';
import { RenameOrganisationInput } from '../schema/rename-organisation-input.js';
import { OrganisationPayload } from '../schema/payload-types.js';

const organisationAfter = async ({ load }: DistrictsContext, { id }: { readonly id: string }) => ({
  organisation: await load.organisationById.load(id),
});

/** The mutations of organisations. */
export const OrganisationMutations = mutations(
  mutation({
    name: 'registerOrganisation',
    description: '登记组织\nEnters a new organisation with its seat in your district.',
    input: RegisterOrganisationInput,
    payload: OrganisationPayload,
    refusals: ['NOT_FOUND', 'CODE_RETIRED', 'DUPLICATE'],
    command: registerOrganisation,
    answer: organisationAfter,
  }),
  mutation({
    name: 'renameOrganisation',
    description: '组织更名\nGives an organisation a new name; the old one is kept.',
    input: RenameOrganisationInput,
    payload: OrganisationPayload,
    refusals: ['NOT_FOUND', 'CONFLICT'],
    command: renameOrganisation,
    answer: organisationAfter,
  }),
  mutation({
    name: 'mergeOrganisations',
    description: '合并组织\nMakes two records of one organisation one.',
    input: MergeInput,
    payload: OrganisationPayload,
    refusals: ['NOT_FOUND', 'MERGE_CYCLE', 'PLACE_MISMATCH'],
    command: (parts: CommandParts, input: MergeInput) => mergeRecords(parts, 'Organisation', input),
    answer: organisationAfter,
  }),
);
