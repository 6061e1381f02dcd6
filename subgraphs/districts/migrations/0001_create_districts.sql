-- Places, the bodies that act in them, and the documents they act on. Codes, not names, are the keys
-- of administrative units: two streets of two districts are both called 清水塘街道.

create table districts.city (
  code    text primary key check (code ~ '^\d{4}00$'),
  name    text not null,
  name_en text not null
);

create table districts.district (
  code         text primary key check (code ~ '^\d{6}$' and code !~ '00$'),
  city_code    text not null references districts.city,
  name         text not null,
  name_en      text not null,
  -- Null: a unit of the statistical list only (430271 云龙示范区), never a statutory one.
  kind         text check (kind in ('DISTRICT', 'COUNTY', 'COUNTY_LEVEL_CITY')),
  aliases      text[] not null default '{}',
  code_vintage text not null,
  valid_from   date,
  valid_to     date,
  replaced_by  text references districts.district,
  constraint district_within_city check (left(code, 4) = left(city_code, 4)),
  check (valid_from < valid_to)
);

create table districts.street (
  code          text primary key check (code ~ '^\d{9}$'),
  district_code text not null references districts.district,
  name          text not null,
  kind          text not null,
  code_vintage  text not null,
  valid_from    date,
  valid_to      date,
  replaced_by   text references districts.street,
  constraint street_within_district check (left(code, 6) = district_code),
  -- GB/T 10114: the last three digits tell the kind.
  constraint street_kind_agrees check (kind = case
    when right(code, 3) between '001' and '099' then 'STREET'
    when right(code, 3) between '100' and '199' then 'TOWN'
    when right(code, 3) between '200' and '399' then 'TOWNSHIP'
    when right(code, 3) between '400' and '599' then 'QUASI' end),
  check (valid_from < valid_to)
);
create index street_of_district on districts.street (district_code, code);

-- One row per place and vintage, also where the number is unknown: then the reason stands in its stead.
create table districts.population (
  place_code  text not null check (place_code ~ '^(\d{6}|\d{9})$'),
  vintage     text not null,
  persons     bigint check (persons > 0),
  qualifier   text not null default 'EXACT' check (qualifier in ('EXACT', 'ABOUT')),
  as_of       date not null,
  reason_if_null text check (reason_if_null in ('NOT_STATED', 'SOURCE_MISSING')),
  primary key (place_code, vintage),
  constraint population_or_reason check ((persons is null) <> (reason_if_null is null))
);

