-- Who may see and write which rows, if everything before the database were wrong.
call partners.protect('partner_scheme', 'public', 'district_code');
call partners.protect('partner', 'public', 'district_code');
call partners.protect('partner_premises', 'public', 'district_code', 'null', 'select, insert, delete');
call partners.protect('membership', 'public', 'district_code');
call partners.protect('agreement', 'public', 'district_code');
call partners.protect('revenue_share_due', 'public', 'district_code');
call partners.protect('evaluation', 'public', 'district_code', 'null', 'select, insert');
call partners.protect('award', 'public', 'district_code');
call partners.protect('service_offering', 'public', 'district_code');
call partners.protect('service_at_place', 'public', 'district_code');
call partners.protect('need_item', 'public', 'district_code');
call partners.protect('resource_item', 'public', 'district_code');
call partners.protect('partner_project', 'public', 'district_code');
call partners.protect('partner_project_partner', 'public', 'district_code', 'null', 'select, insert, delete');
call partners.protect('distribution', 'public', 'district_code');
-- A partner's app proposes and answers for its own partner.
call partners.protect('need_match', 'public', 'district_code', 'partner_id');

call partners.protect('agreement_internal', 'internal', 'district_code', 'partner_id');
call partners.protect('revenue_share_due_internal', 'internal', 'district_code', 'partner_id');
call partners.protect('evaluation_internal', 'internal', 'district_code', 'partner_id', 'select, insert');
call partners.protect('partner_personal', 'personal', 'district_code', 'partner_id', 'select, insert, delete');

-- The partner named above may read these rows, and only officers write them.
create policy apps_only_read on partners.agreement_internal as restrictive for insert
  with check ((select partners.viewer_role()) <> 'PARTNER_APP');
create policy apps_never_change on partners.agreement_internal as restrictive for update
  using ((select partners.viewer_role()) <> 'PARTNER_APP');
create policy apps_only_read on partners.revenue_share_due_internal as restrictive for insert
  with check ((select partners.viewer_role()) <> 'PARTNER_APP');
create policy apps_never_change on partners.revenue_share_due_internal as restrictive for update
  using ((select partners.viewer_role()) <> 'PARTNER_APP');
create policy apps_only_read on partners.evaluation_internal as restrictive for insert
  with check ((select partners.viewer_role()) <> 'PARTNER_APP');
create policy apps_only_read on partners.partner_personal as restrictive for insert
  with check ((select partners.viewer_role()) <> 'PARTNER_APP');

-- An award to a person is for those who may see what is internal; to an organisation, for everybody.
create policy people_not_shown on partners.award as restrictive for select using (
  not individual
  or (select partners.viewer_role()) = 'SYSTEM'
  or ((select partners.viewer_role()) = 'DISTRICT_OFFICER'
      and district_code = any ((select partners.viewer_districts())::text[]))
  or ((select partners.viewer_role()) = 'CITY_ANALYST'
      and left(district_code, 4) = (select partners.viewer_city_prefix()))
  or ((select partners.viewer_role()) = 'PARTNER_APP' and partner_id = (select partners.viewer_partner())));

-- What goes when two records become one, or when premises are stated anew.
create policy removable on partners.partner_personal for delete using (
  (select partners.viewer_role()) = 'SYSTEM'
  or ((select partners.viewer_role()) = 'DISTRICT_OFFICER'
      and district_code = any ((select partners.viewer_districts())::text[])));
create policy removable on partners.partner_premises for delete using (
  (select partners.viewer_role()) = 'SYSTEM'
  or ((select partners.viewer_role()) = 'DISTRICT_OFFICER'
      and district_code = any ((select partners.viewer_districts())::text[])));
create policy removable on partners.partner_project_partner for delete using (
  (select partners.viewer_role()) = 'SYSTEM'
  or ((select partners.viewer_role()) = 'DISTRICT_OFFICER'
      and district_code = any ((select partners.viewer_districts())::text[])));

-- What an app writes beside its own match: where it comes from, its moves, and the need it accepts or gives back.
create function partners.is_own_match(match_id text) returns boolean
  language sql stable set search_path = '' as
$$ select partners.viewer_role() = 'PARTNER_APP' and exists (
     select from partners.need_match m where m.id = match_id and m.partner_id = partners.viewer_partner()) $$;
create function partners.has_own_match(need text) returns boolean
  language sql stable set search_path = '' as
$$ select partners.viewer_role() = 'PARTNER_APP' and exists (
     select from partners.need_match m
     where m.need_id = need and m.partner_id = partners.viewer_partner() and m.state in ('ACCEPTED', 'WITHDRAWN')) $$;
create policy own_matches on partners.provenance for insert
  with check (entity_type = 'NeedMatch' and partners.is_own_match(entity_id));
create policy own_matches on partners.transition for insert
  with check ((entity_type = 'NeedMatch' and partners.is_own_match(entity_id))
              or (entity_type = 'NeedItem' and partners.has_own_match(entity_id)));
create policy matched_with_own on partners.need_item for update
  using (partners.has_own_match(id)) with check (partners.has_own_match(id));
