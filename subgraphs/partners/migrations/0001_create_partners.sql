-- Partners, the schemes they are members of, what was agreed with them, what they offer and do. Places,
-- organisations, facilities and funds belong to other subgraphs: here stand their codes and ids only.
--
-- The same id of a partner stands in several tables, because row policies read it. The keys of two columns
-- keep the copies true, and carry the new id along when two records of one partner become one.

create table partners.partner_scheme (
  id               text primary key check (id ~ '^partnerscheme_'),
  name             text not null check (length(name) between 1 and 200),
  kind             text not null check (kind in ('COMMUNITY_PARTNER', 'MEDIA_NETWORK', 'CO_BUILDING')),
  status           text not null check (status in ('PLANNED', 'ACTIVE', 'ENDED')),
  sponsor_id       text check (sponsor_id ~ '^organisation_'),
  city_code        text not null check (city_code ~ '^\d{4}00$'),
  -- Null: the scheme is of the whole city.
  district_code    text check (district_code ~ '^\d{6}$' and district_code !~ '00$'),
  policy_id        text check (policy_id ~ '^policyinstrument_'),
  partner_types    text[] not null default '{}'
    check (partner_types <@ array['COMMERCIAL', 'COMMUNITY_GROUP', 'INDIVIDUAL']),
  modes            text[] not null default '{}'
    check (modes <@ array['PROJECT', 'SPACE_FOR_RESOURCES', 'MARKET_LED_PUBLIC_BENEFIT', 'MUTUAL_BENEFIT']),
  open_recruitment boolean,
  award_title      text,
  award_min_fen    bigint check (award_min_fen > 0),
  award_max_fen    bigint,
  award_per_year   int check (award_per_year between 1 and 12),
  constraint scheme_within_city check (left(district_code, 4) = left(city_code, 4)),
  constraint award_rule_whole check (
    num_nonnulls(award_title, award_min_fen, award_max_fen, award_per_year) in (0, 4)),
  constraint award_range_in_order check (award_min_fen <= award_max_fen)
);
create index scheme_of_city on partners.partner_scheme (city_code, name, id);

create table partners.partner (
  id               text primary key check (id ~ '^partner_'),
  type             text not null check (type in ('COMMERCIAL', 'COMMUNITY_GROUP', 'INDIVIDUAL')),
  subtypes         text[] not null default '{}',
  display_name     text not null check (length(display_name) between 1 and 200),
  organisation_id  text check (organisation_id ~ '^organisation_'),
  city_code        text not null check (city_code ~ '^\d{4}00$'),
  -- Null only where a source of a city-wide scheme names the partner and no district.
  district_code    text check (district_code ~ '^\d{6}$' and district_code !~ '00$'),
  street_code      text check (street_code ~ '^\d{9}$'),
  community_id     text check (community_id ~ '^community_'),
  premises_state   text not null check (premises_state in ('KNOWN', 'NONE', 'UNKNOWN')),
  honours          text[] not null default '{}',
  last_verified_at timestamptz(3),
  verified_by      text check (verified_by ~ '^organisation_'),
  merged_into      text references partners.partner,
  constraint partner_type_agrees check ((type = 'INDIVIDUAL') = (organisation_id is null)),
  constraint partner_within_city check (left(district_code, 4) = left(city_code, 4)),
  constraint partner_within_district check (left(street_code, 6) = district_code),
  constraint partner_not_merged_into_itself check (merged_into <> id),
  constraint partner_with_type unique (id, type)
);
create unique index partner_one_per_organisation on partners.partner (organisation_id)
  where merged_into is null;
create index partner_of_district on partners.partner (district_code, display_name, id);
create index partner_of_city on partners.partner (city_code, display_name, id);
create index partner_of_street on partners.partner (street_code) where street_code is not null;
create index partner_of_community on partners.partner (community_id) where community_id is not null;
create index partner_merged on partners.partner (merged_into) where merged_into is not null;

-- Class P2: how to reach an individual partner. A table of its own, because row policies cannot hide columns.
create table partners.partner_personal (
  partner_id    text primary key,
  type          text not null default 'INDIVIDUAL' check (type = 'INDIVIDUAL'),
  district_code text not null,
  contact_name  text not null check (length(contact_name) between 1 and 50),
  phone         text not null check (length(phone) between 7 and 20),
  constraint profile_of_individual foreign key (partner_id, type) references partners.partner (id, type)
);

