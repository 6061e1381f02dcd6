-- Who reads and who writes which rows. Funds, transfers and findings are public; who gave, and what
-- officers note, stands in tables of its own.
call funds.protect('fund', 'public', 'district_code');
call funds.protect('pledge', 'public', 'district_code');
call funds.protect('pledge_personal', 'personal', 'district_code', 'null', 'select, insert');
call funds.protect('grant', 'public', 'district_code');
call funds.protect('grant_milestone', 'public', 'district_code');
call funds.protect('budget_line', 'public', 'district_code', 'null', 'select, insert');
call funds.protect('disclosure', 'public', 'district_code', 'null', 'select, insert, update (published_at, channels)');
call funds.protect('compliance_finding', 'public', 'district_code', 'null', 'select, insert');

-- The ledger is append-only by privilege: no rule, no bug and no officer can change what was posted.
-- What does change is a counter, and only the counters of it.
call funds.protect('account', 'public', 'district_code', 'null',
  'select, insert, update (posted_in, posted_out, pending_in, pending_out)');
call funds.protect('transfer_set', 'internal', 'district_code', 'null', 'select, insert');
call funds.protect('transfer', 'public', 'district_code', 'null', 'select, insert');
call funds.protect('entry', 'public', 'district_code', 'null', 'select, insert');
call funds.protect('set_resolution', 'public', 'district_code', 'null', 'select, insert');
call funds.protect('transfer_outcome', 'public', 'district_code', 'null', 'select, insert');
call funds.protect('outcome_weight', 'public', 'district_code', 'null', 'select, insert, update (weight_bps)');
call funds.protect('transfer_personal', 'personal', 'district_code', 'null', 'select, insert');
call funds.protect('transfer_internal', 'internal_text', 'district_code', 'null', 'select, insert');
-- Whoever posts moves the head, so the login may. It takes nothing away by that: links cannot be removed, nor
-- written twice at one position, and the verification holds each head against the last link.
call funds.protect('ledger_head', 'public', 'district_code', 'null', 'select, insert, update (position, hash)');
call funds.protect('ledger_link', 'public', 'district_code', 'null', 'select, insert');

-- An organisation that lets itself be named is public; a partner's app sees what its partner gave.
create policy named on funds.transfer_personal for select
  using (visibility = 'NAMED' and (select funds.viewer_role()) is not null);
create policy own on funds.transfer_personal for select
  using ((select funds.viewer_role()) = 'PARTNER_APP' and partner_id = (select funds.viewer_partner()));
create policy named on funds.pledge_personal for select
  using (visibility = 'NAMED' and (select funds.viewer_role()) is not null);
create policy own on funds.pledge_personal for select
  using ((select funds.viewer_role()) = 'PARTNER_APP' and partner_id = (select funds.viewer_partner()));

-- What clients are shown of a transfer and of a pledge. A view normally runs with its owner's rights
-- and would pass every policy by; security_invoker makes it run with the viewer's.
create view funds.transfer_shown with (security_invoker = true) as
select t.*,
  coalesce(r.state, 'PENDING') as state,
  coalesce(r.effective_at, case when r.set_id is not null then t.effective_at end) as resolved_at,
  r.recorded_at as resolved_recorded_at,
  r.reason as resolved_reason,
  p.organisation_id as donor_organisation_id,
  p.partner_id as donor_partner_id,
  p.name as donor_name,
  i.note,
  s.idempotency_key
from funds.transfer t
left join funds.set_resolution r on r.set_id = t.set_id
left join funds.transfer_personal p on p.transfer_id = t.id
left join funds.transfer_internal i on i.transfer_id = t.id
left join funds.transfer_set s on s.id = t.set_id;
grant select on funds.transfer_shown to {{role}};

create view funds.pledge_shown with (security_invoker = true) as
select g.*,
  p.organisation_id as donor_organisation_id,
  p.partner_id as donor_partner_id,
  p.name as donor_name
from funds.pledge g
left join funds.pledge_personal p on p.pledge_id = g.id;
grant select on funds.pledge_shown to {{role}};
