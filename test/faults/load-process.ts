// A process of its own that reads and writes without pause, for tests that take its database away or
// kill it. Started by start-load.ts. Says a JSON line for each write before it is sent and after it
// was acknowledged; a pipe is written at once, so nothing said is lost with the process.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

import {
  newUlidId,
  openDatabase,
  systemClock,
  type SubgraphBlueprint,
  type SubgraphDoor,
} from '@linju/kit';

import { newFacility, registerFacility } from './register-facility.js';
import { throughDoor, throughGateway, type WayToAsk } from './ways-to-ask.js';

/** What the process is told in its environment, as JSON in LOAD. */
export interface Load {
  /** The subgraphs it opens, each with its own login. */
  readonly roleUrls: Readonly<Record<string, string>>;
  /** For a gateway in front; null: the one subgraph is asked itself. */
  readonly supergraphFile: string | null;
  readonly readers: number;
  readonly writers: number;
}

/** What it says, a line each. */
export type Said =
  | { readonly kind: 'begun'; readonly key: string }
  | { readonly kind: 'stored'; readonly key: string; readonly id: string }
  | {
      readonly kind: 'ended';
      /** Whole answers, and answers that said that a part was missing. */
      readonly reads: number;
      readonly degradedReads: number;
      /** Tries of a write that ended in a fault, each tried again under its key. */
      readonly failedTries: number;
    };

const question = `{ district(code: "430202") { name streets { code name }
  facilities(first: 20) { nodes { id name } } } }`;

const load = JSON.parse(process.env['LOAD'] ?? '{}') as Load;
const counts = { reads: 0, degradedReads: 0, failedTries: 0 };
let running = true;
process.stdin.once('data', () => (running = false));

const doors = await Promise.all(Object.entries(load.roleUrls).map(openDoor));
const { ask, close } = await openWay();

await Promise.all([
  ...Array.from({ length: load.readers }, read),
  ...Array.from({ length: load.writers }, write),
]);
say({ kind: 'ended', ...counts });
await close();
await Promise.all(doors.map((door) => door.close()));
process.exit();

async function read(): Promise<void> {
  while (running) {
    const { errors } = await ask(question);
    if (errors) counts.degradedReads += 1;
    else counts.reads += 1;
  }
}

async function write(): Promise<void> {
  while (running) {
    const key = newKey();
    say({ kind: 'begun', key });
    say({ kind: 'stored', key, id: await store(key) });
  }
}

// Letters only, so that no part of it looks like anybody's number.
function newKey(): string {
  return [...randomBytes(24)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

// A write that was begun is carried to its end, also when the load is told to stop.
async function store(key: string): Promise<string> {
  for (;;) {
    const { data, errors } = await ask(registerFacility, { input: newFacility(key) });
    const id = data?.registerFacility?.facility?.id;
    if (id) return id;
    // Refused, and not for want of a database: nothing will make it right.
    if (!errors) throw new Error(JSON.stringify(data));
    counts.failedTries += 1;
    await wait(50);
  }
}

async function openDoor([name, url]: [name: string, url: string]): Promise<SubgraphDoor> {
  const { blueprint } = (await import(`@linju/${name}`)) as { blueprint: SubgraphBlueprint };
  const database = openDatabase({ url, schema: name, refusals: blueprint.refusals });
  return blueprint.createSubgraph({ database, clock: systemClock, newId: newUlidId });
}

async function openWay(): Promise<WayToAsk> {
  const { supergraphFile } = load;
  if (supergraphFile !== null) return throughGateway(doors, await readFile(supergraphFile, 'utf8'));
  const [door, ...others] = doors;
  if (!door || others.length > 0) throw new Error('Without a gateway there is one subgraph.');
  return throughDoor(door);
}

function say(line: Said): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
