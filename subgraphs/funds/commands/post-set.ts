import { randomBytes } from 'node:crypto';

import {
  extendChain,
  invariant,
  refuse,
  refuseUnknown,
  type ChainHead,
  type WriteScope,
} from '@linju/kit';

import { accountMoves, keepsBalance, requireCovered } from '../rules/account-moves.js';
import { donorDigest } from '../rules/donor-digest.js';
import { requireBegun } from '../rules/fund-beginning.js';
import { requireFlow } from '../rules/fund-state.js';
import {
  ledgerOf,
  transferPayload,
  type EntryKind,
  type LedgerTransfer,
} from '../rules/ledger-transfer.js';
import type { OutcomeShare } from '../rules/outcome-type.js';
import {
  fundIdOf,
  ledgerTransfer,
  type PlannedTransfer,
  type SetFacts,
} from '../rules/planned-transfer.js';
import { directionOf } from '../rules/transfer-code.js';
import { netWeights } from '../rules/net-weights.js';
import { noteDigest } from '../rules/note-digest.js';
import { lockLedger, type LockedLedger } from './lock-ledger.js';
import {
  writeSet,
  type ChangedRecord,
  type LedgerHead,
  type SetProvenance,
  type WrittenTransfer,
} from './write-set.js';

/** A set that every rule about its lines has let pass. */
export interface PlannedSet {
  readonly setId: string;
  readonly districtCode: string;
  readonly kind: EntryKind;
  readonly idempotencyKey: string;
  readonly imported: boolean;
  readonly provenance: SetProvenance;
  readonly transfers: readonly PlannedTransfer[];
  /** What a correction gives back of the outcomes of the transfer it takes back. */
  readonly releasedOutcomes?: readonly OutcomeShare[];
  /** Looked at once the accounts are locked; refuses what another writer did meanwhile. */
  readonly checkLocked?: () => Promise<void>;
  /** Records beside the transfers and their funds that the set changes. */
  readonly alsoChanged?: readonly ChangedRecord[];
}

/**
 * Posts or reserves a set, all of it or nothing: the one way into the ledger.
 * @returns the ids of its transfers, in the order of its lines
 * @throws Refusal ACCOUNT_OVERDRAWN, PLACE_MISMATCH, NOT_FOUND, RULE_VIOLATED
 */
export async function postSet(scope: WriteScope, set: PlannedSet): Promise<readonly string[]> {
  const { transfers, districtCode, kind } = set;
  const moves = accountMoves(transfers, kind === 'POSTED' ? 'POST' : 'RESERVE');
  const ledger = await lockLedger(scope.tx, needsOf(set));
  await set.checkLocked?.();
  for (const transfer of transfers) requireOpen(ledger, transfer, set);
  for (const move of moves) {
    const account = ledger.accounts.get(move.code);
    invariant(account, `Account ${move.code} is locked.`);
    requireCovered(move, account, fieldOf(transfers, move.code));
  }

  const written = writtenTransfers(scope, set, ledger);
  const heads = newHeads(written);
  const changed = await writeSet(scope.tx, {
    facts: factsOf(scope, set),
    kind,
    provenance: set.provenance,
    transfers: written,
    moves,
    heads,
    changes: changesOf(set),
  });
  invariant(
    changed === moves.length + heads.length,
    `A set of ${districtCode} finds all its rows.`,
  );
  return transfers.map(({ id }) => id);
}

const factsOf = ({ now, viewer }: WriteScope, set: PlannedSet): SetFacts => ({
  setId: set.setId,
  setSize: set.transfers.length,
  districtCode: set.districtCode,
  recordedAt: now,
  imported: set.imported,
  caller: viewer.id,
  idempotencyKey: set.idempotencyKey,
});