create table partners.partner_premises (
  partner_id    text not null references partners.partner,
  facility_id   text not null check (facility_id ~ '^facility_'),
  district_code text,
  primary key (partner_id, facility_id)
);
create index premises_at_facility on partners.partner_premises (facility_id, partner_id);

create table partners.membership (
  id            text primary key check (id ~ '^membership_'),
  partner_id    text not null references partners.partner,
  scheme_id     text not null references partners.partner_scheme,
  -- Whose officers decide: the scheme's district, for a city-wide scheme the partner's.
  district_code text,
  state         text not null check (state in ('APPLIED', 'UNDER_REVIEW', 'ADMITTED', 'AGREEMENT_SIGNED',
                                               'ACTIVE', 'SUSPENDED', 'EXITED', 'REJECTED')),
  applied_at    timestamptz(3),
  admitted_at   timestamptz(3),
  admitted_by   text check (admitted_by ~ '^organisation_'),
  constraint membership_with_partner unique (id, partner_id)
);
create unique index membership_once_per_scheme on partners.membership (partner_id, scheme_id)
  where state not in ('EXITED', 'REJECTED');
create index membership_of_partner on partners.membership (partner_id, state);
create index membership_of_district on partners.membership (district_code, state);
create index membership_of_scheme on partners.membership (scheme_id, state, id);

create table partners.agreement (
  id                          text primary key check (id ~ '^agreement_'),
  membership_id               text not null,
  partner_id                  text not null,
  district_code               text,
  counterparty_id             text not null check (counterparty_id ~ '^organisation_'),
  community_id                text check (community_id ~ '^community_'),
  mode                        text not null check (mode in
    ('PROJECT', 'SPACE_FOR_RESOURCES', 'MARKET_LED_PUBLIC_BENEFIT', 'MUTUAL_BENEFIT')),
  state                       text not null check (state in
    ('DRAFT', 'SIGNED', 'IN_FORCE', 'EXPIRED', 'TERMINATED')),
  signed_on                   date,
  period_from                 timestamptz(3),
  period_to                   timestamptz(3),
  space_facility_id           text check (space_facility_id ~ '^facility_'),
  space_fee_tier              text check (space_fee_tier in ('FREE', 'LOW_FEE', 'MARKET')),
  space_fee_fen               bigint check (space_fee_fen >= 0),
  revenue_share_bps           int not null default 0 check (revenue_share_bps between 0 and 10000),
  beneficiary_kind            text check (beneficiary_kind in ('COMMUNITY_FUND', 'STREET_SERVICE_CENTRE')),
  beneficiary_fund_id         text check (beneficiary_fund_id ~ '^fund_'),
  beneficiary_organisation_id text check (beneficiary_organisation_id ~ '^organisation_'),
  settlement_cycle            text check (settlement_cycle in ('MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY')),
  related_party               boolean not null,
  constraint agreement_of_membership foreign key (membership_id, partner_id)
    references partners.membership (id, partner_id) on update cascade,
  constraint agreement_with_partner unique (id, partner_id),
  constraint agreement_period_in_order check (period_from < period_to),
  constraint draft_is_unsigned check (state <> 'DRAFT' or signed_on is null),
  constraint space_needs_grant check (mode <> 'SPACE_FOR_RESOURCES' or space_facility_id is not null),
  constraint space_grant_whole check (
    (space_facility_id is null) = (space_fee_tier is null) and (space_fee_fen is null or space_fee_tier <> 'FREE')),
  constraint share_needs_beneficiary check (revenue_share_bps = 0 or beneficiary_kind is not null),
  constraint beneficiary_agrees check (
    (beneficiary_fund_id is not null) = (beneficiary_kind is not distinct from 'COMMUNITY_FUND')
    and (beneficiary_organisation_id is not null) = (beneficiary_kind is not distinct from 'STREET_SERVICE_CENTRE'))
);
create index agreement_of_membership_id on partners.agreement (membership_id, id);
create index agreement_of_community on partners.agreement (community_id) where community_id is not null;

