import {
  refuse,
  refuseUnknown,
  requireArea,
  requireCodes,
  type Statement,
  type WriteScope,
} from '@linju/kit';

import { phaseOf } from '../rules/phase-of.js';
import type { PledgeKind } from '../rules/pledge-kind.js';
import { fundIdOf, type PlannedTransfer } from '../rules/planned-transfer.js';
import { draftTransfer, type TransferDraft, type WrittenLine } from '../rules/transfer-line.js';
import { requireGrants } from './require-grants.js';

/** What the lines of one set have in common. */
export interface LineContext {
  readonly districtCode: string;
  readonly imported: boolean;
  /** Whether transfers of an earlier day need no note of their own. */
  readonly isExplained?: boolean;
  /** The transfer in whose place they are put; null: they are new. */
  readonly corrects?: { readonly id: string; readonly note: string } | null;
  /** Where a line stands in the input; `lines.0` unless given. */
  readonly fieldOf?: (index: number) => string;
}

/**
 * Holds the lines of a set against the rules, and against the pledges and grants they name: grants
 * are locked, so that two payments cannot both take what is left of an award.
 * @throws Refusal as `draftTransfer`, `phaseOf` and `requirePayable`; NOT_FOUND, CODE_RETIRED
 */
export async function planTransfers(
  scope: WriteScope,
  lines: readonly WrittenLine[],
  context: LineContext,
): Promise<readonly PlannedTransfer[]> {
  const { imported, corrects = null, fieldOf = (index: number) => `lines.${index}` } = context;
  const drafts = lines.map((line, index) => {
    const field = fieldOf(index);
    const isExplained = imported || context.isExplained === true;
    return { field, ...draftTransfer(line, { field, now: scope.now, isExplained }) };
  });
  await requirePlaces(scope, drafts, context.districtCode);
  await requirePurposes(scope, drafts);
  const pledges = await pledgesOf(scope, drafts);
  await requireGrants(scope.tx, drafts, corrects?.id ?? null);
  return drafts.map((draft) => {
    const pledgeKind = pledgeKindOf(pledges, draft);
    return {
      ...draft,
      id: scope.newId('Transfer'),
      phase: phaseOf(draft, pledgeKind, { imported, field: draft.field }),
      corrects: corrects?.id ?? null,
      correctionNote: corrects?.note ?? null,
    };
  });
}

type Draft = TransferDraft & { readonly field: string };

// Accounts of places and partners begin with their first transfer, so their district is looked at
// here; the accounts of a fund lie where the fund does.
async function requirePlaces(
  scope: WriteScope,
  drafts: readonly Draft[],
  districtCode: string,
): Promise<void> {
  const names = drafts.flatMap(({ from, to, field }) =>
    [from, to].map((name) => ({ name, field })),
  );
  const stray = names.find(
    ({ name }) => name.placeCode && !name.placeCode.startsWith(districtCode),
  );
  if (stray) {
    refuse('PLACE_MISMATCH', {
      field: stray.field,
      message: `Account ${stray.name.code} is not of district ${districtCode}.`,
    });
  }
  const codes = new Set(names.flatMap(({ name }) => name.placeCode ?? []));
  for (const code of codes) {
    await requireArea(scope, {
      districtCode,
      streetCode: code.length === 9 ? code : null,
    });
  }
}

const requirePurposes = (scope: WriteScope, drafts: readonly Draft[]): Promise<string[]> => {
  const named = drafts.flatMap(({ from, to, purpose }) => [purpose, from.purpose, to.purpose]);
  const codes = [...new Set(named.filter((code) => code !== null))];
  return requireCodes(scope, 'Purpose', codes, 'lines.purpose');
};

interface KnownPledge {
  readonly id: string;
  readonly fundId: string;
  readonly kind: PledgeKind;
}

async function pledgesOf(
  { tx }: WriteScope,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<string, KnownPledge>> {
  const ids = drafts.flatMap(({ sourceRef }) =>
    sourceRef?.type === 'Pledge' ? [sourceRef.id] : [],
  );
  if (ids.length === 0) return new Map();
  const pledges = await tx.rows(readPledges, { ids });
  return new Map(pledges.map((pledge) => [pledge.id, pledge]));
}

function pledgeKindOf(pledges: ReadonlyMap<string, KnownPledge>, draft: Draft): PledgeKind | null {
  if (draft.sourceRef?.type !== 'Pledge') return null;
  const field = `${draft.field}.sourceRef`;
  const pledge =
    pledges.get(draft.sourceRef.id) ?? refuseUnknown('Pledge', draft.sourceRef.id, field);
  if (pledge.fundId === fundIdOf(draft)) return pledge.kind;
  return refuse('PLACE_MISMATCH', { field, message: `Pledge ${pledge.id} is for another fund.` });
}

const readPledges: Statement<KnownPledge> = {
  text: `select id, fund_id, kind from funds.pledge where id = any($1::text[])`,
  parameters: ({ ids }) => [ids],
  decode: ([id, fundId, kind]) => ({ id, fundId, kind }) as KnownPledge,
};
