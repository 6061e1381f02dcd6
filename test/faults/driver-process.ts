// A process of its own that uses the database driver as any program would, without linju's own care
// around it: for the test that shows what our patch of the driver is for. It holds a transaction open
// until its connection is lost, asks once more in it, and says each step. Every error that can be
// caught is caught.
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';

import postgres from 'postgres';

const sql = postgres(process.env['URL'] ?? '', { max: 1, onnotice: () => {} });

let askAgain = (): void => {};
const isLost = new Promise<void>((resolve) => (askAgain = resolve));

const transaction = sql.begin(async (tx) => {
  await tx`select 1`;
  say('in a transaction');
  await isLost;
  await tx`select 2`;
});
await transaction.catch(({ code }) => say(`lost: ${code}`));
askAgain();
// What the driver puts off, it does now: nothing else may come between.
for (let turns = 0; turns < 10; turns += 1) await turn();
await untilAnswered();
say('answered again');
await sql.end();

async function untilAnswered(): Promise<void> {
  for (;;) {
    try {
      await sql`select 3`;
      return;
    } catch {
      await wait(20);
    }
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
