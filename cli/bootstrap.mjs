// The first step of every npm script: plain Node, no dependency. It installs, builds and sets up what
// is missing, says what it is doing, and hands over to what was asked for. What is done is remembered
// by a stamp of the contents it was done from, so a second run skips it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamps = join(root, 'node_modules', '.linju');

// Nothing phones home: neither the tools of the build nor the gateway's library.
Object.assign(process.env, {
  APOLLO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
});

const [task, ...rest] = process.argv.slice(2);
requireNode();
process.chdir(root);
install();
switch (task) {
  case 'start':
    build();
    process.env.NODE_ENV ??= 'production';
    await runLinju(['start', ...rest]);
    break;
  case 'linju':
    build();
    await runLinju(rest);
    break;
  case 'test':
    build();
    runTests(rest);
    break;
  case 'bench':
    build();
    runTool(['--import', 'tsx', '--conditions', 'source', 'test/bench/index.ts', ...rest]);
    break;
  default:
    console.error('Usage: node cli/bootstrap.mjs start | test [--long] | bench NAME | linju VERB');
    process.exit(2);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`linju needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

function install() {
  const wanted = hashOf(['package-lock.json', ...manifests(), ...filesIn('patches', /\.patch$/)]);
  if (stampIs('install', wanted)) return;
  console.log('linju: installing packages (once; needs the npm registry) …');
  const npm = process.env.npm_execpath;
  const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []];
  run(command, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    failed: 'Installing failed. Is the npm registry reachable? Try `npm ci` for the whole story.',
  });
  // An npm that was told to ignore scripts has not applied the patches.
  run(process.execPath, ['node_modules/patch-package/index.js', '--error-on-fail'], {
    quiet: true,
    failed: 'A patch of patches/ does not fit the installed packages. Run `npx patch-package`.',
  });
  putStamp('install', wanted);
}

function build() {
  const wanted = hashOf(sources());
  const built = packageFolders().filter(hasBuild);
  if (stampIs('build', wanted) && built.every((folder) => existsSync(join(folder, 'dist')))) return;
  console.log('linju: building (a minute at most; only what changed) …');
  run(process.execPath, [join('node_modules', 'turbo', 'bin', 'turbo'), 'run', 'build'], {
    quiet: true,
    failed: 'The build failed; what it said stands above.',
  });
  putStamp('build', wanted);
}

function hasBuild(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).scripts?.build;
}

async function runLinju(words) {
  process.argv = [process.argv[0], 'linju', ...words];
  await import(pathToFileURL(join(root, 'cli', 'dist', 'index.js')).href);
}

function runTests(words) {
  const long = words.includes('--long');
  const others = words.filter((word) => word !== '--long');
  if (long) process.env.LINJU_TEST_LONG = '1';
  runTool(['node_modules/vitest/vitest.mjs', 'run', ...others]);
}

function runTool(words) {
  const { status, signal } = spawnSync(process.execPath, words, { stdio: 'inherit' });
  process.exit(signal ? 1 : status);
}

function run(command, words, { quiet = false, failed }) {
  const options = quiet ? { encoding: 'utf8' } : { stdio: 'inherit' };
  const { status, stdout, stderr, error } = spawnSync(command, words, options);
  if (status === 0) return;
  if (quiet) console.error(`${stdout ?? ''}${stderr ?? ''}`);
  if (error) console.error(String(error));
  console.error(`linju: ${failed}`);
  process.exit(1);
}

function stampIs(name, wanted) {
  const file = join(stamps, name);
  return existsSync(file) && readFileSync(file, 'utf8') === wanted;
}

function putStamp(name, value) {
  mkdirSync(stamps, { recursive: true });
  rmSync(join(stamps, name), { force: true });
  writeFileSync(join(stamps, name), value);
}

function hashOf(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    hash
      .update(relative(root, join(root, file)))
      .update('\0')
      .update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function manifests() {
  return packageFolders().map((folder) => join(folder, 'package.json'));
}

function packageFolders() {
  const patterns = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).workspaces;
  return patterns.flatMap((pattern) =>
    pattern.endsWith('/*')
      ? readdirSync(join(root, pattern.slice(0, -2)), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => join(pattern.slice(0, -2), entry.name))
          .filter((folder) => existsSync(join(root, folder, 'package.json')))
      : [pattern],
  );
}

/** What the build reads: every package's code, and what they share. */
function sources() {
  const code = /\.(ts|tsx|css|html|svg|graphql|json)$/;
  const folders = packageFolders().filter((folder) => folder !== 'test');
  return [
    'tsconfig.base.json',
    'turbo.json',
    ...folders.flatMap((folder) => filesIn(folder, code)),
  ];
}

function filesIn(folder, pattern) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return ['node_modules', 'dist', '.turbo'].includes(entry.name)
          ? []
          : filesIn(path, pattern);
      }
      return pattern.test(entry.name) && !entry.name.endsWith('.test.ts') ? [path] : [];
    });
}
