import { missingMigrations } from '@linju/kit';
import postgres from 'postgres';

import { explainFailure } from '../explain-failure.js';
import { inspectEmbeddedPostgres } from '../wire/embedded-postgres/index.js';
import type { Settings } from '../wire/settings.js';
import { blueprints } from '../wire/subgraphs.js';
import { settingsOf } from './check-machine.js';
import { note, ok, wrong, type Finding } from './finding.js';

// row_number over windows, MERGE and security_invoker views came with 15; older servers lack them.
const majorVersionMin = 15;

/** The database answers, is new enough and holds every migration. */
export async function checkDatabase(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const settings = settingsOf(environment);
  const adminUrl = settings.databaseUrl ?? (await embeddedUrl(settings));
  if (typeof adminUrl !== 'string') return [adminUrl];
  try {
    return [await checkServer(adminUrl), ...(await checkMigrations(adminUrl))];
  } catch (error) {
    return [wrong('database', explainFailure(error), 'Then run `linju doctor` again.')];
  }
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

async function checkServer(adminUrl: string): Promise<Finding> {
  const sql = postgres(adminUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await sql`
      select current_setting('server_version') as version,
        current_setting('server_version_num')::int / 10000 as major,
        (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may_create`;
    if (!row || Number(row['major']) < majorVersionMin) {
      return wrong(
        'database',
        `Postgres ${row?.['version']} is too old`,
        `Use Postgres ${majorVersionMin} or later.`,
      );
    }
    if (!row['may_create']) {
      return wrong(
        'database',
        'the login of DATABASE_URL may not create roles',
        'Migrations need a login with CREATEROLE.',
      );
    }
    return ok('database', `Postgres ${row['version']} answers`);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

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
