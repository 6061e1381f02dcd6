import {
  emptyChain,
  findChainBreak,
  type ChainHead,
  type Statement,
  type Transaction,
} from '@linju/kit';

import { readLinks } from './vouched-links.js';
import type { LedgerFault } from './verify-ledger.js';

/**
 * Follows every hash chain from its start to its last link, reading what each link vouches for again
 * from the records, and holds the head against that link. A chain is looked for wherever a fund, a
 * transfer, a link or a head names one, so that none is left out for want of another. Links that are
 * added meanwhile are for the next time.
 */
export async function findChainFaults(tx: Transaction): Promise<readonly LedgerFault[]> {
  const faults: LedgerFault[] = [];
  for (const ledger of await tx.rows(readLedgers, {})) {
    const messages = [await faultOfLinks(tx, ledger), faultOfHead(ledger)];
    for (const message of messages) {
      if (message) faults.push({ check: 'chain', subject: ledger.ledgerId, message });
    }
  }
  return faults;
}

// One page at a time: a chain grows for ever, what is held of it does not.
const pageSize = 2_000;

async function faultOfLinks(tx: Transaction, { ledgerId, last }: Ledger): Promise<string | null> {
  let reached = emptyChain(ledgerId);
  while (reached.position < last.position) {
    const { position: after } = reached;
    const links = await tx.rows(readLinks, { ledgerId, after, upTo: last.position, pageSize });
    const found = findChainBreak(reached, links);
    if (found) {
      const link = links.find(({ position }) => position === found.position);
      return `Link ${found.position} does not hold: ${link?.missing ?? whatFor[found.reason]}.`;
    }
    const end = links.at(-1);
    if (!end) return `Links ${after + 1} to ${last.position} are missing.`;
    reached = { position: end.position, hash: end.hash };
  }
  return null;
}

const whatFor = {
  GAP: 'one is missing or comes twice',
  HASH: 'it, or what it vouches for, was changed',
} as const;

function faultOfHead({ head, last }: Ledger): string | null {
  if (head === null) return 'It has no head.';
  if (head.position !== last.position) {
    return `The head stands at link ${head.position}; the last link is ${last.position}.`;
  }
  return head.hash === last.hash ? null : 'The head is not the last link.';
}

interface Ledger {
  readonly ledgerId: string;
  /** Null: it is not there. */
  readonly head: ChainHead | null;
  /** The last link; of a chain without links its start. */
  readonly last: ChainHead;
}

// Head and last link in one statement, so that both are of one moment.
const readLedgers: Statement<Ledger> = {
  text: `
    with named as (
      select id as ledger_id from funds.fund
      union select ledger_id from funds.transfer
      union select ledger_id from funds.ledger_link
      union select ledger_id from funds.ledger_head
    )
    select n.ledger_id, h.position, h.hash, l.position, l.hash
    from named n
    left join funds.ledger_head h on h.ledger_id = n.ledger_id
    left join lateral (
      select position, hash from funds.ledger_link k
      where k.ledger_id = n.ledger_id order by k.position desc limit 1
    ) l on true
    order by n.ledger_id`,
  parameters: () => [],
  decode: ([id, headPosition, headHash, lastPosition, lastHash]) => {
    const ledgerId = id as string;
    return {
      ledgerId,
      head: headOf(headPosition, headHash),
      last: headOf(lastPosition, lastHash) ?? emptyChain(ledgerId),
    };
  },
};

const headOf = (position: unknown, hash: unknown): ChainHead | null =>
  position === null ? null : { position: Number(position), hash: hash as string };
