export * from './error-code-labels.js';
export * from './errors.js';
export * from './invariant.js';
export * from './check-input.js';
export * from './clock.js';
export * from './ids.js';
export * from './package-file.js';
export * from './state-machine.js';

export * from './values/index.js';

export * from './call/viewer.js';
export * from './call/subgraph-door.js';
export * from './call/signed-call.js';
export * from './call/read-body.js';
export * from './call/run-operation.js';
export * from './call/serve-subgraph.js';
export * from './call/subgraph-error.js';

export * from './data/batch.js';
export * from './data/area-register.js';
export * from './data/base-loaders.js';
export * from './data/base-tables.js';
export * from './data/conditions.js';
export * from './data/database.js';
export * from './data/driver-guard.js';
export * from './data/hash-chain.js';
export * from './data/migrate.js';
export { readMigrations, type Migration } from './data/migration.js';
export * from './data/outbox.js';
export * from './data/page.js';
export {
  pagedList,
  type PageColumns,
  type PageSpec,
  type PagedList,
  type RowOf,
  type RowOfColumns,
} from './data/paged-list.js';
export * from './data/retry.js';
export { ownerRole, roleOf } from './data/roles.js';
export * from './data/seed.js';
export * from './data/statement.js';

export * from './write/command.js';
export * from './write/record-finder.js';
export * from './write/record-move.js';
export * from './write/record-new.js';
export * from './write/require-area.js';
export * from './write/require-codes.js';
export * from './write/require-day.js';
export * from './write/require-few.js';
export * from './write/require-not-future.js';
export * from './write/require-period.js';
export * from './write/require-place.js';
export * from './write/require-positive.js';
export * from './write/require-writer.js';
export * from './write/write-scope.js';

export * from './graph/build-subgraph.js';
export * from './graph/code-list-resolver.js';
export * from './graph/connection.js';
export * from './graph/connection-of-area.js';
export * from './graph/id-args.js';
export * from './graph/keys.js';
export * from './graph/labelled-enum.js';
export * from './graph/open-door.js';
export * from './graph/mutations.js';
export * from './graph/page-args.js';
export * from './graph/payload-types.js';
export * from './graph/scalars/index.js';
export * from './graph/shared/shared-types.js';
export * from './graph/shared/shared-values.js';
export * from './graph/user-errors.js';
export * from './graph/write-input.js';
