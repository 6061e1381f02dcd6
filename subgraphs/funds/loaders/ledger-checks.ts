import type { Statement } from '@linju/kit';

/** One thing that must hold, as a statement that names what breaks it. */
export interface LedgerCheck {
  readonly check: string;
  readonly statement: Statement<{ readonly subject: string }>;
  /** What is wrong with each subject that it names. */
  readonly message: string;
}

interface LedgerSize {
  readonly transfers: number;
  readonly sets: number;
  readonly ledgers: number;
  readonly differenceFen: bigint;
}

/** How much there is, and the sum of all entries. */
export const readLedgerSize: Statement<LedgerSize> = {
  text: `
    select (select count(*)::int from funds.transfer), (select count(*)::int from funds.transfer_set),
      (select count(*)::int from funds.ledger_head), (select coalesce(sum(amount_fen), 0)::bigint from funds.entry)`,
  parameters: () => [],
  decode: ([transfers, sets, ledgers, differenceFen]) =>
    ({ transfers, sets, ledgers, differenceFen }) as LedgerSize,
};

const check = (name: string, message: string, text: string): LedgerCheck => ({
  check: name,
  message,
  statement: {
    text: `${text} limit 20`,
    parameters: () => [],
    decode: ([subject]) => ({ subject: subject as string }),
  },
});

/** Everything that one statement can see. */
export const ledgerChecks: readonly LedgerCheck[] = [
  check(
    'entries',
    'The transfer does not have exactly the two entries that it says.',
    `select t.id from funds.transfer t
      where (select count(*) from funds.entry e where e.transfer_id = t.id and (
          (e.side = 'DEBIT' and e.account_code = t.from_account and e.amount_fen = -t.amount_fen)
          or (e.side = 'CREDIT' and e.account_code = t.to_account and e.amount_fen = t.amount_fen))) <> 2
      order by t.id`,
  ),
  check(
    'sets',
    'The set does not have all its transfers.',
    `select s.id from funds.transfer_set s
      where s.size <> (select count(*) from funds.transfer t where t.set_id = s.id)
      order by s.id`,
  ),
  check(
    'accounts',
    'Entries name the account, but it is not there.',
    `select distinct e.account_code from funds.entry e
      where e.account_code !~ '^(WORLD|USE):'
        and not exists (select from funds.account a where a.code = e.account_code)`,
  ),
  check(
    'balance',
    'The counters of the account are not the sums of its entries.',
    `select a.code
      from funds.account a
      left join lateral (
        select
          coalesce(sum(e.amount_fen) filter (where r.state = 'POSTED' and e.side = 'CREDIT'), 0) as posted_in,
          coalesce(sum(-e.amount_fen) filter (where r.state = 'POSTED' and e.side = 'DEBIT'), 0) as posted_out,
          coalesce(sum(e.amount_fen) filter (where r.set_id is null and e.side = 'CREDIT'), 0) as pending_in,
          coalesce(sum(-e.amount_fen) filter (where r.set_id is null and e.side = 'DEBIT'), 0) as pending_out
        from funds.entry e
        join funds.transfer t on t.id = e.transfer_id
        left join funds.set_resolution r on r.set_id = t.set_id
        where e.account_code = a.code
      ) s on true
      where (a.posted_in, a.posted_out, a.pending_in, a.pending_out)
        is distinct from (s.posted_in, s.posted_out, s.pending_in, s.pending_out)
      order by a.code`,
  ),
  check(
    'outcomes',
    'The weight kept for the outcome is not the sum over the transfers that stand.',
    `select w.outcome_type || ':' || w.outcome_id
      from funds.outcome_weight w
      where w.weight_bps <> (
        select coalesce(sum(o.weight_bps), 0)
        from funds.transfer_outcome o
        join funds.transfer t on t.id = o.transfer_id
        left join funds.set_resolution r on r.set_id = t.set_id
        where o.outcome_type = w.outcome_type and o.outcome_id = w.outcome_id
          and coalesce(r.state, 'PENDING') in ('PENDING', 'POSTED')
          and not exists (select from funds.transfer c where c.corrects = t.id and c.code = 'CORRECTION'))`,
  ),
  check(
    'corrections',
    'The correction is not the mirror of the transfer it takes back.',
    `select c.id from funds.transfer c join funds.transfer t on t.id = c.corrects
      where c.code = 'CORRECTION'
        and (c.from_account, c.to_account, c.amount_fen) is distinct from (t.to_account, t.from_account, t.amount_fen)`,
  ),
  check(
    'links',
    'The transfer or resolution does not stand in its hash chain exactly once.',
    `select coalesce(t.id, l.id) from funds.transfer t
      full join (
        select transfer_id as id, count(*) as times from funds.ledger_link where transfer_id is not null group by 1) l
        on l.id = t.id
      where l.times is distinct from 1
      union all
      select r.set_id from funds.set_resolution r
      where r.effective_at is not null
        and (select count(*) from funds.ledger_link l where l.set_id = r.set_id)
          <> (select count(distinct t.ledger_id) from funds.transfer t where t.set_id = r.set_id)`,
  ),
  check(
    'states',
    'The state of the set is not the one its hash chain tells.',
    `select distinct t.set_id from funds.transfer t
      join funds.ledger_link l on l.transfer_id = t.id
      left join funds.set_resolution r on r.set_id = t.set_id
      where (l.kind = 'POSTED') is distinct from (r.set_id is not null and r.effective_at is null)
        or (l.kind = 'POSTED' and (r.state <> 'POSTED' or r.recorded_at <> t.recorded_at))`,
  ),
];