-- Class P1: the money of an agreement.
create table partners.agreement_internal (
  agreement_id        text primary key,
  partner_id          text not null,
  district_code       text,
  purchase_fen        bigint check (purchase_fen >= 0),
  split_community_bps int check (split_community_bps between 0 and 10000),
  split_partner_bps   int check (split_partner_bps between 0 and 10000),
  split_other_bps     int check (split_other_bps between 0 and 10000),
  foreign key (agreement_id, partner_id) references partners.agreement (id, partner_id) on update cascade,
  constraint funding_split_whole check (
    num_nonnulls(split_community_bps, split_partner_bps, split_other_bps) in (0, 3)
    and (split_community_bps + split_partner_bps + split_other_bps = 10000) is not false)
);

create table partners.revenue_share_due (
  id            text primary key check (id ~ '^revenuesharedue_'),
  agreement_id  text not null,
  partner_id    text not null,
  district_code text,
  period_from   timestamptz(3) not null,
  period_to     timestamptz(3) not null,
  due_on        date not null,
  foreign key (agreement_id, partner_id) references partners.agreement (id, partner_id) on update cascade,
  constraint due_with_partner unique (id, partner_id),
  constraint due_once_per_period unique (agreement_id, period_from),
  check (period_from < period_to)
);
create index due_of_partner on partners.revenue_share_due (partner_id, due_on);

create table partners.revenue_share_due_internal (
  due_id        text primary key,
  partner_id    text not null,
  district_code text,
  base_fen      bigint not null check (base_fen >= 0),
  due_fen       bigint not null check (due_fen >= 0),
  foreign key (due_id, partner_id) references partners.revenue_share_due (id, partner_id) on update cascade,
  constraint due_within_base check (due_fen <= base_fen)
);

create table partners.evaluation (
  id            text primary key check (id ~ '^evaluation_'),
  membership_id text not null,
  partner_id    text not null,
  district_code text,
  year          int not null check (year between 1900 and 2199),
  result        text not null check (result in ('ELIGIBLE', 'NOT_ELIGIBLE', 'UNDECIDED')),
  evaluated_at  timestamptz(3) not null,
  foreign key (membership_id, partner_id) references partners.membership (id, partner_id) on update cascade,
  constraint evaluation_with_partner unique (id, partner_id)
);
create index evaluation_of_membership on partners.evaluation (membership_id, year, evaluated_at, id);

-- Class P1: how the result came about.
create table partners.evaluation_internal (
  evaluation_id text primary key,
  partner_id    text not null,
  district_code text,
  criteria      jsonb not null,
  scores        jsonb not null,
  foreign key (evaluation_id, partner_id) references partners.evaluation (id, partner_id) on update cascade
);

create table partners.award (
  id             text primary key check (id ~ '^award_'),
  membership_id  text not null,
  partner_id     text not null,
  scheme_id      text not null references partners.partner_scheme,
  evaluation_id  text references partners.evaluation,
  district_code  text,
  -- Whether the winner is a person: then the award is not for everybody to see.
  individual     boolean not null,
  title          text not null check (length(title) between 1 and 200),
  year           int not null check (year between 1900 and 2199),
  number_in_year int not null check (number_in_year >= 1),
  amount_min_fen bigint not null,
  amount_max_fen bigint not null,
  amount_fen     bigint not null,
  granted_at     timestamptz(3) not null,
  transfer_ref   text check (transfer_ref ~ '^transfer_'),
  foreign key (membership_id, partner_id) references partners.membership (id, partner_id) on update cascade,
  constraint award_once_a_year unique (membership_id, year, number_in_year),
  constraint award_within_range check (amount_fen between amount_min_fen and amount_max_fen)
);
create index award_of_scheme on partners.award (scheme_id, year, id);

