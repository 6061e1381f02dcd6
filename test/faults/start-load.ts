import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { blueprints } from '../../cli/wire/subgraphs.js';
import type { Store } from '../../cli/wire/store.js';
import { programCommand } from '../support/linju-command.js';
import { spawnLinju, type ProcessEnd, type TestProcess } from '../support/start-process.js';
import type { Load, Said } from './load-process.js';

/** A process that reads and writes without pause. */
export interface RunningLoad extends TestProcess {
  /** Keys of the writes that were sent; what became of them is known only where they are stored. */
  begun(): readonly string[];
  /** By key, the id that was acknowledged. */
  stored(): ReadonlyMap<string, string>;
  /** Waits until so many more writes are acknowledged. @throws Error when none come for 30 s */
  untilStored(more: number): Promise<void>;
  /** Lets what was begun end; then how it ended, and what it counted. */
  finish(): Promise<ProcessEnd & { readonly counts: Said | undefined }>;
}

export interface LoadOptions extends Pick<Load, 'readers' | 'writers'> {
  readonly nodeOptions?: readonly string[];
}

/** Starts one on a store that is migrated and seeded. */
export function startLoad(store: Store, options: LoadOptions): RunningLoad {
  const { readers, writers, nodeOptions = [] } = options;
  const roleUrls = Object.fromEntries(blueprints.map(({ name }) => [name, store.roleUrl(name)]));
  const load: Load = { roleUrls, readers, writers };
  const program = fileURLToPath(new URL('load-process.ts', import.meta.url));
  const process = spawnLinju(
    [],
    { LOAD: JSON.stringify(load) },
    { command: programCommand(program), nodeOptions },
  );
  const stored = () =>
    new Map(
      linesOf(process).flatMap((line) => (line.kind === 'stored' ? [[line.key, line.id]] : [])),
    );
  return {
    ...process,
    begun: () => linesOf(process).flatMap((line) => (line.kind === 'begun' ? [line.key] : [])),
    stored,
    untilStored: async (more) => {
      const wanted = stored().size + more;
      let hasEnded = false;
      void process.ended.then(() => (hasEnded = true));
      for (let waitedMs = 0; stored().size < wanted; waitedMs += 20) {
        if (hasEnded || waitedMs > 30_000) throw new Error(`No writes come.\n${process.output()}`);
        await wait(20);
      }
    },
    finish: async () => {
      process.say('stop');
      const end = await process.ended;
      return { ...end, counts: linesOf(process).find(({ kind }) => kind === 'ended') };
    },
  };
}

// A process that was killed may have said half a line at last.
const linesOf = (process: TestProcess): readonly Said[] =>
  process
    .output()
    .split('\n')
    .filter((line) => /^\{.*\}$/.test(line))
    .map((line) => JSON.parse(line) as Said);
