-- What every subgraph's schema has: who looks, who may write, the outbox, idempotency keys, provenance,
-- transitions, reported figures, code lists and coverage. {{schema}} and {{role}} are filled in by the
-- migration runner; the runner's transaction already runs as the owner, which never logs in.

-- Who looks. A transaction without a viewer sees nothing: an unset setting reads '' after a SET LOCAL
-- has ended, so both '' and null mean nobody.
create function {{schema}}.viewer() returns jsonb language sql stable set search_path = '' as
$$ select nullif(current_setting('linju.viewer', true), '')::jsonb $$;
create function {{schema}}.viewer_id() returns text language sql stable set search_path = '' as
$$ select {{schema}}.viewer() ->> 'id' $$;
create function {{schema}}.viewer_role() returns text language sql stable set search_path = '' as
$$ select {{schema}}.viewer() ->> 'role' $$;
create function {{schema}}.viewer_districts() returns text[] language sql stable set search_path = '' as
$$ select coalesce(array(select jsonb_array_elements_text({{schema}}.viewer() -> 'districts')), '{}') $$;
create function {{schema}}.viewer_city_prefix() returns text language sql stable set search_path = '' as
$$ select left({{schema}}.viewer() ->> 'city', 4) $$;
create function {{schema}}.viewer_partner() returns text language sql stable set search_path = '' as
$$ select {{schema}}.viewer() ->> 'partner' $$;

