import { resolve } from 'node:path';

import { z } from 'zod';

/** The installation's own part of the environment; the gateway reads its part itself. */
export interface Settings {
  /** Where the embedded database and the secret live; an absolute path. */
  readonly dataDir: string;
  /** A real server to use instead of the embedded one, with a login that may create roles. */
  readonly databaseUrl: string | null;
  /** Shared by gateway and subgraphs to sign calls, and to derive the roles' passwords. */
  readonly secret: string | null;
  /** Per subgraph: a database address of its own role. */
  readonly databaseUrls: ReadonlyMap<string, string>;
  /** Per subgraph: where its process listens, for a gateway that runs alone. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
}

/** The environment holds something that linju cannot use; the message says which variable. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads the settings. An empty variable counts as not set.
 * @param environment usually process.env
 * @param names       the subgraphs, whose variables are `<NAME>_DATABASE_URL` and `<NAME>_URL`
 * @throws SettingsError
 */
export function parseSettings(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): Settings {
  const read = (name: string): string | null => environment[name]?.trim() || null;
  return {
    dataDir: resolve(read('LINJU_DATA_DIR') ?? '.linju'),
    databaseUrl: postgresUrl('DATABASE_URL', read('DATABASE_URL')),
    secret: secretOf(read('LINJU_SECRET')),
    databaseUrls: perSubgraph(names, (name) => {
      const variable = `${name.toUpperCase()}_DATABASE_URL`;
      return postgresUrl(variable, read(variable));
    }),
    subgraphUrls: perSubgraph(names, (name) => {
      const variable = `${name.toUpperCase()}_URL`;
      return httpUrl(variable, read(variable));
    }),
  };
}

function perSubgraph(
  names: readonly string[],
  read: (name: string) => string | null,
): ReadonlyMap<string, string> {
  return new Map(
    names.flatMap((name) => {
      const value = read(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}

function postgresUrl(variable: string, value: string | null): string | null {
  const wanted = 'an address like postgres://user:password@host:5432/linju';
  const url = checked(variable, value, /^postgres(ql)?:$/, wanted);
  if (url === null || canDecode(url)) return url;
  throw new SettingsError(`${variable} is not ${wanted}: a % in it has to be written %25.`);
}

const httpUrl = (variable: string, value: string | null): string | null =>
  checked(variable, value, /^https?:$/, 'an address like http://districts:4001');

function checked(
  variable: string,
  value: string | null,
  protocol: RegExp,
  wanted: string,
): string | null {
  if (value === null) return null;
  // The value may hold a password, so the message never repeats it.
  if (URL.canParse(value) && protocol.test(new URL(value).protocol)) return value;
  throw new SettingsError(`${variable} is not ${wanted}.`);
}

function canDecode(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

function secretOf(value: string | null): string | null {
  if (value === null || z.string().min(32).safeParse(value).success) return value;
  throw new SettingsError(
    'LINJU_SECRET is too short: 32 characters or more. `openssl rand -hex 32` makes one.',
  );
}
