import { openDatabase, roleOf } from '@linju/kit';

import { explainFailure } from '../explain-failure.js';
import { loginsOf } from '../wire/logins.js';
import { findSecret } from '../wire/secret.js';
import type { Settings } from '../wire/settings.js';
import { blueprints } from '../wire/subgraphs.js';
import { note, ok, wrong, type Finding } from './finding.js';

/** Each subgraph may log in as its own role. */
export async function checkLogins(
  adminUrl: string,
  settings: Settings,
): Promise<readonly Finding[]> {
  const secret = await findSecret(settings.dataDir, settings.secret);
  if (secret === null) {
    const advice = 'Set LINJU_SECRET as the processes have it to check their logins.';
    return [note('logins', `there is no secret in ${settings.dataDir}`, advice)];
  }
  const { roleUrl } = loginsOf(settings, adminUrl, secret);
  const refused = await Promise.all(blueprints.map(({ name }) => tryLogin(roleUrl(name), name)));
  const found = refused.flatMap((finding) => finding ?? []);
  return found.length > 0 ? found : [ok('logins', 'every subgraph logs in as its own role')];
}

async function tryLogin(url: string, schema: string): Promise<Finding | null> {
  const database = openDatabase({ url, schema });
  try {
    await database.ping();
    return null;
  } catch (error) {
    return wrong(
      schema,
      `it cannot log in as ${roleOf(schema)}: ${explainFailure(error)}`,
      'Give it the LINJU_SECRET or the <NAME>_DATABASE_URL that the role was made with. If nobody else uses the role, `linju migrate --reset-passwords` sets it anew.',
    );
  } finally {
    await database.close();
  }
}