-- Row policies in four strengths. `district` and `partner` are SQL expressions over the table's columns; a
-- null district (city-wide records) may be written by linju itself only.
--   public         read by everybody with a viewer
--   internal       P1: officers of the district, analysts of its city, the app of the partner it concerns
--   internal_text  P1 free text: the same without the analysts
--   personal       P2: the rows of internal; the rules mask them for analysts
create procedure {{schema}}.protect(
  table_name text, strength text, district text, partner text default 'null', privileges text default 'select, insert, update'
) language plpgsql set search_path = '' as $$
declare
  target text := format('{{schema}}.%I', table_name);
  writes text := format(
    '(select {{schema}}.viewer_role()) = ''SYSTEM''
     or ((select {{schema}}.viewer_role()) = ''DISTRICT_OFFICER''
         and (%1$s) = any ((select {{schema}}.viewer_districts())::text[]))
     or ((select {{schema}}.viewer_role()) = ''PARTNER_APP''
         and (%2$s) = (select {{schema}}.viewer_partner()))', district, partner);
  reads text := case strength
    when 'public' then '(select {{schema}}.viewer_role()) is not null'
    when 'internal_text' then writes
    else format(
      '%1$s or ((select {{schema}}.viewer_role()) = ''CITY_ANALYST''
                and left((%2$s), 4) = (select {{schema}}.viewer_city_prefix()))', writes, district)
  end;
begin
  if strength not in ('public', 'internal', 'internal_text', 'personal') then
    raise exception 'unknown strength %', strength;
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy readable on %s for select using (%s)', target, reads);
  if privileges like '%insert%' then
    execute format('create policy writable on %s for insert with check (%s)', target, writes);
  end if;
  if privileges like '%update%' then
    execute format('create policy changeable on %s for update using (%s) with check (%s)', target, writes, writes);
  end if;
  if privileges like '%delete%' then
    execute format('create policy removable on %s for delete using (%s)', target, writes);
  end if;
  execute format('grant %s on %s to {{role}}', privileges, target);
end $$;

-- The only change feed. A sequence is not commit order: a reader goes by (xid, position) and only below
-- the oldest transaction still running, so that a late commit is never skipped.
create table {{schema}}.outbox (
  position      bigint generated always as identity primary key,
  xid           xid8 not null default pg_current_xact_id(),
  entity_type   text not null,
  entity_id     text not null,
  change        text not null check (change in ('CREATED', 'CHANGED', 'REMOVED')),
  district_code text,
  at            timestamptz(3) not null
);
create index outbox_in_commit_order on {{schema}}.outbox (xid, position);
create function {{schema}}.announce_outbox() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_notify('linju_outbox', '{{schema}}');
  return null;
end $$;
create trigger outbox_announced after insert on {{schema}}.outbox
  for each statement execute function {{schema}}.announce_outbox();
-- Read by linju only; appended by every writer, whatever the district.
alter table {{schema}}.outbox enable row level security;
alter table {{schema}}.outbox force row level security;
create policy readable on {{schema}}.outbox for select using ((select {{schema}}.viewer_role()) = 'SYSTEM');
create policy writable on {{schema}}.outbox for insert with check ((select {{schema}}.viewer_role()) is not null);
grant select, insert on {{schema}}.outbox to {{role}};

-- The first answer to each idempotency key, per caller; written in the transaction of the write itself.
create table {{schema}}.idempotency (
  caller       text not null,
  key          text not null check (length(key) between 1 and 255),
  command      text not null,
  request_hash text not null,
  result       jsonb not null,
  at           timestamptz(3) not null,
  primary key (caller, key)
);
create index idempotency_by_age on {{schema}}.idempotency (at);
alter table {{schema}}.idempotency enable row level security;
alter table {{schema}}.idempotency force row level security;
create policy own on {{schema}}.idempotency
  using (caller = (select {{schema}}.viewer_id()) or (select {{schema}}.viewer_role()) = 'SYSTEM')
  with check (caller = (select {{schema}}.viewer_id()));
grant select, insert, update, delete on {{schema}}.idempotency to {{role}};

-- Where each record comes from. The words of the source are internal free text, the source itself is public.
create table {{schema}}.provenance (
  entity_type   text not null,
  entity_id     text not null,
  district_code text,
  source_id     text not null,
  method        text not null check (method in ('RECORDED', 'REPORTED', 'CLAIMED', 'IMPORTED', 'COMPUTED', 'SYNTHETIC')),
  as_of         timestamptz(3),
  recorded_at   timestamptz(3) not null,
  confidence    text not null check (confidence in ('HIGH', 'MEDIUM', 'LOW')),
  primary key (entity_type, entity_id)
);
create table {{schema}}.provenance_internal (
  entity_type   text not null,
  entity_id     text not null,
  district_code text,
  raw_text      text not null,
  primary key (entity_type, entity_id),
  foreign key (entity_type, entity_id) references {{schema}}.provenance
);
call {{schema}}.protect('provenance', 'public', 'district_code');
call {{schema}}.protect('provenance_internal', 'internal_text', 'district_code');

-- The append-only past of every record with a state. Two times: when it was true, when it was entered.
create table {{schema}}.transition (
  id            text primary key,
  entity_type   text not null,
  entity_id     text not null,
  district_code text,
  from_state    text,
  to_state      text not null,
  effective_at  timestamptz(3) not null,
  recorded_at   timestamptz(3) not null,
  actor_org     text,
  actor_role    text,
  reason        text,
  check (from_state is distinct from to_state)
);
create index transition_of_entity on {{schema}}.transition (entity_type, entity_id, effective_at, recorded_at, id);
create table {{schema}}.transition_internal (
  transition_id text primary key references {{schema}}.transition,
  district_code text,
  note          text not null
);
call {{schema}}.protect('transition', 'public', 'district_code', 'null', 'select, insert');
call {{schema}}.protect('transition_internal', 'internal_text', 'district_code', 'null', 'select, insert');

-- Totals that documents state. They stand beside records and never add to them.
create table {{schema}}.reported_figure (
  id            text primary key,
  subject_type  text not null,
  subject_id    text not null,
  district_code text,
  key           text not null check (key ~ '^[a-z][A-Za-z0-9]*$'),
  value         bigint not null,
  qualifier     text not null check (qualifier in ('EXACT', 'AT_LEAST', 'AT_MOST', 'NEARLY', 'ABOUT')),
  unit          text not null,
  kind          text not null check (kind in ('FACT', 'CLAIM', 'BENCHMARK')),
  period_from   timestamptz(3),
  period_to     timestamptz(3),
  as_of         timestamptz(3),
  check (period_from < period_to),
  check (value between -9007199254740991 and 9007199254740991)
);
create index reported_figure_of_subject on {{schema}}.reported_figure (subject_type, subject_id, key, id);
call {{schema}}.protect('reported_figure', 'public', 'district_code');

-- Vocabularies that districts extend. A code that left its list keeps valid_to and its replacement.
create table {{schema}}.code_value (
  list        text not null,
  code        text not null check (code ~ '^[A-Za-z0-9_]{1,64}$'),
  zh          text not null,
  en          text not null,
  valid_from  date,
  valid_to    date,
  replaced_by text,
  primary key (list, code),
  check (valid_from < valid_to)
);
call {{schema}}.protect('code_value', 'public', 'null');

-- How much of a district's records of one kind is here: without it, nothing would look like zero.
create table {{schema}}.coverage (
  district_code text not null,
  record_kind   text not null,
  coverage      text not null check (coverage in ('NONE', 'PARTIAL', 'FULL')),
  since         date,
  primary key (district_code, record_kind)
);
call {{schema}}.protect('coverage', 'public', 'district_code');

-- The administrative codes that records may name, from the register in force; a copy in every schema,
-- because no subgraph reads another's tables.
create table {{schema}}.area (
  code        text primary key check (code ~ '^(\d{6}|\d{9})$'),
  valid_to    date,
  replaced_by text
);
call {{schema}}.protect('area', 'public', 'null');
