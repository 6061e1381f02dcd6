import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/**
 * Turns a refusal of the operating system to write or read linju's own files into an error a
 * person can act on.
 * @param error   anything that was thrown
 * @param dataDir the data directory, as the person named it
 * @returns the error to throw instead; the same one when it is nothing of that kind
 */
export function explainSystemError(error: unknown, dataDir: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reason = String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new EmbeddedPostgresError(
      'DISK_FULL',
      `The disk that holds the data directory ${dataDir} is full (${reason}). Free some space, or choose another place with LINJU_DATA_DIR; nothing that was stored is lost.`,
      { cause: error },
    );
  }
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return new EmbeddedPostgresError(
      'DATA_DIRECTORY_NOT_WRITABLE',
      `linju cannot use the data directory ${dataDir} (${reason}).\nA file stands where a directory is needed. Move it away, or set LINJU_DATA_DIR to another place.`,
      { cause: error },
    );
  }
  if ((typeof code === 'string' && DENIED.has(code)) || cannotMake(error)) {
    return new EmbeddedPostgresError(
      'DATA_DIRECTORY_NOT_WRITABLE',
      `linju cannot use the data directory ${dataDir} (${reason}). Give it to the user who starts linju, or choose another place with LINJU_DATA_DIR.`,
      { cause: error },
    );
  }
  return error;
}

const DENIED = new Set(['EACCES', 'EPERM', 'EROFS', 'EINVAL']);

// What Node says of a directory that it cannot make on a file system mounted read-only.
function cannotMake(error: unknown): boolean {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  return code === 'ENOENT' && syscall === 'mkdir';
}
