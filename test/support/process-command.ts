import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

import { checkout, isBuilt, sourceCommand } from './linju-command.js';
import { oneAtATime } from './one-at-a-time.js';

/**
 * How a program of the tests is started. Where linju is built, as plain JavaScript, since a process
 * that translates TypeScript while it loads needs twice the time; else from its source, through tsx.
 * @param file an absolute path in `test/`; it may import packages and files of `test/`
 */
export async function processCommand(file: string): Promise<readonly string[]> {
  return isBuilt ? [process.execPath, await compiled(file)] : sourceCommand(file);
}

// In the run's folder, once in a run.
function compiled(file: string): Promise<string> {
  const folder = join(tmpdir(), 'programs');
  return oneAtATime(folder, async () => {
    if (!existsSync(folder)) await makePackage(folder);
    return compile(file, folder);
  });
}

async function makePackage(folder: string): Promise<void> {
  await mkdir(folder);
  await symlink(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
}

/** @returns where it stands compiled, with all of ours that it imports */
async function compile(file: string, folder: string): Promise<string> {
  const target = join(folder, relative(checkout, file)).replace(/\.ts$/, '.js');
  if (existsSync(target)) return target;
  const { default: ts } = await import('typescript');
  const { outputText } = ts.transpileModule(await readFile(file, 'utf8'), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  });
  for (const [, imported = ''] of outputText.matchAll(/ from '(\.{1,2}\/[^']+)\.js';/g)) {
    await compile(join(dirname(file), `${imported}.ts`), folder);
  }
  // Named when it is complete, and after what it needs.
  await mkdir(dirname(target), { recursive: true });
  await writeFile(`${target}.unfinished`, outputText);
  await rename(`${target}.unfinished`, target);
  return target;
}
