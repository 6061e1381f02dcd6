import {
  checkText,
  parseId,
  refuseUnknown,
  requireWriter,
  runCommand,
  workflowSourceId,
  type CommandParts,
  type Statement,
  type WriteScope,
} from '@linju/kit';

import type { OutcomeShare } from '../rules/outcome-type.js';
import {
  refuseCorrected,
  requireCorrectable,
  reversalOf,
  type CorrectableTransfer,
} from '../rules/reversal-of.js';
import type { CorrectTransferInput } from '../schema/correct-transfer-input.js';
import { planTransfers } from './plan-transfers.js';
import { postSet } from './post-set.js';

/**
 * Takes a posted transfer back by its mirror and, if one is given, posts what is right in its place:
 * both in one set. Nothing is changed or deleted.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, TRANSFER_ALREADY_CORRECTED, RULE_VIOLATED,
 *         ACCOUNT_OVERDRAWN when the money was spent meanwhile, and as `postTransfers`
 */
export const correctTransfer = (parts: CommandParts, input: CorrectTransferInput) =>
  runCommand(parts, 'correctTransfer', input, async (scope) => {
    const transferId = parseId('Transfer', input.transferId, 'transferId');
    const [original] = await scope.tx.rows(readCorrectable, { transferId });
    if (!original) return refuseUnknown('Transfer', transferId, 'transferId');
    const { districtCode } = original;
    requireWriter(scope.viewer, districtCode);
    requireCorrectable(original);

    const note = checkText('correctionNote', input.correctionNote, { lengthMax: 500 });
    const reversal = reversalOf(original, { id: scope.newId('Transfer'), correctionNote: note });
    const replacement = await planTransfers(scope, input.replacement ? [input.replacement] : [], {
      districtCode,
      imported: false,
      isExplained: true,
      corrects: { id: transferId, note },
      fieldOf: () => 'replacement',
    });
    const setId = scope.newId('TransferSet');
    const ids = await postSet(scope, {
      setId,
      districtCode,
      kind: 'POSTED',
      idempotencyKey: input.idempotencyKey,
      imported: false,
      provenance: { sourceId: workflowSourceId, method: 'RECORDED', asOf: null },
      transfers: [reversal, ...replacement],
      releasedOutcomes: original.outcomes,
      checkLocked: () => requireStillCorrectable(scope, transferId),
      alsoChanged: [{ type: 'Transfer', id: transferId, change: 'CHANGED' }],
    });
    return { setId, ids, transferId };
  });

// Of two who correct one transfer at once the second waits for the accounts; by then it is corrected.
// A unique index refuses it too, whatever happens here.
async function requireStillCorrectable({ tx }: WriteScope, transferId: string): Promise<void> {
  const [now] = await tx.rows(readCorrectable, { transferId });
  if (now?.correctedBy) refuseCorrected(transferId, now.correctedBy);
}

interface StoredTransfer extends CorrectableTransfer {
  readonly districtCode: string;
  readonly outcomes: readonly OutcomeShare[];
}

const readCorrectable: Statement<StoredTransfer> = {
  text: `
    select t.id, t.district_code, t.from_account, t.to_account, t.amount_fen, t.code, t.channel, t.phase, t.purpose,
      t.related_party, t.donor_kind, coalesce(r.state, 'PENDING'), coalesce(r.effective_at, t.effective_at),
      (select c.id from funds.transfer c where c.corrects = t.id and c.code = 'CORRECTION'),
      coalesce((
        select json_agg(json_build_object('type', o.outcome_type, 'id', o.outcome_id, 'weightBps', o.weight_bps))
        from funds.transfer_outcome o where o.transfer_id = t.id), '[]')
    from funds.transfer t
    left join funds.set_resolution r on r.set_id = t.set_id
    where t.id = $1`,
  parameters: ({ transferId }) => [transferId],
  decode: (row) => {
    const [id, districtCode, fromAccount, toAccount, amountFen, code, channel, phase, purpose] =
      row;
    const [relatedParty, donorKind, state, resolvedAt, correctedBy, outcomes] = row.slice(9);
    return {
      ...{ id, districtCode, fromAccount, toAccount, amountFen, code, channel, phase, purpose },
      ...{ relatedParty, donorKind, state, correctedBy, outcomes },
      resolvedAt: new Date(resolvedAt as string),
    } as StoredTransfer;
  },
};
