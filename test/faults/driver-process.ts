// A process of its own that uses the database driver as any program would, without linju's own care
// around it: for the test that shows what our patch of the driver is for. Says a line for each answer
// after a lost connection; every error that can be caught is caught.
import { setTimeout as wait } from 'node:timers/promises';

import postgres from 'postgres';

const sql = postgres(process.env['URL'] ?? '', { max: 4, onnotice: () => {} });
let lost = true;

await Promise.all(Array.from({ length: 16 }, askWithoutPause));

async function askWithoutPause(): Promise<never> {
  for (;;) {
    try {
      await sql.begin((tx) => [tx`select ${'x'.repeat(2_000)}`, tx`select 2`]);
      if (lost) process.stdout.write('answered\n');
      lost = false;
    } catch {
      lost = true;
      await wait(5);
    }
  }
}
