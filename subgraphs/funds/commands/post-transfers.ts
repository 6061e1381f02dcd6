import {
  refuse,
  requireWriter,
  runCommand,
  workflowSourceId,
  type CommandParts,
  type WriteScope,
} from '@linju/kit';

import { requireTotal } from '../rules/set-total.js';
import type { PostTransfersInput } from '../schema/post-transfers-input.js';
import { planTransfers } from './plan-transfers.js';
import { postSet } from './post-set.js';

/**
 * Posts a set of 1 to 100 transfers of one district, or reserves it until somebody approves.
 * @throws Refusal NOT_AUTHORISED, AMOUNT_REFUSED, SET_NOT_BALANCED, ACCOUNT_OVERDRAWN,
 *         RESTRICTED_PURPOSE, PLACE_MISMATCH, RULE_VIOLATED, NOT_FOUND, BAD_USER_INPUT
 */
export function postTransfers(parts: CommandParts, written: PostTransfersInput) {
  const input = withDefaults(written);
  return runCommand(parts, 'postTransfers', input, async (scope) => {
    const { districtCode, lines, state, imported } = input;
    requireWriter(scope.viewer, districtCode);
    requireImporter(scope, imported);
    requireTotal(lines, input.totalFen ?? null);
    const transfers = await planTransfers(scope, lines, { districtCode, imported });
    const setId = scope.newId('TransferSet');
    const ids = await postSet(scope, {
      setId,
      districtCode,
      kind: state === 'PENDING' ? 'RESERVED' : 'POSTED',
      idempotencyKey: input.idempotencyKey,
      imported,
      provenance: {
        sourceId: workflowSourceId,
        method: imported ? 'IMPORTED' : 'RECORDED',
        asOf: null,
      },
      transfers,
    });
    return { setId, ids };
  });
}

// What stands unless it is given asks for the same when it is written out, also under one key.
const withDefaults = (input: PostTransfersInput) => ({
  ...input,
  state: input.state ?? 'POSTED',
  imported: input.imported ?? false,
});

// Only linju itself takes history over: an officer's own entry is dated by the rules for entries.
function requireImporter({ viewer }: WriteScope, imported: boolean): void {
  if (!imported || viewer.role === 'SYSTEM') return;
  refuse('NOT_AUTHORISED', {
    field: 'imported',
    message: 'History is imported by linju itself. Enter a late transfer with a note instead.',
  });
}
