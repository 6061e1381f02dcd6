-- Community funds and what they promise, give and publish. The money itself is in the ledger (0002).
-- Places, partners, organisations and policies belong to other subgraphs: their keys are kept as text.

create table funds.fund (
  id                    text primary key check (id ~ '^fund_'),
  name                  text not null check (length(name) between 1 and 200),
  aliases               text[] not null default '{}',
  kind                  text not null check (kind in ('COMMUNITY_CHARITY_FUND', 'COMMUNITY_DEVELOPMENT_FUND')),
  district_code         text not null check (district_code ~ '^\d{6}$' and district_code !~ '00$'),
  street_code           text check (street_code ~ '^\d{9}$'),
  community_id          text check (community_id ~ '^community_'),
  host_charity_id       text check (host_charity_id ~ '^organisation_'),
  policy_id             text check (policy_id ~ '^policyinstrument_'),
  initiated_at          text check (initiated_at ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  launched_on           date,
  state                 text not null check (state in ('PREPARING', 'OPEN', 'SUSPENDED', 'WINDING_UP', 'CLOSED')),
  founders_value        bigint check (founders_value between 0 and 9007199254740991),
  founders_qualifier    text check (founders_qualifier in ('EXACT', 'AT_LEAST', 'AT_MOST', 'NEARLY', 'ABOUT')),
  founders_unit         text check (founders_unit in ('PERSON', 'ORGANISATION', 'FIRM', 'UNIT_OR_PERSON')),
  -- Totals; the members are never stored.
  committee_members     int check (committee_members >= 0),
  committee_unpaid      boolean,
  committee_supervisors int check (committee_supervisors >= 0),
  fundraising_kind      text not null check (fundraising_kind in ('DIRECTED', 'PUBLIC', 'NONE', 'NOT_STATED')),
  purposes              text[] not null default '{}',
  inflow_channels       text[] not null default '{}',
  constraint fund_within_district check (left(street_code, 6) = district_code),
  constraint fund_name_unique unique (district_code, name),
  constraint fund_founders_whole check (num_nulls(founders_value, founders_qualifier, founders_unit) in (0, 3)),
  constraint fund_launched_once_open check (state = 'PREPARING' or launched_on is not null)
);
create index fund_by_name on funds.fund (name, id);
create index fund_by_launch on funds.fund ((coalesce(launched_on, '0001-01-01'::date)), id);
create index fund_of_street on funds.fund (street_code, name, id) where street_code is not null;
create index fund_of_community on funds.fund (community_id, name, id) where community_id is not null;

create table funds.pledge (
  id               text primary key check (id ~ '^pledge_'),
  fund_id          text not null references funds.fund,
  district_code    text not null,
  kind             text not null check (kind in ('FOUNDING', 'MONTHLY')),
  amount_fen       bigint not null check (amount_fen between 1 and 1000000000000),
  day_of_month     int check (day_of_month between 1 and 28),
  valid_from       date not null,
  valid_to         date,
  state            text not null check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
  donor_kind       text not null check (donor_kind in
    ('ORGANISATION', 'INDIVIDUAL', 'UNIT_OR_INDIVIDUAL', 'PARTNER', 'PUBLIC', 'GOVERNMENT')),
  donor_visibility text not null check (donor_visibility in ('NAMED', 'ANONYMOUS')),
  constraint pledge_period check (valid_from < valid_to),
  constraint pledge_day_when_monthly check ((kind = 'MONTHLY') = (day_of_month is not null)),
  constraint pledge_named_organisation check (donor_visibility = 'ANONYMOUS' or donor_kind in ('ORGANISATION', 'GOVERNMENT'))
);
create index pledge_of_fund on funds.pledge (fund_id, valid_from, id);

create table funds.pledge_personal (
  pledge_id       text primary key references funds.pledge,
  district_code   text not null,
  visibility      text not null check (visibility in ('NAMED', 'ANONYMOUS')),
  organisation_id text check (organisation_id ~ '^organisation_'),
  partner_id      text check (partner_id ~ '^partner_'),
  name            text check (length(name) between 1 and 100),
  constraint pledge_one_donor check (num_nonnulls(organisation_id, partner_id, name) = 1)
);

create table funds."grant" (
  id                text primary key check (id ~ '^grant_'),
  fund_id           text not null references funds.fund,
  district_code     text not null,
  recipient_type    text not null check (recipient_type in ('Partner', 'Team')),
  recipient_id      text not null check (recipient_id like lower(recipient_type) || '\_%'),
  title             text not null check (length(title) between 1 and 200),
  purpose           text not null,
  applied_fen       bigint not null check (applied_fen between 1 and 1000000000000),
  awarded_fen       bigint,
  planned_from      timestamptz(3),
  planned_to        timestamptz(3),
  actual_from       timestamptz(3),
  actual_to         timestamptz(3),
  beneficiary_place text check (beneficiary_place ~ '^(\d{6}|\d{9})$'),
  open_call         boolean not null,
  state             text not null check (state in
    ('PIPELINE', 'APPROVED', 'IMPLEMENTATION', 'SUSPENDED', 'FINALISATION', 'CLOSED', 'CANCELLED')),
  constraint grant_planned_period check (planned_from < planned_to),
  constraint grant_actual_period check (actual_from < actual_to),
  constraint grant_awarded_within_applied check (awarded_fen between 1 and applied_fen),
  constraint grant_awarded_once_approved check (state in ('PIPELINE', 'CANCELLED') or awarded_fen is not null)
);
create index grant_of_fund on funds."grant" (fund_id, id);
create index grant_of_recipient on funds."grant" (recipient_id, id);

create table funds.grant_milestone (
  grant_id      text not null references funds."grant",
  position      int not null check (position between 1 and 50),
  district_code text not null,
  name          text not null check (length(name) between 1 and 200),
  planned_on    text check (planned_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  met_on        text check (met_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  state         text not null check (state in ('SCHEDULED', 'MET', 'NOT_MET', 'PARTIALLY_MET')),
  date_modified timestamptz(3) not null,
  primary key (grant_id, position),
  constraint milestone_met_on_a_day check ((state in ('MET', 'PARTIALLY_MET')) = (met_on is not null))
);

-- Benefit money planned per place and year. A line is never changed: what changes is entered as ADJUSTED.
create table funds.budget_line (
  id              text primary key check (id ~ '^budgetline_'),
  district_code   text not null,
  street_code     text check (street_code ~ '^\d{9}$'),
  year            int not null check (year between 1900 and 2199),
  phase           text not null check (phase in ('PROPOSED', 'APPROVED', 'ADJUSTED', 'EXECUTED')),
  functional_code text not null check (functional_code ~ '^[0-9A-Za-z]{1,20}$'),
  economic_code   text not null check (economic_code ~ '^[0-9A-Za-z]{1,20}$'),
  purpose         text not null,
  amount_fen      bigint not null check (amount_fen between 0 and 1000000000000),
  recorded_at     timestamptz(3) not null,
  constraint budget_line_within_district check (left(street_code, 6) = district_code)
);
create unique index budget_line_once_per_phase on funds.budget_line
  (district_code, coalesce(street_code, ''), year, phase, functional_code, economic_code, purpose)
  where phase <> 'ADJUSTED';
create index budget_line_of_place on funds.budget_line (district_code, year, id);

create table funds.disclosure (
  id              text primary key check (id ~ '^disclosure_'),
  district_code   text not null,
  fund_id         text references funds.fund,
  host_charity_id text check (host_charity_id ~ '^organisation_'),
  duty            text not null check (duty in
    ('FUNDRAISING_EVERY_3_MONTHS', 'FUNDRAISING_END_3_MONTHS', 'PROJECT_EVERY_3_MONTHS', 'PROJECT_END_3_MONTHS',
     'MAJOR_EVENT_30_DAYS', 'LEFTOVER_3_MONTHS', 'PARTNER_EVALUATION_3_MONTHS', 'ANNUAL_31_MAY', 'COMMUNITY_PERIODIC')),
  subject_type    text,
  subject_id      text,
  due_at          timestamptz(3) not null,
  published_at    timestamptz(3),
  channels        text[] not null default '{}',
  correction_of   text constraint disclosure_corrected_once unique references funds.disclosure,
  correction_note text,
  constraint disclosure_of_fund_or_host check (num_nonnulls(fund_id, host_charity_id) = 1),
  constraint disclosure_published_somewhere check ((published_at is null) = (cardinality(channels) = 0)),
  constraint disclosure_correction_with_note check ((correction_of is null) = (correction_note is null)),
  constraint disclosure_not_own_correction check (correction_of <> id),
  check ((subject_type is null) = (subject_id is null))
);
create index disclosure_of_fund on funds.disclosure (fund_id, due_at, id) where fund_id is not null;
create index disclosure_of_district on funds.disclosure (district_code, due_at, id);

-- What the rules R1 to R10 found of a fund, each with the day it speaks of. Found again, it is found
-- anew: older findings stay, so that an earlier day still shows what was known then.
create table funds.compliance_finding (
  id            text primary key check (id ~ '^compliancefinding_'),
  fund_id       text not null references funds.fund,
  district_code text not null,
  rule          text not null check (rule ~ '^R([1-9]|10)$'),
  result        text not null check (result in ('MET', 'NOT_MET', 'UNKNOWN')),
  as_of         timestamptz(3) not null,
  recorded_at   timestamptz(3) not null,
  detail        text not null check (length(detail) between 1 and 500),
  policy_id     text not null check (policy_id ~ '^policyinstrument_')
);
create index finding_of_fund on funds.compliance_finding (fund_id, as_of, recorded_at, rule);
