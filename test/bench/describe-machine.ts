import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';

const measured = ['graphql', 'postgres', 'type-graphql'] as const;

/** What a figure depends on: machine, its other work, and versions; one line each. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const [loadOfLastMinute = 0] = loadavg();
  return [
    `machine   ${availableParallelism()} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `load      ${loadOfLastMinute.toFixed(1)} in the last minute, before this`,
    `node      ${process.versions.node} on ${process.platform} ${process.arch}`,
    `packages  ${measured.map((name) => `${name} ${versionOf(name)}`).join(', ')}`,
  ].join('\n');
}

// Not every package lets its package.json be imported, so it is looked for above the entry.
function versionOf(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  for (;;) {
    const { version } = readJson(join(folder, 'package.json'));
    if (typeof version === 'string') return version;
    if (dirname(folder) === folder) return 'unknown';
    folder = dirname(folder);
  }
}

function readJson(path: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
