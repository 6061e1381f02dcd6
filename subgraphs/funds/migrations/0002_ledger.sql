-- The ledger. A transfer takes an amount out of one account and puts it into another, and is never
-- changed. Around it:
--
--   transfer_set 1 -- n transfer 1 -- 2 entry (DEBIT -amount, CREDIT +amount)
--        |                  \-- 1 ledger_link (its place in the hash chain of its ledger)
--        \-- 0..1 set_resolution (POSTED | VOIDED | EXPIRED; none: PENDING)
--
-- What the database itself refuses, whoever writes: an account below zero, a second resolution, a
-- second correction, a set that is not whole, a transfer without its two entries, and any change or
-- removal of what was written (the role may select and insert only).

-- WORLD and USE accounts have no row here. What a partner owes has an account per district, since only
-- the partners' own subgraph knows where a partner belongs: with one for all, the first to post would own it.
-- Half of each page is left free, so that the counters are rewritten in place and no index is touched.
create table funds.account (
  code          text primary key,
  kind          text not null,
  fund_id       text references funds.fund,
  purpose       text,
  partner_id    text,
  place_code    text,
  district_code text not null,
  posted_in     bigint not null default 0 check (posted_in >= 0),
  posted_out    bigint not null default 0 check (posted_out >= 0),
  pending_in    bigint not null default 0 check (pending_in >= 0),
  pending_out   bigint not null default 0 check (pending_out >= 0),
  -- What is reserved to leave cannot be spent twice.
  constraint account_not_overdrawn check (posted_in - posted_out - pending_out >= 0),
  -- Not `=`: a kind that is none of these, or a part that is missing, gives null, and a check lets null pass.
  constraint account_code_agrees check (code is not distinct from case kind
    when 'FUND_CASH' then 'FUND:' || fund_id || ':CASH'
    when 'FUND_IN_KIND' then 'FUND:' || fund_id || ':IN_KIND'
    when 'FUND_RESTRICTED' then 'FUND:' || fund_id || ':RESTRICTED:' || purpose
    when 'PARTNER_SHARE_DUE' then 'PARTNER:' || partner_id || ':SHARE_DUE:' || place_code
    when 'STREET_SERVICE_CENTRE' then 'STREET:' || place_code || ':SERVICE_CENTRE'
    when 'GOV_BENEFIT' then 'GOV:' || place_code || ':BENEFIT' end),
  constraint account_within_district check (left(place_code, 6) = district_code)
) with (fillfactor = 50);
create index account_of_fund on funds.account (fund_id, code) where fund_id is not null;

create table funds.transfer_set (
  id              text primary key check (id ~ '^transferset_'),
  size            int not null check (size between 1 and 100),
  district_code   text not null,
  caller          text not null,
  idempotency_key text not null,
  -- The target of the transfers' key, by which each of them knows how many there are.
  unique (id, size),
  -- Keys of the table `idempotency` may be forgotten after a time; a payment may not come again.
  constraint transfer_set_posted_once unique (caller, idempotency_key)
);

