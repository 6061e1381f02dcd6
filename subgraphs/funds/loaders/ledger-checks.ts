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
      union
      select e.transfer_id from funds.entry e
      where not exists (select from funds.transfer t where t.id = e.transfer_id)`,
  ),
  check(
    'sets',
    'The set does not have all its transfers, or is not there for those it has.',
    `select s.id from funds.transfer_set s
      where s.size <> (select count(*) from funds.transfer t where t.set_id = s.id)
      union
      select t.set_id from funds.transfer t
      where not exists (select from funds.transfer_set s where s.id = t.set_id)
      union
      select r.set_id from funds.set_resolution r
      where not exists (select from funds.transfer_set s where s.id = r.set_id)`,
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
    'The weight kept for the outcome is not the sum over the transfers of the district that stand.',
    `select outcome_type || ':' || outcome_id
      from (
        select o.outcome_type, o.outcome_id, t.district_code, sum(o.weight_bps) as claimed
        from funds.transfer_outcome o
        join funds.transfer t on t.id = o.transfer_id
        left join funds.set_resolution r on r.set_id = t.set_id
        where coalesce(r.state, 'PENDING') in ('PENDING', 'POSTED')
          and not exists (select from funds.transfer c where c.corrects = t.id and c.code = 'CORRECTION')
        group by 1, 2, 3) as standing
      full join funds.outcome_weight w using (outcome_type, outcome_id, district_code)
      where coalesce(standing.claimed, 0) <> coalesce(w.weight_bps, 0)`,
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
      where l.times is distinct from 1 or t.id is null
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
        or (l.kind = 'POSTED' and (r.state <> 'POSTED' or r.recorded_at <> t.recorded_at or r.reason is not null))`,
  ),
  // Row policies go by these columns: a donor under another district is shown to that one's officers.
  check(
    'districts',
    'Something of it stands under another district than the fund or the transfer it belongs to.',
    `select distinct beside.subject
      from (
        select t.id as subject, t.district_code as expected, s.district_code as stored
          from funds.transfer t join funds.transfer_set s on s.id = t.set_id
        union all select t.id, t.district_code, e.district_code
          from funds.transfer t join funds.entry e on e.transfer_id = t.id
        union all select t.id, t.district_code, l.district_code
          from funds.transfer t join funds.ledger_link l on l.transfer_id = t.id
        union all select t.id, t.district_code, l.district_code
          from funds.transfer t join funds.ledger_link l on l.set_id = t.set_id
        union all select t.id, t.district_code, r.district_code
          from funds.transfer t join funds.set_resolution r on r.set_id = t.set_id
        union all select t.id, t.district_code, o.district_code
          from funds.transfer t join funds.transfer_outcome o on o.transfer_id = t.id
        union all select t.id, t.district_code, p.district_code
          from funds.transfer t join funds.transfer_personal p on p.transfer_id = t.id
        union all select t.id, t.district_code, i.district_code
          from funds.transfer t join funds.transfer_internal i on i.transfer_id = t.id
        union all select f.id, f.district_code, t.district_code
          from funds.fund f join funds.transfer t on t.fund_id = f.id
        union all select f.id, f.district_code, a.district_code
          from funds.fund f join funds.account a on a.fund_id = f.id
        union all select f.id, f.district_code, h.district_code
          from funds.fund f join funds.ledger_head h on h.ledger_id = f.id
      ) as beside
      where beside.expected <> beside.stored`,
  ),
  // A chain cannot tell that all of it is gone. What was written beside it in the same transactions can.
  check(
    'records',
    'Other records tell of it, but it is not there: it was removed.',
    `select distinct told.id
      from (
        select entity_type as type, entity_id as id from funds.provenance
        union all select entity_type, entity_id from funds.outbox
        union all select entity_type, entity_id from funds.transition
        union all select 'TransferSet', result ->> 'setId' from funds.idempotency
        union all select 'Fund', fund_id from funds.account
        union all select 'Fund', fund_id from funds.transfer
        union all select 'Fund', fund_id from funds.pledge
        union all select 'Fund', fund_id from funds."grant"
        union all select 'Fund', fund_id from funds.disclosure
        union all select 'Fund', fund_id from funds.compliance_finding
      ) as told
      where told.id is not null and case told.type
        when 'Fund' then not exists (select from funds.fund f where f.id = told.id)
        when 'Transfer' then not exists (select from funds.transfer t where t.id = told.id)
        when 'TransferSet' then not exists (select from funds.transfer_set s where s.id = told.id)
        else false end`,
  ),
];
