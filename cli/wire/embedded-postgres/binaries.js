import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { copyBinaries } from './copy-binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { linkLibraries } from './link-libraries.js';
import { runProgram } from './run-program.js';
import { findBlockingDirectory, mayExecute } from './server-user.js';
/**
 * Finds the binaries that npm installed for this platform and makes them runnable: adds the
 * library links that npm could not carry, and copies the binaries beside the cluster when they
 * cannot be used where they are. Ends by running one of them: a success means that they work.
 * @param log     told when a copy is made
 * @param package where npm put them; given only by tests
 * @throws EmbeddedPostgresError BINARIES_MISSING, NOT_READABLE_BY_SERVER_USER, DISK_FULL
 */
export async function prepareBinaries(options) {
    const { home, log } = options;
    const installed = options.packageDirectory ?? findPackageDirectory();
    await requireFile(programsIn(installed).postgres);
    const reason = await reasonToCopy(installed, home.user);
    const directory = reason === null
        ? installed
        : await copyBinaries({
            from: installed,
            version: await readVersion(installed),
            into: home.directory,
            announce: (place) => log(`copying the Postgres binaries to ${place}, because ${reason}`),
        });
    const programs = programsIn(directory);
    return { ...programs, majorVersion: await askMajorVersion(programs.postgres, home.user) };
}
/** The npm package with the binaries for the platform that this process runs on. */
export function binariesPackageName() {
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    return `@embedded-postgres/${platform}-${process.arch}`;
}
const PROBE_DEADLINE_MS = 30_000;
function findPackageDirectory() {
    try {
        const entry = createRequire(import.meta.url).resolve(binariesPackageName());
        return dirname(dirname(entry));
    }
    catch (cause) {
        throw binariesMissing(cause);
    }
}
async function requireFile(path) {
    await stat(path).catch((cause) => {
        throw binariesMissing(cause);
    });
}
function binariesMissing(cause) {
    return new EmbeddedPostgresError('BINARIES_MISSING', `The Postgres binaries (npm package ${binariesPackageName()}) are not installed. Install the packages again, optional ones included (npm ci). If there is no such package for your platform, set DATABASE_URL to a Postgres server of your own.`, { cause });
}
function programsIn(directory) {
    const suffix = process.platform === 'win32' ? '.exe' : '';
    const bin = join(directory, 'native', 'bin');
    return { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`) };
}
async function reasonToCopy(directory, user) {
    if (!(await linkLibraries(directory)))
        return `${directory} cannot be written`;
    if (user === null)
        return null;
    const bin = join(directory, 'native', 'bin');
    const blocking = await findBlockingDirectory(bin, user);
    if (blocking !== null)
        return `user ${user.uid} may not enter ${blocking}`;
    const mayRun = await mayExecute(programsIn(directory).postgres, user);
    return mayRun ? null : `user ${user.uid} may not run the programs in ${bin}`;
}
async function readVersion(directory) {
    const description = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
    const isObject = typeof description === 'object' && description !== null;
    return isObject && 'version' in description ? String(description.version) : 'unknown';
}
async function askMajorVersion(postgres, user) {
    const answer = await runProgram({
        program: postgres,
        args: ['--version'],
        user,
        deadlineMs: PROBE_DEADLINE_MS,
    });
    const major = /PostgreSQL\) (\d+)/.exec(answer.output)?.[1];
    if (answer.exitCode === 0 && major !== undefined)
        return Number(major);
    throw cannotRun(postgres, user, answer);
}
function cannotRun(postgres, user, answer) {
    const denied = ['EACCES', 'EPERM', 'EINVAL'].includes(answer.failedToStart ?? '');
    if (denied && user !== null) {
        return new EmbeddedPostgresError('NOT_READABLE_BY_SERVER_USER', `Postgres refuses to run as root, and it cannot be run as user ${user.uid} instead (${answer.output}). Start linju as an ordinary user, or set DATABASE_URL to a Postgres server of your own.`);
    }
    return new EmbeddedPostgresError('BINARIES_MISSING', `${postgres} cannot be run on this machine (${answer.output.trim()}). Install the packages again (npm ci), or set DATABASE_URL to a Postgres server of your own.`);
}
//# sourceMappingURL=binaries.js.map