function needsOf({ districtCode, transfers, releasedOutcomes = [] }: PlannedSet) {
  const accounts = transfers.flatMap(({ from, to }) => [from, to]).filter(keepsBalance);
  const fundIds = distinct(transfers.map(fundIdOf).filter((id) => id !== null));
  return {
    districtCode,
    accountCodes: distinct(accounts.map(({ code }) => code)),
    fundIds,
    ledgerIds: distinct(transfers.map((transfer) => fundIdOf(transfer) ?? districtCode)),
    weights: netWeights(
      transfers.flatMap(({ outcomes }) => outcomes),
      releasedOutcomes,
    ),
  };
}

// The fund is there, of the set's district and open for this; so is each account.
function requireOpen(
  { accounts, funds }: LockedLedger,
  transfer: PlannedTransfer,
  { districtCode, imported }: PlannedSet,
): void {
  const { from, to, field, code, effectiveAt } = transfer;
  const fundId = fundIdOf(transfer);
  if (fundId !== null) {
    const fund = funds.get(fundId) ?? refuseUnknown('Fund', fundId, field);
    if (fund.districtCode !== districtCode) refusePlace(`Fund ${fundId}`, districtCode, field);
    const correction = code === 'CORRECTION';
    const direction = directionOf(from, to);
    if (direction && !imported) requireFlow(fund, direction, field, { correction });
    // What is taken back may be history, and is taken back at its own instant.
    if (!correction && !imported) requireBegun(fund, effectiveAt, `${field}.effectiveAt`);
  }
  for (const account of [from, to].filter(keepsBalance)) {
    if (accounts.get(account.code)?.districtCode !== districtCode) {
      refusePlace(`Account ${account.code}`, districtCode, field);
    }
  }
}

const refusePlace = (what: string, districtCode: string, field: string): never =>
  refuse('PLACE_MISMATCH', {
    field,
    message: `${what} is not of district ${districtCode}. A set moves money of one district.`,
  });

function writtenTransfers(
  scope: WriteScope,
  set: PlannedSet,
  { heads }: LockedLedger,
): readonly WrittenTransfer[] {
  const facts = factsOf(scope, set);
  const last = new Map<string, ChainHead>(heads);
  return set.transfers.map((planned, index) => {
    const donor = planned.donor && { ...planned.donor, salt: newSalt() };
    const note = planned.note === null ? null : { text: planned.note, salt: newSalt() };
    const transfer = ledgerTransfer(planned, {
      set: facts,
      line: index + 1,
      donorDigest: donor && donorDigest(donor, donor.salt),
      noteDigest: note && noteDigest(note.text, note.salt),
    });
    const link = nextLink(last, transfer, set.kind);
    return { transfer, link, donor, note };
  });
}

const newSalt = (): string => randomBytes(16).toString('hex');

function nextLink(
  last: Map<string, ChainHead>,
  transfer: LedgerTransfer,
  kind: EntryKind,
): ChainHead {
  const ledgerId = ledgerOf(transfer);
  const head = last.get(ledgerId);
  invariant(head, `Ledger ${ledgerId} has a head.`);
  const [link] = extendChain(head, [transferPayload(transfer, kind)]);
  invariant(link, 'One payload gives one link.');
  last.set(ledgerId, link);
  return link;
}

function newHeads(written: readonly WrittenTransfer[]): readonly LedgerHead[] {
  const heads = new Map(written.map(({ transfer, link }) => [ledgerOf(transfer), link] as const));
  return [...heads].map(([ledgerId, link]) => ({ ledgerId, ...link }));
}

function changesOf({ transfers, alsoChanged = [] }: PlannedSet): readonly ChangedRecord[] {
  const funds = distinct(transfers.map(fundIdOf).filter((id) => id !== null));
  return [
    ...transfers.map(({ id }) => ({ type: 'Transfer', id, change: 'CREATED' as const })),
    ...funds.map((id) => ({ type: 'Fund', id, change: 'CHANGED' as const })),
    ...alsoChanged,
  ];
}

const fieldOf = (transfers: readonly PlannedTransfer[], code: string): string =>
  transfers.find(({ from }) => from.code === code)?.field ?? 'lines';

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
