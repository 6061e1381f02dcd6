import { newUlidId, systemClock } from '@linju/kit';
import { test } from 'vitest';
import { blueprint } from '../index.js';
import { startTestSubgraph } from '../../../test/support/test-database.js';
import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import postgres from 'postgres';

test('plants', async () => {
  await using s = await startTestSubgraph(blueprint);
  const tables = 'source city district street population functional_area functional_area_overlap organisation organisation_name community estate facility policy_instrument code_value coverage provenance provenance_internal transition reported_figure outbox'.split(' ');
  const sql = postgres(s.testDatabase.adminUrl, { max: 1 });
  const counts = async () => { const o: Record<string, number> = {}; for (const t of tables) o[t] = (await sql.unsafe(`select count(*)::int n from districts.${t}`))[0]!['n']; return JSON.stringify(o); };
  const a = await counts();
  const t = performance.now();
  console.log(await blueprint.seed({ database: s.database, clock: systemClock, newId: newUlidId }, () => {}), performance.now() - t);
  const b = await counts();
  console.log(a, a === b);
  await sql.end();
  console.log(JSON.stringify(await askSubgraph(s.door, `{
   district(code:"430271"){name kind validTo replacedBy{name}}
   city(code:"430100"){reportedFigures{key quantity{value qualifier unit} asOf}}
   facility(id:"facility_seed_wangcheng_centre"){name rooms operator{name} transitions{from to at} provenance{source{id title} asOf method confidence}}
  }`), null, 1));
});