create table funds.transfer (
  id               text primary key check (id ~ '^transfer_'),
  set_id           text not null,
  set_size         int not null,
  line             int not null,
  district_code    text not null,
  fund_id          text,
  ledger_id        text not null,
  partner_id       text,
  from_account     text not null,
  to_account       text not null,
  amount_fen       bigint not null,
  code             text not null check (code in
    ('DONATION', 'PLEDGE', 'SALE', 'SERVICE_FEE', 'REVENUE_SHARE', 'GOVERNMENT_GRANT', 'GRANT_COMMITMENT', 'GRANT_PAYMENT',
     'EXPENDITURE', 'AWARD', 'IN_KIND_RECEIPT', 'IN_KIND_ISSUE', 'RESTRICT', 'CORRECTION')),
  channel          text check (channel in
    ('DIRECTED', 'CONSUMPTION', 'MONTHLY', 'SERVICE', 'GOODS_SALE', 'REVENUE_SHARE', 'CAPITAL', 'SERVICE_FEE', 'GOVERNMENT',
     'OTHER', 'NOT_STATED')),
  phase            text check (phase in ('FOUNDING', 'OPERATING')),
  purpose          text,
  corrects         text references funds.transfer,
  correction_note  text,
  source_type      text,
  source_id        text,
  valuation_basis  text,
  effective_at     timestamptz(3) not null,
  recorded_at      timestamptz(3) not null,
  imported         boolean not null,
  related_party    boolean,
  donor_kind       text check (donor_kind in
    ('ORGANISATION', 'INDIVIDUAL', 'UNIT_OR_INDIVIDUAL', 'PARTNER', 'PUBLIC', 'GOVERNMENT')),
  donor_visibility text not null check (donor_visibility in ('NAMED', 'ANONYMOUS')),
  donor_digest     text,
  note_digest      text,
  -- Cash that came into a fund from outside, or was taken back by a correction; null: neither.
  inflow_fen       bigint generated always as (case
    when code <> 'CORRECTION' and to_account ~ '^FUND:.*:(CASH|RESTRICTED:.*)$' and from_account not like 'FUND:%' then amount_fen
    when code = 'CORRECTION' and from_account ~ '^FUND:.*:(CASH|RESTRICTED:.*)$' and to_account not like 'FUND:%' and to_account not like 'USE:%'
      then -amount_fen end) stored,
  -- Cash that a fund spent, likewise.
  outflow_fen      bigint generated always as (case
    when code <> 'CORRECTION' and from_account ~ '^FUND:.*:(CASH|RESTRICTED:.*)$' and to_account like 'USE:%' then amount_fen
    when code = 'CORRECTION' and to_account ~ '^FUND:.*:(CASH|RESTRICTED:.*)$' and from_account like 'USE:%' then -amount_fen end) stored,
  constraint transfer_amount_positive check (amount_fen between 1 and 1000000000000),
  constraint transfer_two_accounts check (from_account <> to_account),
  constraint transfer_of_one_fund check (
    (from_account not like 'FUND:%' or split_part(from_account, ':', 2) = coalesce(fund_id, ''))
    and (to_account not like 'FUND:%' or split_part(to_account, ':', 2) = coalesce(fund_id, ''))),
  constraint transfer_in_its_ledger check (ledger_id = coalesce(fund_id, district_code)),
  -- Restricted money leaves for its purpose; only a correction may take it back where it came from.
  constraint transfer_restricted_purpose check (
    code = 'CORRECTION' or split_part(from_account, ':', 3) <> 'RESTRICTED'
    or coalesce(purpose, '') = split_part(from_account, ':', 4)),
  constraint transfer_inflow_told check ((channel is null) = (phase is null)),
  constraint transfer_correction_with_note check ((corrects is null) = (correction_note is null)),
  constraint transfer_correction_corrects check (code <> 'CORRECTION' or corrects is not null),
  constraint transfer_goods_valued check (code <> 'IN_KIND_RECEIPT' or valuation_basis is not null),
  constraint transfer_named_organisation check (donor_visibility = 'ANONYMOUS' or donor_kind in ('ORGANISATION', 'GOVERNMENT')),
  check ((source_type is null) = (source_id is null)),
  foreign key (set_id, set_size) references funds.transfer_set (id, size),
  -- Lines 1 to the size, each once: to a set that is whole nothing can be added.
  constraint transfer_line_in_set check (line between 1 and set_size),
  constraint transfer_line_once unique (set_id, line)
);
-- One transfer is taken back once, and replaced once.
create unique index transfer_corrected_once on funds.transfer (corrects, (code = 'CORRECTION')) where corrects is not null;
create index transfer_of_fund on funds.transfer (fund_id, effective_at, id) where fund_id is not null;
create index transfer_of_partner on funds.transfer (partner_id, effective_at, id) where partner_id is not null;
create index transfer_of_source on funds.transfer (source_type, source_id) where source_type is not null;

create table funds.entry (
  transfer_id   text not null references funds.transfer,
  side          text not null check (side in ('DEBIT', 'CREDIT')),
  account_code  text not null,
  amount_fen    bigint not null,
  district_code text not null,
  primary key (transfer_id, side),
  constraint entry_sign check ((side = 'DEBIT') = (amount_fen < 0))
);
create index entry_of_account on funds.entry (account_code) include (amount_fen, transfer_id);

create table funds.set_resolution (
  set_id        text primary key references funds.transfer_set,
  district_code text not null,
  state         text not null check (state in ('POSTED', 'VOIDED', 'EXPIRED')),
  effective_at  timestamptz(3),
  recorded_at   timestamptz(3) not null,
  reason        text,
  constraint set_posted_at_once check (state = 'POSTED' or effective_at is not null)
);

