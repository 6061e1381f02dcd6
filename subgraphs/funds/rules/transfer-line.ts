import { checkOptionalText, checkText, refuse } from '@linju/kit';

import { parseAccountCode, type AccountName } from './account-code.js';
import { requireAmount } from './amount.js';
import { parseDonor, type Donor, type WrittenDonor } from './donor.js';
import type { DonorKind } from './donor-kind.js';
import type { DonorVisibility } from './donor-visibility.js';
import { requireEffectiveAt } from './effective-at.js';
import type { InflowChannel } from './inflow-channel.js';
import { parseOutcomes, type OutcomeShare } from './outcome-type.js';
import { purposeOf } from './purpose-of.js';
import { parseSourceRef, type SourceReference } from './source-ref.js';
import { requireChannel, requireTransferForm, type TransferCode } from './transfer-code.js';
import type { TransferPhase } from './transfer-phase.js';

type Given<Value> = Value | null | undefined;

/** One transfer as a writer sends it. */
export interface WrittenLine {
  readonly fromAccount: string;
  readonly toAccount: string;
  readonly amountFen: bigint;
  readonly code: TransferCode;
  readonly channel?: Given<InflowChannel>;
  readonly phase?: Given<TransferPhase>;
  readonly purpose?: Given<string>;
  readonly sourceRef?: Given<SourceReference>;
  readonly outcomes?: Given<readonly OutcomeShare[]>;
  readonly relatedParty?: Given<boolean>;
  readonly donor?: Given<WrittenDonor>;
  readonly donorVisibility?: Given<DonorVisibility>;
  readonly valuationBasis?: Given<string>;
  readonly effectiveAt?: Given<Date>;
  readonly note?: Given<string>;
}

/** A transfer that is right in itself; what its fund, pledge or grant says of it is still to come. */
export interface TransferDraft {
  readonly from: AccountName;
  readonly to: AccountName;
  /** Fen, 1 to 10^12. */
  readonly amountFen: bigint;
  readonly code: TransferCode;
  /** Null for money that does not come in. */
  readonly channel: InflowChannel | null;
  /** As the writer states it; null: the pledge decides. */
  readonly phase: TransferPhase | null;
  readonly purpose: string | null;
  readonly sourceRef: SourceReference | null;
  readonly outcomes: readonly OutcomeShare[];
  /** Null: not stated. */
  readonly relatedParty: boolean | null;
  /** Null for money that no giver gave. */
  readonly donorKind: DonorKind | null;
  readonly donor: Donor | null;
  readonly donorVisibility: DonorVisibility;
  /** How goods were valued; of transfers in kind. */
  readonly valuationBasis: string | null;
  readonly effectiveAt: Date;
  /** Internal (P1). */
  readonly note: string | null;
}

/** What a line is read in. */
export interface LineSetting {
  readonly field: string;
  readonly now: Date;
  readonly isExplained?: boolean;
}

/**
 * Checks one line of a set by itself.
 * @param field       where the line stands in the input, such as `lines.0`
 * @param isExplained whether an effectiveAt of an earlier day needs no note of its own
 * @throws Refusal AMOUNT_REFUSED, BAD_USER_INPUT, RULE_VIOLATED, RESTRICTED_PURPOSE, SET_NOT_BALANCED
 */
export function draftTransfer(
  line: WrittenLine,
  { field, now, isExplained = false }: LineSetting,
): TransferDraft {
  const from = parseAccountCode(line.fromAccount, `${field}.fromAccount`);
  const to = parseAccountCode(line.toAccount, `${field}.toAccount`);
  const amountFen = requireAmount(`${field}.amountFen`, line.amountFen);
  requireTransferForm({ code: line.code, from, to }, field);
  const donorKind = donorKindOf(from);
  const { donor, visibility } = parseDonor(donorKind, line.donor, line.donorVisibility, field);
  const note = checkOptionalText(`${field}.note`, line.note, { lengthMax: 1_000 });
  return {
    from,
    to,
    amountFen,
    code: line.code,
    channel: requireChannel(line.code, line.channel, field),
    phase: line.phase ?? null,
    purpose: purposeOf(from, to, line.purpose, field),
    sourceRef: parseSourceRef(line.sourceRef, `${field}.sourceRef`),
    outcomes: parseOutcomes(line.outcomes, field),
    relatedParty: line.relatedParty ?? null,
    donorKind,
    donor,
    donorVisibility: visibility,
    valuationBasis: parseValuation(line, field),
    effectiveAt: requireEffectiveAt(`${field}.effectiveAt`, {
      effectiveAt: line.effectiveAt,
      now,
      isExplained: isExplained || note !== null,
    }),
    note,
  };
}

function donorKindOf({ kind, donorKind }: AccountName): DonorKind | null {
  if (kind === 'PARTNER_SHARE_DUE') return 'PARTNER';
  return kind === 'GOV_BENEFIT' ? 'GOVERNMENT' : donorKind;
}

// Goods have no price of their own: whoever enters them says how the value was found.
function parseValuation({ code, valuationBasis }: WrittenLine, field: string): string | null {
  if (code === 'IN_KIND_RECEIPT') {
    return checkText(`${field}.valuationBasis`, valuationBasis ?? '', { lengthMax: 200 });
  }
  if (!valuationBasis || code === 'IN_KIND_ISSUE') {
    return checkOptionalText(`${field}.valuationBasis`, valuationBasis);
  }
  return refuse('BAD_USER_INPUT', {
    field: `${field}.valuationBasis`,
    message: 'Only goods are valued; money is what it is.',
  });
}
