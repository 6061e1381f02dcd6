-- Everything here is public (P0); what differs is who may write. Code lists, areas and populations are
-- written by linju itself, from the registers.
call districts.protect('city', 'public', 'null');
call districts.protect('district', 'public', 'null');
call districts.protect('street', 'public', 'null');
call districts.protect('population', 'public', 'null');
call districts.protect('source', 'public', 'null');
call districts.protect('functional_area', 'public', 'null');
call districts.protect('functional_area_overlap', 'public', 'null', 'null', 'select, insert');
call districts.protect('policy_instrument', 'public', 'scope_code');
call districts.protect('community', 'public', 'district_code');
call districts.protect('estate', 'public', 'district_code');
call districts.protect('grid', 'public', 'district_code');
call districts.protect('facility', 'public', 'district_code');
-- An organisation without a stated seat may be corrected by linju itself only.
call districts.protect('organisation', 'public', 'seat_district_code');
call districts.protect('organisation_name', 'public',
  '(select o.seat_district_code from districts.organisation o where o.id = organisation_id)');
call districts.protect('organisation_identifier', 'public',
  '(select o.seat_district_code from districts.organisation o where o.id = organisation_id)');
call districts.protect('organisation_tier', 'public',
  '(select o.seat_district_code from districts.organisation o where o.id = organisation_id)');
