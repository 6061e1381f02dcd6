import { refuse } from '@linju/kit';

import type { PledgeKind } from './pledge-kind.js';
import type { TransferDraft } from './transfer-line.js';
import type { TransferPhase } from './transfer-phase.js';

/**
 * The phase of money that comes in: FOUNDING under a founding pledge, however late it is paid, and
 * OPERATING otherwise. The channel does not tell: 定向捐 comes in both phases. Imported history, whose
 * pledges are not known, states its phase.
 * @param pledgeKind of the pledge the transfer names as its source; null: it names none
 * @returns null for money that does not come in
 * @throws Refusal RULE_VIOLATED when the writer states another phase
 */
export function phaseOf(
  draft: Pick<TransferDraft, 'channel' | 'phase'>,
  pledgeKind: PledgeKind | null,
  { imported, field }: { readonly imported: boolean; readonly field: string },
): TransferPhase | null {
  if (draft.channel === null) return null;
  if (imported && draft.phase) return draft.phase;
  const phase = pledgeKind === 'FOUNDING' ? 'FOUNDING' : 'OPERATING';
  if (draft.phase === null || draft.phase === phase) return phase;
  return refuse('RULE_VIOLATED', {
    field: `${field}.phase`,
    message:
      phase === 'OPERATING'
        ? 'Money is FOUNDING only under a founding pledge: name the pledge as sourceRef, or leave the phase out.'
        : 'Money under a founding pledge is FOUNDING. Leave the phase out.',
  });
}
