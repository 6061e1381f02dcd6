import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

import { parseGatewayConfig } from '@linju/gateway';
import { driverGuardPresent } from '@linju/kit';

import { binariesPackageName } from '../wire/embedded-postgres/index.js';
import { parseSettings, type Settings } from '../wire/settings.js';
import { blueprints } from '../wire/subgraphs.js';
import { note, ok, wrong, type Finding } from './finding.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings, or the SettingsError that says what is wrong with them. */
export const settingsOf = (environment: Environment): Settings =>
  parseSettings(
    environment,
    blueprints.map(({ name }) => name),
  );

/** Node is new enough. */
export function checkNode(): Finding {
  const version = process.versions.node;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    return wrong('node', `${version} is too old`, 'Install Node 22, or at least 20.19.');
  }
  if (major === 20) {
    return note(
      'node',
      `${version}: Node 20 no longer gets security fixes`,
      'Node 22 works as well.',
    );
  }
  return ok('node', version);
}

/** The packages are whole: the driver's patch, the server's binaries. */
export function checkPackages(environment: Environment): readonly Finding[] {
  const guard = driverGuardPresent()
    ? ok('driver', 'the patch that survives a restart of Postgres is in place')
    : wrong(
        'driver',
        'the patch of the postgres package is missing, so a restart of the database would end linju',
        'Run `npx patch-package`, then start again.',
      );
  return [guard, checkBinaries(environment)];
}

function checkBinaries(environment: Environment): Finding {
  if (environment['DATABASE_URL']) return ok('binaries', 'not needed: DATABASE_URL is set');
  const name = binariesPackageName();
  try {
    import.meta.resolve(name);
    return ok('binaries', name);
  } catch {
    return wrong(
      'binaries',
      `${name} is not installed`,
      'Run `npm ci` without `--omit=optional`, or set DATABASE_URL to a real server.',
    );
  }
}

/** The environment says nothing that linju cannot use. */
export function checkSettings(environment: Environment): Finding {
  settingsOf(environment);
  parseGatewayConfig(environment);
  return ok('settings', 'the environment can be read');
}

/** The data directory can be written. */
export async function checkDataDirectory(environment: Environment): Promise<Finding> {
  const { dataDir, databaseUrl } = settingsOf(environment);
  if (databaseUrl) return ok('data', 'kept by the database server of DATABASE_URL');
  const found = await stat(dataDir).catch(() => null);
  if (!found) return checkNewDirectory(dataDir);
  if (!found.isDirectory()) {
    return wrong(
      'data',
      `${dataDir} is a file`,
      'Move it away, or set LINJU_DATA_DIR to a directory.',
    );
  }
  if (await mayWrite(dataDir)) return ok('data', dataDir);
  return wrong(
    'data',
    `${dataDir} cannot be written by this user`,
    'Change its owner, or set LINJU_DATA_DIR to another directory.',
  );
}

async function checkNewDirectory(dataDir: string): Promise<Finding> {
  const parent = await nearestDirectory(dataDir);
  if (await mayMakeIn(parent, dataDir)) {
    return note('data', `${dataDir} is not there yet`, 'The first start makes it.');
  }
  return wrong(
    'data',
    `${dataDir} is not there, and this user cannot make it in ${parent}`,
    'Make it and give it to this user, or set LINJU_DATA_DIR to another place.',
  );
}

/** Nothing stands in the way between the directory and the one to be made below it. */
async function mayMakeIn(parent: string, wanted: string): Promise<boolean> {
  const [next = ''] = relative(parent, wanted).split(sep);
  const inTheWay = await stat(join(parent, next)).catch(() => null);
  return inTheWay === null && mayWrite(parent);
}

const mayWrite = (directory: string): Promise<boolean> =>
  access(directory, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );

const roomyBytes = 2 * 1024 ** 3;
const tightBytes = 256 * 1024 ** 2;

/** There is space left for data. */
export async function checkDisk(environment: Environment): Promise<Finding> {
  const { dataDir } = settingsOf(environment);
  const { bavail, bsize } = await statfs(await nearestDirectory(dataDir));
  const free = bavail * bsize;
  const text = `${(free / 1024 ** 3).toFixed(1)} GiB free`;
  if (free < tightBytes) return wrong('disk', text, 'Make space: a full disk stops every write.');
  return free < roomyBytes
    ? note('disk', text, 'Make space before it gets tight.')
    : ok('disk', text);
}

async function nearestDirectory(path: string): Promise<string> {
  const there = await stat(path).catch(() => null);
  return there?.isDirectory() ? path : nearestDirectory(dirname(path));
}
