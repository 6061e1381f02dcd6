-- Who may see and write which rows, if everything before the database were wrong.
call partners.protect('partner_scheme', 'public', 'district_code');
call partners.protect('partner', 'public', 'district_code');
call partners.protect('partner_premises', 'public', 'district_code', 'null', 'select, insert, delete');
call partners.protect('membership', 'public', 'district_code');
call partners.protect('agreement', 'public', 'district_code');
call partners.protect('revenue_share_due', 'public', 'district_code');
call partners.protect('evaluation', 'public', 'district_code', 'null', 'select, insert');
call partners.protect('service_offering', 'public', 'district_code');
call partners.protect('service_at_place', 'public', 'district_code');
call partners.protect('need_item', 'public', 'district_code');
call partners.protect('resource_item', 'public', 'district_code');
call partners.protect('partner_project', 'public', 'district_code');
call partners.protect('partner_project_partner', 'public', 'district_code', 'null', 'select, insert, delete');
call partners.protect('distribution', 'public', 'district_code');
-- A partner's app proposes and answers for its own partner.
call partners.protect('need_match', 'public', 'district_code', 'partner_id');

-- Written by officers only; a partner's app may read what is about its own partner, and no more.
call partners.protect('agreement_internal', 'internal', 'district_code');
call partners.protect('revenue_share_due_internal', 'internal', 'district_code');
call partners.protect('evaluation_internal', 'internal', 'district_code', 'null', 'select, insert');
call partners.protect('partner_personal', 'personal', 'district_code', 'null', 'select, insert, delete');
call partners.protect('award', 'internal', 'district_code');

create policy own_partner on partners.agreement_internal for select
  using ((select partners.viewer_role()) = 'PARTNER_APP' and partner_id = (select partners.viewer_partner()));
create policy own_partner on partners.revenue_share_due_internal for select
  using ((select partners.viewer_role()) = 'PARTNER_APP' and partner_id = (select partners.viewer_partner()));
create policy own_partner on partners.evaluation_internal for select
  using ((select partners.viewer_role()) = 'PARTNER_APP' and partner_id = (select partners.viewer_partner()));
create policy own_partner on partners.partner_personal for select
  using ((select partners.viewer_role()) = 'PARTNER_APP' and partner_id = (select partners.viewer_partner()));
create policy own_partner on partners.award for select
  using ((select partners.viewer_role()) = 'PARTNER_APP' and partner_id = (select partners.viewer_partner()));

-- An award to a person is internal; one to an organisation is for everybody.
create policy organisations_shown on partners.award for select
  using (not individual and (select partners.viewer_role()) is not null);

-- What an app writes beside its own match: where it comes from, its moves, and the need it accepts or gives back.
create function partners.is_own_match(match text) returns boolean
  language sql stable set search_path = '' as
$$ select exists (
     select from partners.need_match m
     where m.id = match and partners.viewer_role() = 'PARTNER_APP'
       and m.partner_id = partners.viewer_partner()) $$;
create function partners.has_own_match(need text) returns boolean
  language sql stable set search_path = '' as
$$ select exists (
     select from partners.need_match m
     where m.need_id = need and partners.viewer_role() = 'PARTNER_APP'
       and m.partner_id = partners.viewer_partner()
       and m.state in ('ACCEPTED', 'WITHDRAWN')) $$;
create policy own_matches on partners.provenance for insert
  with check (entity_type = 'NeedMatch' and partners.is_own_match(entity_id));
create policy own_matches on partners.transition for insert
  with check ((entity_type = 'NeedMatch' and partners.is_own_match(entity_id))
              or (entity_type = 'NeedItem' and partners.has_own_match(entity_id)));
create policy matched_with_own on partners.need_item for update
  using (partners.has_own_match(id)) with check (partners.has_own_match(id));
