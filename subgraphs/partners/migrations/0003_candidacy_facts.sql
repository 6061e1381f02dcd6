-- What partners itself knows of one membership's candidacy for the award of a year; read when a client asks
-- and again, in the same words, when an evaluation is written.
--
--   year_begins, year_ends  the calendar year in Shanghai, half-open; the end is cut at the instant asked about
--   as_of                   null: the membership's present state, else its state just before that instant
--
-- One row per membership; none for an id that stands for nothing. Amounts count only where the viewer may see
-- them, so whoever may not see them must not be told what follows from them either.
create function partners.candidacy_facts(
  membership text, year_begins timestamptz, year_ends timestamptz, as_of timestamptz
) returns table (
  membership_id text, partner_id text, district_code text, partner_type text, premises_state text,
  membership_state text, agreements int, share_due_fen bigint, delivered_acts int
) language sql stable set search_path = '' as $$
  select m.id, m.partner_id, m.district_code, p.type, p.premises_state,
    case when as_of is null then m.state else (
      select t.to_state from partners.transition t
      where t.entity_type = 'Membership' and t.entity_id = m.id and t.effective_at < as_of
      order by t.effective_at desc, t.recorded_at desc, t.id desc limit 1) end,
    (select count(*)::int from partners.agreement a where a.membership_id = m.id and a.state <> 'DRAFT'),
    -- A due counts once its day is over, at 24:00 in Shanghai.
    (select coalesce(sum(i.due_fen), 0)::bigint
     from partners.agreement a
     join partners.revenue_share_due d on d.agreement_id = a.id
     join partners.revenue_share_due_internal i on i.due_id = d.id
     where a.membership_id = m.id
       and d.due_on::timestamp at time zone interval '08:00' >= year_begins
       and (d.due_on + 1)::timestamp at time zone interval '08:00' <= year_ends),
    (select count(*)::int from partners.need_match n
     where n.partner_id = m.partner_id and n.delivered_at >= year_begins and n.delivered_at < year_ends)
    + (select count(*)::int from partners.distribution d
       where d.partner_id = m.partner_id and d.state = 'DONE'
         and d.done_on::timestamp at time zone interval '08:00' >= year_begins
         and d.done_on::timestamp at time zone interval '08:00' < year_ends)
  from partners.membership m
  join partners.partner p on p.id = m.partner_id
  where m.id = membership
$$;