create table districts.source (
  id           text primary key check (id ~ '^source_'),
  title        text not null,
  kind         text not null check (kind in
    ('SEED_DOCUMENT', 'OFFICIAL_REGISTER', 'OPERATING_SYSTEM', 'EXTERNAL_BENCHMARK', 'SYNTHETIC_SET')),
  published_on text check (published_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  date_basis   text
);

create table districts.organisation (
  id                 text primary key check (id ~ '^organisation_'),
  name               text not null check (length(name) between 1 and 200),
  uscc               text constraint organisation_uscc_unique unique check (uscc ~ '^[0-9A-Z]{18}$'),
  kind               text not null,
  parent_id          text references districts.organisation,
  seat_district_code text references districts.district,
  founded_on         text check (founded_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  dissolved_on       text check (dissolved_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  merged_into        text references districts.organisation,
  -- The record that this row stands for; what hangs on a merged one is found under the survivor.
  survivor_id        text generated always as (coalesce(merged_into, id)) stored,
  constraint organisation_not_own_parent check (parent_id <> id),
  constraint organisation_not_merged_into_itself check (merged_into <> id)
);
create index organisation_by_name on districts.organisation (name, id);
create index organisation_of_seat on districts.organisation (seat_district_code, name, id);
create index organisation_survivor on districts.organisation (survivor_id);

-- Names it had, or is also known by, with the time they were in use.
create table districts.organisation_name (
  organisation_id text not null references districts.organisation,
  name            text not null,
  valid_from      text,
  valid_to        text,
  primary key (organisation_id, name)
);
create table districts.organisation_identifier (
  organisation_id text not null references districts.organisation,
  scheme          text not null,
  value           text not null,
  primary key (scheme, value)
);
create index identifier_of_organisation on districts.organisation_identifier (organisation_id);
create table districts.organisation_tier (
  organisation_id text not null references districts.organisation,
  tier            text not null check (tier in ('INNOVATIVE_SME', 'SPECIALISED_SME', 'LITTLE_GIANT')),
  since           text,
  primary key (organisation_id, tier)
);

create table districts.community (
  id                 text primary key check (id ~ '^community_'),
  name               text not null check (length(name) between 1 and 100),
  aliases            text[] not null default '{}',
  kind               text not null check (kind in ('RESIDENTS', 'VILLAGE', 'QUASI')),
  district_code      text not null references districts.district,
  street_code        text references districts.street,
  code12             text constraint community_code_unique unique check (code12 ~ '^\d{12}$'),
  code12_reason_if_null text check (code12_reason_if_null = 'CODE_UNKNOWN'),
  urban_rural_class  text check (urban_rural_class in ('111', '112', '121', '122', '123', '210', '220')),
  method_tags        text[] not null default '{}',
  merged_into        text references districts.community,
  survivor_id        text generated always as (coalesce(merged_into, id)) stored,
  constraint community_within_district check (left(street_code, 6) = district_code),
  constraint community_code_within_street check (left(code12, 9) = street_code),
  constraint community_code_or_reason check ((code12 is null) <> (code12_reason_if_null is null)),
  constraint community_not_merged_into_itself check (merged_into <> id),
  -- What lies in a community lies in its district.
  constraint community_in_district unique (id, district_code)
);
create index community_of_district on districts.community (district_code, name, id);
create index community_of_street on districts.community (street_code, name, id);
create index community_survivor on districts.community (survivor_id);

create table districts.estate (
  id                      text primary key check (id ~ '^estate_'),
  name                    text not null,
  community_id            text not null,
  district_code           text not null references districts.district,
  aliases                 text[] not null default '{}',
  blocks                  text[] not null default '{}',
  built_decade            int check (built_decade % 10 = 0 and built_decade between 1900 and 2090),
  property_firm_id        text references districts.organisation,
  -- Aggregates; the people are never stored.
  committee_members       int check (committee_members >= 0),
  committee_party_members int check (committee_party_members >= 0),
  constraint committee_party_within_members check (committee_party_members <= committee_members),
  constraint estate_in_community foreign key (community_id, district_code)
    references districts.community (id, district_code)
);
create index estate_of_community on districts.estate (community_id, name, id);

create table districts.grid (
  id            text primary key check (id ~ '^grid_'),
  name          text not null,
  community_id  text not null,
  district_code text not null references districts.district,
  local_number  text,
  constraint grid_in_community foreign key (community_id, district_code)
    references districts.community (id, district_code)
);
create index grid_of_community on districts.grid (community_id, name, id);

-- Zones that share land with districts but are no administrative units: a flag, never the attribution.
create table districts.functional_area (
  id                    text primary key check (id ~ '^functionalarea_'),
  name                  text not null,
  kind                  text not null check (kind in
    ('NEW_AREA', 'HIGH_TECH_ZONE', 'VOCATIONAL_TOWN', 'DEMONSTRATION_ZONE')),
  city_code             text not null references districts.city,
  primary_district_code text references districts.district,
  valid_from            text,
  valid_to              text,
  constraint primary_district_within_city check (left(primary_district_code, 4) = left(city_code, 4))
);
create table districts.functional_area_overlap (
  functional_area_id text not null references districts.functional_area,
  district_code      text not null references districts.district,
  primary key (functional_area_id, district_code)
);

create table districts.facility (
  id            text primary key check (id ~ '^facility_'),
  name          text not null check (length(name) between 1 and 200),
  kind          text not null,
  district_code text not null references districts.district,
  street_code   text references districts.street,
  community_id  text,
  operator_id   text references districts.organisation,
  owner_id      text references districts.organisation,
  area_m2       int check (area_m2 > 0),
  seats         int check (seats > 0),
  rooms         text,
  opening_hours jsonb,
  fee_fen       bigint check (fee_fen >= 0),
  fee_period    text check (fee_period in ('ONCE', 'HOUR', 'DAY', 'MONTH', 'YEAR')),
  network_id    text references districts.facility,
  status        text not null check (status in ('PLANNED', 'OPEN', 'TEMPORARILY_CLOSED', 'CLOSED')),
  merged_into   text references districts.facility,
  survivor_id   text generated always as (coalesce(merged_into, id)) stored,
  constraint facility_within_district check (left(street_code, 6) = district_code),
  constraint facility_in_community foreign key (community_id, district_code)
    references districts.community (id, district_code),
  constraint facility_fee_with_period check ((fee_fen is null) = (fee_period is null)),
  constraint facility_not_own_network check (network_id <> id),
  constraint facility_not_merged_into_itself check (merged_into <> id)
);
create index facility_of_district on districts.facility (district_code, name, id);
create index facility_of_community on districts.facility (community_id, name, id);
create index facility_of_network on districts.facility (network_id) where network_id is not null;
create index facility_survivor on districts.facility (survivor_id);

create table districts.policy_instrument (
  id             text primary key check (id ~ '^policyinstrument_'),
  title          text not null,
  document_no    text,
  issuer_id      text references districts.organisation,
  -- A province (430000), a city or a district.
  scope_code     text not null check (scope_code ~ '^\d{6}$'),
  trial          boolean not null default false,
  effective_from text,
  effective_to   text,
  supersedes     text references districts.policy_instrument,
  basis_for      text[] not null default '{}',
  constraint policy_supersedes_another check (supersedes <> id),
  -- Compared as far as both days are stated.
  constraint policy_term_in_order check (
    left(effective_from, length(effective_to)) <= left(effective_to, length(effective_from)))
);

-- A merge keeps one step: nothing may be merged into a record that is itself merged away.
create function districts.refuse_merge_chain() returns trigger language plpgsql set search_path = '' as $$
declare
  broken boolean;
begin
  execute format(
    'select exists (select from districts.%1$I where id = $1 and merged_into is not null)
         or exists (select from districts.%1$I where merged_into = $2)', tg_table_name)
    into broken using new.merged_into, new.id;
  if broken then
    raise exception 'merge chain' using errcode = '23514', constraint = 'merge_without_chain';
  end if;
  return new;
end $$;
create trigger merge_without_chain before update of merged_into on districts.organisation
  for each row when (new.merged_into is not null) execute function districts.refuse_merge_chain();
create trigger merge_without_chain before update of merged_into on districts.community
  for each row when (new.merged_into is not null) execute function districts.refuse_merge_chain();
create trigger merge_without_chain before update of merged_into on districts.facility
  for each row when (new.merged_into is not null) execute function districts.refuse_merge_chain();
