import { officerOf } from '@linju/kit';
import postgres from 'postgres';
import { test } from 'vitest';
import { startTestSubgraph } from '../../test/support/test-database.js';
import { blueprint } from './index.js';
import { withAdmin } from './test-support/stored-rows.js';
import * as places from './loaders/partners-of-place.js';
import * as needs from './loaders/need-item-by-id.js';
import * as off from './loaders/service-offering-by-id.js';
import * as cand from './loaders/candidates-of-need.js';
import * as dist from './loaders/distribution-by-id.js';
import * as schemes from './loaders/partner-scheme-by-id.js';
import * as mem from './loaders/membership-by-id.js';
import * as agr from './loaders/agreement-by-id.js';
import * as aw from './loaders/award-by-id.js';
import { askSubgraph } from '../../test/support/ask-subgraph.js';

test('plans', async () => {
  await using s = await startTestSubgraph(blueprint);
  await withAdmin(s.testDatabase, async (sql) => {
    await sql.unsafe(`
     insert into partners.partner (id,type,display_name,organisation_id,city_code,district_code,street_code,community_id,premises_state)
      select 'partner_'||n,'COMMERCIAL','p'||n,'organisation_'||n,'990100',(990101+n%40)::text,(990101+n%40)::text||lpad((n%20+1)::text,3,'0'),'community_'||n%500,'KNOWN' from generate_series(1,20000) n;
     insert into partners.partner_premises select 'partner_'||n,'facility_'||n%3000,'990101' from generate_series(1,20000) n;
     insert into partners.membership (id,partner_id,scheme_id,district_code,state) select 'membership_'||n,'partner_'||n,'partnerscheme_seed_hetang',(990101+n%40)::text,'ACTIVE' from generate_series(1,20000) n;
     insert into partners.service_offering (id,partner_id,district_code,name,service_kind,price_tier,status) select 'serviceoffering_'||n,'partner_'||n,(990101+n%40)::text,'o'||n,'K'||n%100,'FREE','ACTIVE' from generate_series(1,20000) n;
     insert into partners.need_item (id,title,category,city_code,district_code,street_code,community_id,raised_at,state) select 'needitem_'||n,'t','K'||n%100,'990100',(990101+n%40)::text,(990101+n%40)::text||lpad((n%20+1)::text,3,'0'),'community_'||n%500,now(),'OPEN' from generate_series(1,20000) n;
     insert into partners.need_match (id,need_id,partner_id,district_code,cross_district,proposed_by,state,proposed_at,accepted_at) select 'needmatch_'||n,'needitem_'||n,'partner_'||n,(990101+n%40)::text,false,'COMMUNITY','ACCEPTED',now(),now() from generate_series(1,20000) n;
     insert into partners.distribution (id,programme,district_code,street_code,community_id,partner_id,state) select 'distribution_'||n,'p'||n,(990101+n%40)::text,(990101+n%40)::text||lpad((n%20+1)::text,3,'0'),'community_'||n%500,'partner_'||n,'PLANNED' from generate_series(1,20000) n;
     insert into partners.partner_project (id,name,district_code,street_code,community_id,state) select 'partnerproject_'||n,'p'||n,(990101+n%40)::text,(990101+n%40)::text||lpad((n%20+1)::text,3,'0'),'community_'||n%500,'ACTIVE' from generate_series(1,20000) n;
     insert into partners.partner_project_partner select 'partnerproject_'||n,'partner_'||n,'990101' from generate_series(1,20000) n;
     insert into partners.agreement (id,membership_id,partner_id,district_code,counterparty_id,community_id,mode,state,revenue_share_bps,related_party) select 'agreement_'||n,'membership_'||n,'partner_'||n,(990101+n%40)::text,'organisation_x','community_'||n%500,'PROJECT','DRAFT',0,false from generate_series(1,20000) n;
     insert into partners.service_at_place (id,offering_id,partner_id,district_code,community_id) select 'serviceatplace_'||n,'serviceoffering_'||n,'partner_'||n,'990101','community_'||n%500 from generate_series(1,20000) n;
     analyze;`);
  });
  const lists: Record<string, any> = {};
  for (const [m, mod] of Object.entries({ places, needs, off, cand, dist, schemes, mem, agr, aw }))
    for (const [k, v] of Object.entries(mod as any)) {
      if (v && typeof v === 'object' && 'firstPage' in (v as any)) lists[`${m}.${k}`] = v;
      else if (v && typeof v === 'object') for (const [o, l] of Object.entries(v as any)) if (l && typeof l === 'object' && 'firstPage' in (l as any)) lists[`${m}.${k}.${o}`] = l;
    }
  const role = postgres(s.testDatabase.roleUrl('partners'), { max: 1, onnotice: () => {} });
  const scans = (n: any): string[] => [...(n['Node Type'] === 'Seq Scan' ? [n['Relation Name']] : []), ...(n.Plans ?? []).flatMap(scans)];
  const plan = async (text: string, values: any[] | null) => role.begin(async (tx) => {
    await tx`select set_config('linju.viewer', ${JSON.stringify({ ...officerOf('990102') })}, true)`;
    const [row] = await tx.unsafe(`explain (generic_plan, format json) ${text}`);
    return scans((row!['QUERY PLAN'] as any)[0].Plan);
  });
  const out: string[] = []; const log = (...a: any[]) => out.push(a.join(' '));
  for (const [name, l] of Object.entries(lists)) log(name, (await plan(l.firstPage.text, null)).join(), '| count', (await plan(l.count.text, null)).join());
  s.takeStatements();
  const rows = await role.begin(async (tx) => { await tx`select set_config('linju.viewer', ${JSON.stringify({ ...officerOf('990102') })}, true)`; return tx.unsafe("explain (generic_plan) select asked.id, p.id from partners.partner asked join partners.partner p on p.id = coalesce(asked.merged_into, asked.id) where asked.id = any($1::text[])"); });
  log(rows.map((r: any) => r['QUERY PLAN']).join('\n'));
  await askSubgraph(s.door, `{ _entities(representations: [{__typename:"District",code:"990102"}]) { ... on District { partnerTotals { commercial } } }
   partner(id:"partner_seed_lele") { id memberships { id agreements { id } evaluations { id } awards { id } } offerings { id places { id } } premises { id } }
   needItem(id:"needitem_fixture_x") { id } }`);
  for (const t of new Set(s.takeStatements())) log(t.slice(0, 150).replace(/\s+/g, ' '), '=>', (await plan(t, null)).join());
  const t0 = performance.now();
  for (let i = 0; i < 5; i++) await askSubgraph(s.door, `{ _entities(representations: [{__typename:"District",code:"990102"},{__typename:"District",code:"990103"},{__typename:"District",code:"990104"}]) { ... on District { partnerTotals { commercial } } } }`);
  log('totals ms', (performance.now() - t0) / 5);
  await role.end();
 console.log(out.join('\n'));
}, 120000);