create table funds.transfer_outcome (
  transfer_id   text not null references funds.transfer,
  outcome_type  text not null check (outcome_type in ('Event', 'Request', 'Hazard', 'Distribution', 'Grant', 'NeedMatch')),
  outcome_id    text not null,
  weight_bps    int not null check (weight_bps between 1 and 10000),
  district_code text not null,
  primary key (transfer_id, outcome_type, outcome_id)
);
create index transfer_outcome_of on funds.transfer_outcome (outcome_type, outcome_id, transfer_id);

-- The sum over all transfers of a district that stand. Two writers meet in this row, so they cannot both
-- fit in. One row per district: whose an outcome is only its own subgraph knows, and the first district to
-- name it would otherwise own it, and could shut every other out by claiming the whole.
create table funds.outcome_weight (
  outcome_type  text not null,
  outcome_id    text not null,
  weight_bps    int not null,
  district_code text not null,
  primary key (outcome_type, outcome_id, district_code),
  constraint outcome_weight_within_whole check (weight_bps between 0 and 10000)
);

create table funds.transfer_personal (
  transfer_id     text primary key references funds.transfer,
  district_code   text not null,
  visibility      text not null check (visibility in ('NAMED', 'ANONYMOUS')),
  organisation_id text check (organisation_id ~ '^organisation_'),
  partner_id      text check (partner_id ~ '^partner_'),
  name            text check (length(name) between 1 and 100),
  -- With the donor it gives the transfer's donor_digest: the chain vouches for the donor without
  -- holding it, and once this row is erased the digest says nothing.
  salt            text not null,
  constraint transfer_one_donor check (num_nonnulls(organisation_id, partner_id, name) = 1)
);
create index transfer_personal_of_partner on funds.transfer_personal (partner_id) where partner_id is not null;
create table funds.transfer_internal (
  transfer_id   text primary key references funds.transfer,
  district_code text not null,
  note          text not null check (length(note) between 1 and 1000),
  -- As of the donor: with the note it gives the transfer's note_digest, and once erased nothing.
  salt          text not null
);

-- The hash chains, one per fund, and one per district for money that touches no fund.
create table funds.ledger_head (
  ledger_id     text primary key,
  district_code text not null,
  position      bigint not null check (position >= 0),
  hash          text not null check (hash ~ '^[0-9a-f]{64}$')
) with (fillfactor = 50);
create table funds.ledger_link (
  ledger_id     text not null,
  position      bigint not null check (position >= 1),
  kind          text not null check (kind in ('RESERVED', 'POSTED', 'RESOLVED')),
  transfer_id   text references funds.transfer,
  set_id        text references funds.transfer_set,
  hash          text not null check (hash ~ '^[0-9a-f]{64}$'),
  district_code text not null,
  primary key (ledger_id, position),
  -- RESERVED and POSTED are a transfer entering the book, RESOLVED is the end of a set's waiting.
  constraint ledger_link_of_one check (num_nonnulls(transfer_id, set_id) = 1 and (kind = 'RESOLVED') = (set_id is not null))
);

-- At commit, once per set and not once per row: every line is there, each with its two entries that
-- say what the transfer says, and each account is one of the set's district. That nothing is added
-- to the set later follows from the keys above, so no trigger is needed on transfer or entry.
create function funds.require_whole_set() returns trigger language plpgsql set search_path = '' as $$
declare
  whole int;
begin
  select count(*) into whole
  from funds.transfer t
  join funds.entry debit on debit.transfer_id = t.id and debit.side = 'DEBIT'
  join funds.entry credit on credit.transfer_id = t.id and credit.side = 'CREDIT'
  where t.set_id = new.id
    and t.district_code = new.district_code
    and debit.account_code = t.from_account and debit.amount_fen = -t.amount_fen
    and credit.account_code = t.to_account and credit.amount_fen = t.amount_fen
    and (t.from_account ~ '^(WORLD|USE):' or exists (
      select from funds.account a where a.code = t.from_account and a.district_code = t.district_code))
    and (t.to_account ~ '^(WORLD|USE):' or exists (
      select from funds.account a where a.code = t.to_account and a.district_code = t.district_code));
  if whole <> new.size then
    raise exception 'set % is not whole: % of % transfers hold', new.id, whole, new.size
      using errcode = '23514', constraint = 'transfer_set_is_whole';
  end if;
  return null;
end $$;
create constraint trigger transfer_set_is_whole after insert on funds.transfer_set
  deferrable initially deferred for each row execute function funds.require_whole_set();
