import { fileURLToPath, pathToFileURL } from 'node:url';

import { findEnd, type Command } from './command-host-words.js';
import { linjuDoor } from './linju-command.js';
import { processCommand } from './process-command.js';
import {
  spawnLinju,
  surroundings,
  type Environment,
  type FinishedProcess,
} from './start-process.js';

/** Runs linju commands one after the other in one process, which is loaded once. */
export interface CommandHost extends AsyncDisposable {
  readonly pid: number;
  /**
   * Runs a verb to its end, as runLinju does. One at a time, and none that serves: what a process
   * leaves behind when it ends is shown by runLinju only.
   */
  run(words: readonly string[], environment?: Environment): Promise<FinishedProcess>;
}

/** Starts one; for the tests of a file, so it is started around them. */
export async function startCommandHost(): Promise<CommandHost> {
  const program = fileURLToPath(new URL('command-host-process.ts', import.meta.url));
  const command = await processCommand(program);
  const door = pathToFileURL(linjuDoor).href;
  const process = spawnLinju([door], {}, { command, outlivesTest: true });
  let number = 0;
  return {
    pid: process.pid,
    run: async (words, environment = {}) => {
      const wanted: Command = { words, environment: { ...surroundings(), ...environment } };
      number += 1;
      const own = number;
      process.say(JSON.stringify(wanted));
      const end = await process.untilSeen((said) => findEnd(own, said));
      return { ...end, signal: null };
    },
    [Symbol.asyncDispose]: () => process.kill(),
  };
}
