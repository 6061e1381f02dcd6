import { missingMigrations, withAdmin } from '@linju/kit';

import { explainFailure } from '../explain-failure.js';
import { inspectEmbeddedPostgres } from '../wire/embedded-postgres/index.js';
import type { Settings } from '../wire/settings.js';
import { blueprints } from '../wire/subgraphs.js';
import { checkLedger } from './check-ledger.js';
import { checkLogins } from './check-logins.js';
import { settingsOf } from './check-machine.js';
import { note, ok, wrong, type Finding } from './finding.js';

// row_number over windows, MERGE and security_invoker views came with 15; older servers lack them.
const majorVersionMin = 15;

/**
 * The database answers, is new enough and holds every migration; each subgraph may log in, and the
 * books hold. What rests on something that is wrong is not looked at.
 */
export async function checkDatabase(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const settings = settingsOf(environment);
  const adminUrl = settings.databaseUrl ?? (await embeddedUrl(settings));
  if (typeof adminUrl !== 'string') return [adminUrl];
  const findings: Finding[] = [];
  try {
    for (const look of [checkServer, checkMigrations, checkLogins, checkLedger]) {
      findings.push(...(await look(adminUrl, settings)));
      if (findings.some(({ state }) => state === 'WRONG')) break;
    }
  } catch (error) {
    findings.push(wrong('database', explainFailure(error), 'Then run `linju doctor` again.'));
  }
  return findings;
}

async function embeddedUrl({ dataDir }: Settings): Promise<string | Finding> {
  const report = await inspectEmbeddedPostgres({ dataDir });
  if (report?.movedBecause) {
    // Said here because the data is then not where the settings point.
    process.stdout.write(`note  data: kept in ${report.cluster}: ${report.movedBecause}\n`);
  }
  if (!report || report.majorVersion === null) {
    return note('database', 'no database has been made yet', 'The first start makes it.');
  }
  if (!report.server)
    return note(
      'database',
      'the embedded server is not running',
      'Start linju to check inside it.',
    );
  if (!report.server.adminUrl) {
    return wrong(
      'database',
      'the embedded server belongs to another user',
      'Run as the user who started linju.',
    );
  }
  const url = new URL(report.server.adminUrl);
  url.pathname = '/linju';
  return url.href;
}

const checkServer = (adminUrl: string): Promise<readonly Finding[]> =>
  withAdmin(adminUrl, async (sql) => {
    const [row] = await sql`
      select current_setting('server_version') as version,
        current_setting('server_version_num')::int / 10000 as major,
        (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may_create`;
    if (!row || Number(row['major']) < majorVersionMin) {
      const advice = `Use Postgres ${majorVersionMin} or later.`;
      return [wrong('database', `Postgres ${row?.['version']} is too old`, advice)];
    }
    if (row['may_create']) return [ok('database', `Postgres ${row['version']} answers`)];
    const finding = 'the login of DATABASE_URL may not create roles';
    return [wrong('database', finding, 'Migrations need a login with CREATEROLE.')];
  });

const checkMigrations = (adminUrl: string): Promise<readonly Finding[]> =>
  Promise.all(
    blueprints.map(async ({ name, migrations }) => {
      const missing = await missingMigrations({
        adminUrl,
        schema: name,
        migrations: await migrations(),
      });
      return missing.length === 0
        ? ok(name, 'its tables are up to date')
        : wrong(name, `migrations are missing: ${missing.join(', ')}`, 'Run `linju migrate`.');
    }),
  );
