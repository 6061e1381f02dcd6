import {
  checkText,
  parseId,
  parseOptionalId,
  recordNew,
  refuse,
  requirePlace,
  requireWriter,
  runCommand,
  type CommandParts,
  type WriteScope,
} from '@linju/kit';

import { requireInitialProjectState } from '../rules/partner-project-states.js';
import type { StartPartnerProjectInput } from '../schema/partner-project-inputs.js';
import {
  partnerProjectPartnerTable,
  partnerProjectTable,
} from '../tables/partner-project-tables.js';
import { requireRecord } from './require-record.js';

const linksMax = 50;

/**
 * Enters work that partners, teams and a fund do together.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, CODE_RETIRED, PLACE_MISMATCH, BAD_USER_INPUT, MOVE_NOT_ALLOWED
 */
export const startPartnerProject = (parts: CommandParts, input: StartPartnerProjectInput) =>
  runCommand(parts, 'startPartnerProject', input, async (scope) => {
    const { districtCode, state } = input;
    requireWriter(scope.viewer, districtCode);
    requireInitialProjectState(state);
    const place = await requirePlace(scope, input);
    const partnerIds = await requirePartners(scope, input.partnerIds);

    const id = scope.newId('PartnerProject');
    await scope.tx.db.insert(partnerProjectTable).values({
      id,
      name: checkText('name', input.name),
      ...place,
      teamIds: parseTeams(input.teamIds ?? []),
      fundId: parseOptionalId('Fund', input.fundId, 'fundId'),
      startedOn: input.startedOn ?? null,
      state,
    });
    await scope.tx.db
      .insert(partnerProjectPartnerTable)
      .values(partnerIds.map((partnerId) => ({ projectId: id, partnerId, districtCode })));
    const begins = { state, at: scope.now };
    return recordNew(scope, { type: 'PartnerProject', id, districtCode, begins });
  });

async function requirePartners(scope: WriteScope, ids: readonly string[]): Promise<string[]> {
  requireCount('partnerIds', ids, 1);
  const known = new Set<string>();
  for (const id of ids) known.add((await requireRecord(scope, 'Partner', id, 'partnerIds')).id);
  return [...known];
}

function parseTeams(ids: readonly string[]): string[] {
  requireCount('teamIds', ids, 0);
  return [...new Set(ids)].map((id) => parseId('Team', id, 'teamIds'));
}

function requireCount(field: string, ids: readonly string[], least: number): void {
  if (ids.length >= least && ids.length <= linksMax) return;
  refuse('BAD_USER_INPUT', {
    field,
    message: `${field} names ${least} to ${linksMax}; the input names ${ids.length}.`,
  });
}
