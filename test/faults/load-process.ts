// A process of its own that reads and writes without pause, for tests that take its database away or
// kill it. Started by start-load.ts. Says a JSON line for each write before it is sent and after it
// was acknowledged; a pipe is written at once, so nothing said is lost with the process.
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import {
  createGateway,
  inProcessTransport,
  parseGatewayConfig,
  type Gateway,
} from '@linju/gateway';
import { newUlidId, officerOf, openDatabase, systemClock } from '@linju/kit';
import { pino } from 'pino';

import { blueprints } from '../../cli/wire/subgraphs.js';
import { readSupergraph } from '../../cli/wire/supergraph.js';
import { newFacility, registerFacility } from './register-facility.js';

/** What the process is told in its environment, as JSON in LOAD. */
export interface Load {
  /** Each subgraph's own login. */
  readonly roleUrls: Readonly<Record<string, string>>;
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

const doors = blueprints.map((blueprint) => {
  const url = load.roleUrls[blueprint.name] ?? '';
  const { name: schema, refusals } = blueprint;
  const database = openDatabase({ url, schema, refusals });
  return blueprint.createSubgraph({ database, clock: systemClock, newId: newUlidId });
});
const log = pino({ level: 'silent' });
const gateway = await createGateway({
  config: parseGatewayConfig({}),
  supergraphSdl: await readSupergraph(),
  transport: inProcessTransport({ doors, log }),
  log,
  clock: systemClock,
  viewerOfRequest: () => officerOf('430202'),
});

await Promise.all([
  ...Array.from({ length: load.readers }, read),
  ...Array.from({ length: load.writers }, write),
]);
say({ kind: 'ended', ...counts });
await gateway.close();
await Promise.all(doors.map((door) => door.close()));
process.exit();

async function read(): Promise<void> {
  while (running) {
    const { errors } = await ask(gateway, question);
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
    const { data, errors } = await ask(gateway, registerFacility, { input: newFacility(key) });
    const id = data?.registerFacility?.facility?.id;
    if (id) return id;
    // Refused, and not for want of a database: nothing will make it right.
    if (!errors) throw new Error(JSON.stringify(data));
    counts.failedTries += 1;
    await wait(50);
  }
}

interface Answer {
  readonly data?: { readonly registerFacility?: { readonly facility?: { readonly id: string } } };
  readonly errors?: unknown;
}

async function ask(
  { handle }: Gateway,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const answer = await handle({
    query,
    operationName: null,
    variables,
    headers: {},
    requestId: 'load',
    readsOnly: false,
    signal: new AbortController().signal,
  });
  return (answer.kind === 'EXECUTED' ? answer.result : { errors: answer.errors }) as Answer;
}

function say(line: Said): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
