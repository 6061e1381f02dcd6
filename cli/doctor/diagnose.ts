import { checkDatabase } from './check-database.js';
import { checkPort } from './check-port.js';
import {
  checkDataDirectory,
  checkDisk,
  checkNode,
  checkPackages,
  checkSettings,
} from './check-machine.js';
import { checkSchema } from './check-schema.js';
import { note, wrong, type Finding } from './finding.js';

type Environment = Readonly<Record<string, string | undefined>>;
type Check = (
  environment: Environment,
) => Finding | readonly Finding[] | Promise<Finding | readonly Finding[]>;

const checks: readonly (readonly [string, Check])[] = [
  ['node', checkNode],
  ['packages', checkPackages],
  ['settings', checkSettings],
  ['data', checkDataDirectory],
  ['disk', checkDisk],
  ['schema', checkSchema],
  ['database', checkDatabase],
  ['port', checkPort],
];

/**
 * Looks at the installation, one thing after the other, and changes nothing. A check that fails
 * itself is a finding too.
 */
export async function* diagnose(environment: Environment): AsyncGenerator<Finding> {
  for (const [name, check] of checks) {
    try {
      const found = await check(environment);
      yield* Array.isArray(found) ? (found as readonly Finding[]) : [found as Finding];
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      yield wrong(name, text, 'Mend this first; other findings may follow from it.');
    }
  }
  yield note(
    'telemetry',
    process.env['APOLLO_TELEMETRY_DISABLED']
      ? 'switched off'
      : 'switched off by linju itself when it starts',
  );
}