create table partners.service_offering (
  id                 text primary key check (id ~ '^serviceoffering_'),
  partner_id         text not null references partners.partner,
  district_code      text,
  name               text not null check (length(name) between 1 and 200),
  service_kind       text not null,
  price_tier         text not null check (price_tier in ('FREE', 'LOW_FEE', 'MARKET')),
  price_fen          bigint check (price_fen > 0),
  price_unit         text,
  eligibility        text,
  required_documents text,
  status             text not null check (status in ('ACTIVE', 'TEMPORARILY_CLOSED', 'INACTIVE', 'DEFUNCT')),
  last_verified_at   timestamptz(3),
  verified_by        text check (verified_by ~ '^organisation_'),
  constraint offering_with_partner unique (id, partner_id),
  constraint free_has_no_price check (price_tier <> 'FREE' or price_fen is null),
  constraint price_with_unit check ((price_fen is null) = (price_unit is null))
);
create index offering_of_partner on partners.service_offering (partner_id, name, id);
create index offering_of_district on partners.service_offering (district_code, name, id);
create index offering_of_kind on partners.service_offering (service_kind, district_code) where status = 'ACTIVE';

create table partners.service_at_place (
  id            text primary key check (id ~ '^serviceatplace_'),
  offering_id   text not null,
  partner_id    text not null,
  district_code text not null check (district_code ~ '^\d{6}$'),
  community_id  text check (community_id ~ '^community_'),
  facility_id   text check (facility_id ~ '^facility_'),
  schedule      jsonb,
  valid_from    date,
  valid_to      date,
  foreign key (offering_id, partner_id) references partners.service_offering (id, partner_id) on update cascade,
  constraint service_has_one_place check (num_nonnulls(community_id, facility_id) = 1),
  constraint service_period_in_order check (valid_from < valid_to)
);
create index place_of_offering on partners.service_at_place (offering_id, id);
create index service_at_community on partners.service_at_place (community_id) where community_id is not null;

create table partners.need_item (
  id                text primary key check (id ~ '^needitem_'),
  title             text not null check (length(title) between 1 and 200),
  category          text not null,
  city_code         text not null check (city_code ~ '^\d{4}00$'),
  district_code     text not null check (district_code ~ '^\d{6}$'),
  street_code       text check (street_code ~ '^\d{9}$'),
  community_id      text check (community_id ~ '^community_'),
  raised_at         timestamptz(3) not null,
  source_request_id text constraint need_once_per_request unique check (source_request_id ~ '^request_'),
  state             text not null check (state in ('OPEN', 'MATCHED', 'MET', 'WITHDRAWN', 'LAPSED')),
  constraint need_within_district check (left(street_code, 6) = district_code)
);
create index need_of_city on partners.need_item (city_code, raised_at, id);
create index need_of_district on partners.need_item (district_code, raised_at, id);
create index need_of_community on partners.need_item (community_id, raised_at, id);
create index need_of_street on partners.need_item (street_code, raised_at, id);

create table partners.need_match (
  id            text primary key check (id ~ '^needmatch_'),
  need_id       text not null references partners.need_item,
  partner_id    text not null references partners.partner,
  offering_id   text,
  -- The need's district: its officers decide.
  district_code text not null,
  cross_district boolean not null,
  -- Which side made the proposal; the other one answers it.
  proposed_by   text not null check (proposed_by in ('COMMUNITY', 'PARTNER')),
  state         text not null check (state in
    ('PROPOSED', 'ACCEPTED', 'DELIVERED', 'DECLINED', 'WITHDRAWN', 'LAPSED')),
  proposed_at   timestamptz(3) not null,
  accepted_at   timestamptz(3),
  delivered_at  timestamptz(3),
  foreign key (offering_id, partner_id) references partners.service_offering (id, partner_id) on update cascade,
  check (state not in ('ACCEPTED', 'DELIVERED') or accepted_at is not null),
  check ((state = 'DELIVERED') = (delivered_at is not null))
);
-- Two who accept at once: one of them is told that the need has gone.
create unique index need_match_one_accepted on partners.need_match (need_id)
  where state in ('ACCEPTED', 'DELIVERED');
create unique index need_match_once_per_partner on partners.need_match (need_id, partner_id)
  where state in ('PROPOSED', 'ACCEPTED');
create index match_of_need on partners.need_match (need_id, proposed_at, id);
create index match_of_district on partners.need_match (district_code, state);
create index match_of_partner on partners.need_match (partner_id, proposed_at, id);

