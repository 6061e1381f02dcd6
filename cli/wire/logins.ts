import { roleOf } from '@linju/kit';

import { derivedKey } from './secret.js';
import type { Settings } from './settings.js';

/** How each subgraph logs in to the database. */
export interface Logins {
  /** The address under which a subgraph's own role logs in. */
  roleUrl(schema: string): string;
  /** The password with which the migration makes that role. */
  rolePassword(schema: string): string;
}

/**
 * The logins of the subgraphs' own roles: as `<NAME>_DATABASE_URL` says, else on the administrator's
 * server, with a password that is derived from the secret.
 */
export const loginsOf = (
  { databaseUrls }: Pick<Settings, 'databaseUrls'>,
  adminUrl: string,
  secret: string,
): Logins => ({
  roleUrl: (schema) =>
    databaseUrls.get(schema) ?? withLogin(adminUrl, roleOf(schema), derivedKey(secret, schema)),
  rolePassword: (schema) => {
    const own = databaseUrls.get(schema);
    return own ? decodeURIComponent(new URL(own).password) : derivedKey(secret, schema);
  },
});

function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}
