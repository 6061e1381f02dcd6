import { Fault, isBrokenConnection } from '@linju/kit';

const ownWords = new Set([
  'EmbeddedPostgresError',
  'SettingsError',
  'ConfigError',
  'ListenError',
  'RoleError',
  'UsageError',
]);

/**
 * What a person reads when a verb fails. Errors that were written for people speak for themselves; of
 * others the message and, where we know one, what to try. `LINJU_DEBUG=1` adds the stack.
 */
export function explainFailure(failure: unknown): string {
  // A fault's own words are for clients of the graph.
  const error = failure instanceof Fault ? (failure.cause ?? failure) : failure;
  const text = error instanceof Error ? error.message : String(error);
  const hint = hintFor(error);
  const stack = process.env['LINJU_DEBUG'] && error instanceof Error ? `\n${error.stack}` : '';
  return `${text}${hint ? `\n${hint}` : ''}${stack}`;
}

function hintFor(error: unknown): string {
  if (error instanceof Error && ownWords.has(error.name)) return '';
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'EADDRINUSE')
    return 'Another program listens there. Stop it, or set PORT to a free one.';
  if (code === 'EACCES')
    return 'This user may not do that. Look at the owner of the file, or take a port above 1023.';
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return 'A file stands where a directory is needed. Move it away, or set LINJU_DATA_DIR to another place.';
  if (code === '28P01' || code === '28000')
    return 'The database refused the login. Check user and password of the address.';
  if (code === '3D000') return 'The database does not exist on that server. Create it first.';
  if (code === '42501')
    return 'The login may not create roles or schemas. Use one that may (CREATEROLE and CREATE on the database).';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'No machine is known by that name. Check the host in the address of the database.';
  if (isBrokenConnection(error))
    return 'The database does not answer. Is it running, and is the address right?';
  return 'linju doctor looks for what is wrong with this installation.';
}
