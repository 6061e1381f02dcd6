// A process that runs one linju command after the other. Loading linju takes seconds, a further
// command hardly anything, so tests of many short commands share one load. Each command gets linju's
// door afresh, with words and an environment of its own, and ends where it calls process.exit.
// Started by command-host.ts, which tells it the commands on standard input.
import { createInterface } from 'node:readline';

import { endMark, type Command } from './command-host-words.js';

/** Thrown where a command ends the process, so that nothing after it runs. */
class Ended extends Error {}

const door = process.argv[2] ?? '';
const realWrites = [process.stdout, process.stderr].map((stream) => stream.write);
let endedWith: number | null = null;

process.exit = (code) => {
  endedWith ??= Number(code ?? process.exitCode ?? 0);
  // What comes between here and the end of the command is said by nobody in a real process.
  for (const stream of [process.stdout, process.stderr]) stream.write = () => true;
  throw new Ended();
};

let number = 0;
for await (const line of createInterface({ input: process.stdin })) {
  number += 1;
  const exitCode = await runCommand(JSON.parse(line) as Command);
  for (const stream of [process.stdout, process.stderr]) stream.write(endMark(number, exitCode));
}

async function runCommand({ words, environment }: Command): Promise<number> {
  process.argv.splice(1, Infinity, 'linju', ...words);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  endedWith = null;
  process.exitCode = undefined;
  try {
    await import(`${door}?command=${number}`);
    return endedWith ?? Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof Ended)) process.stderr.write(`${String(error)}\n`);
    return endedWith ?? 1;
  } finally {
    process.exitCode = undefined;
    [process.stdout, process.stderr].forEach((stream, index) => {
      stream.write = realWrites[index] as typeof stream.write;
    });
  }
}
