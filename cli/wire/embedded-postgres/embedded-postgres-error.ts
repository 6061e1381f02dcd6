/**
 * Everything that can stop the embedded Postgres from serving, as a closed list.
 * Callers branch on the code; the message is for the person at the terminal.
 */
export type EmbeddedPostgresErrorCode =
  | 'BINARIES_MISSING'
  | 'CLUSTER_MISSING'
  | 'DATA_DIRECTORY_IN_USE'
  | 'DATA_DIRECTORY_NOT_WRITABLE'
  | 'DISK_FULL'
  | 'INITDB_FAILED'
  | 'NOT_A_CLUSTER'
  | 'NOT_READABLE_BY_SERVER_USER'
  | 'OTHER_MAJOR_VERSION'
  | 'PASSWORD_MISSING'
  | 'PORT_TAKEN'
  | 'START_FAILED';

/**
 * A refusal or failure of the embedded Postgres. The message says what happened and what to try,
 * and never holds a password.
 */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  /**
   * @param code    which of the known situations this is
   * @param message what happened and what to try, complete sentences
   * @param options .cause the error this one explains, if there is one
   */
  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
