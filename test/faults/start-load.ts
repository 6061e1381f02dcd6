import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { blueprints } from '../../cli/wire/subgraphs.js';
import type { Store } from '../../cli/wire/store.js';
import { checkout } from '../support/linju-command.js';
import { processCommand } from '../support/process-command.js';
import { spawnLinju, type ProcessEnd, type TestProcess } from '../support/start-process.js';
import type { Load, Said } from './load-process.js';

/** A process that reads and writes without pause. */
export interface RunningLoad extends TestProcess {
  /** Keys of the writes that were sent; what became of them is known only where they are stored. */
  begun(): readonly string[];
  /** By key, the id that was acknowledged. */
  stored(): ReadonlyMap<string, string>;
  /** Waits until so many more writes are acknowledged. @throws Error after a minute without them */
  untilStored(more: number): Promise<void>;
  /** Lets what was begun end; then how it ended, and what it counted. */
  finish(): Promise<ProcessEnd & { readonly counts: Said | undefined }>;
}

export interface LoadOptions extends Pick<Load, 'readers' | 'writers'> {
  /** The whole graph behind its gateway, or the subgraph alone, which is loaded in half the time. */
  readonly through: 'GATEWAY' | 'DOOR';
  /** Tests after this one use it too. */
  readonly outlivesTest?: boolean;
}

const subgraphWritten = 'districts';
const quietMsMax = 60_000;

/** Starts one on a store that is migrated and seeded. */
export async function startLoad(store: Store, options: LoadOptions): Promise<RunningLoad> {
  const { through, readers, writers, outlivesTest = false } = options;
  const isWhole = through === 'GATEWAY';
  const names = isWhole ? blueprints.map(({ name }) => name) : [subgraphWritten];
  const load: Load = {
    roleUrls: Object.fromEntries(names.map((name) => [name, store.roleUrl(name)])),
    supergraphFile: isWhole ? join(checkout, 'schema', 'supergraph.graphql') : null,
    readers,
    writers,
  };
  const program = fileURLToPath(new URL('load-process.ts', import.meta.url));
  const command = await processCommand(program);
  const process = spawnLinju([], { LOAD: JSON.stringify(load) }, { command, outlivesTest });
  const storedIn = (output: string) =>
    new Map(
      linesOf(output).flatMap((line) => (line.kind === 'stored' ? [[line.key, line.id]] : [])),
    );
  const stored = () => storedIn(process.output());
  return {
    ...process,
    begun: () =>
      linesOf(process.output()).flatMap((line) => (line.kind === 'begun' ? [line.key] : [])),
    stored,
    untilStored: async (more) => {
      const wanted = stored().size + more;
      const enough = process.untilSeen((said) => (storedIn(said).size >= wanted ? true : null));
      await inTime(enough, () => `No writes come.\n${process.output()}`);
    },
    finish: async () => {
      process.say('stop');
      const end = await process.ended;
      const counts = linesOf(process.output()).find(({ kind }) => kind === 'ended');
      return { ...end, counts };
    },
  };
}

async function inTime(awaited: Promise<unknown>, complaint: () => string): Promise<void> {
  let tooLate: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    tooLate = setTimeout(() => reject(new Error(complaint())), quietMsMax);
  });
  await Promise.race([awaited, limit]).finally(() => clearTimeout(tooLate));
}

// A process that was killed may have said half a line at last.
const linesOf = (output: string): readonly Said[] =>
  output
    .split('\n')
    .filter((line) => /^\{.*\}$/.test(line))
    .map((line) => JSON.parse(line) as Said);