create table partners.resource_item (
  id                    text primary key check (id ~ '^resourceitem_'),
  title                 text not null check (length(title) between 1 and 200),
  kind                  text not null check (kind in ('SPACE', 'GOODS', 'SKILL', 'FUNDS', 'TIME')),
  owner_organisation_id text check (owner_organisation_id ~ '^organisation_'),
  owner_partner_id      text references partners.partner,
  district_code         text not null check (district_code ~ '^\d{6}$'),
  street_code           text check (street_code ~ '^\d{9}$'),
  community_id          text check (community_id ~ '^community_'),
  available             jsonb,
  constraint resource_has_one_owner check (num_nonnulls(owner_organisation_id, owner_partner_id) = 1),
  constraint resource_within_district check (left(street_code, 6) = district_code)
);
create index resource_of_district on partners.resource_item (district_code, title, id);
create index resource_of_community on partners.resource_item (community_id, title, id);

create table partners.partner_project (
  id            text primary key check (id ~ '^partnerproject_'),
  name          text not null check (length(name) between 1 and 200),
  district_code text not null check (district_code ~ '^\d{6}$'),
  street_code   text check (street_code ~ '^\d{9}$'),
  community_id  text check (community_id ~ '^community_'),
  team_ids      text[] not null default '{}',
  fund_id       text check (fund_id ~ '^fund_'),
  started_on    text check (started_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  state         text not null check (state in ('PLANNED', 'ACTIVE', 'PAUSED', 'ENDED')),
  constraint project_within_district check (left(street_code, 6) = district_code)
);
create index project_of_district on partners.partner_project (district_code, name, id);
create index project_of_community on partners.partner_project (community_id, name, id);
create index project_of_street on partners.partner_project (street_code) where street_code is not null;
create table partners.partner_project_partner (
  project_id    text not null references partners.partner_project,
  partner_id    text not null references partners.partner,
  district_code text not null,
  primary key (project_id, partner_id)
);
create index project_of_partner on partners.partner_project_partner (partner_id, project_id);

create table partners.distribution (
  id                   text primary key check (id ~ '^distribution_'),
  programme            text not null check (length(programme) between 1 and 200),
  district_code        text not null check (district_code ~ '^\d{6}$'),
  street_code          text check (street_code ~ '^\d{9}$'),
  community_id         text check (community_id ~ '^community_'),
  facility_id          text check (facility_id ~ '^facility_'),
  partner_id           text references partners.partner,
  schedule             jsonb,
  planned_on           date,
  done_on              date,
  -- A count, never a list of people.
  recipients           bigint check (recipients >= 0),
  recipients_qualifier text check (recipients_qualifier in ('EXACT', 'AT_LEAST', 'AT_MOST', 'NEARLY', 'ABOUT')),
  recipients_unit      text check (recipients_unit in ('PERSON', 'FAMILY', 'COUPLE')),
  goods_kind           text,
  state                text not null check (state in ('PLANNED', 'DONE', 'CANCELLED')),
  constraint distribution_within_district check (left(street_code, 6) = district_code),
  constraint done_has_day check ((state = 'DONE') = (done_on is not null)),
  check (num_nonnulls(recipients, recipients_qualifier, recipients_unit) in (0, 3))
);
create index distribution_of_district on partners.distribution (district_code, programme, id);
create index distribution_of_community on partners.distribution (community_id, programme, id);
create index distribution_of_street on partners.distribution (street_code) where street_code is not null;
create index distribution_of_partner on partners.distribution (partner_id, done_on);

-- An individual partner comes with the way to reach it, checked when the write ends.
create function partners.require_profile() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from partners.partner_personal p where p.partner_id = new.id) then
    raise exception 'individual without profile' using errcode = '23514', constraint = 'individual_has_profile';
  end if;
  return null;
end $$;
create constraint trigger individual_has_profile after insert on partners.partner
  deferrable initially deferred for each row when (new.type = 'INDIVIDUAL')
  execute function partners.require_profile();

-- A merge keeps one step: nothing may be merged into a record that is itself merged away.
create function partners.refuse_merge_chain() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (select from partners.partner p where p.id = new.merged_into and p.merged_into is not null)
     or exists (select from partners.partner p where p.merged_into = new.id) then
    raise exception 'merge chain' using errcode = '23514', constraint = 'merge_without_chain';
  end if;
  return new;
end $$;
create trigger merge_without_chain before update of merged_into on partners.partner
  for each row when (new.merged_into is not null) execute function partners.refuse_merge_chain();
