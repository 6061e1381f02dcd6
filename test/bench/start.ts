import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { makeDataDirectory } from '../support/data-directory.js';
import { checkout, isBuilt, linjuCommand } from '../support/linju-command.js';
import { residentBytesOf } from '../support/process-tree.js';
import { startLinju } from '../support/start-process.js';

const rounds = 3;
const bootstrap = [process.execPath, join(checkout, 'cli', 'bootstrap.mjs')];

/**
 * How long a start takes until it serves: the first, which makes the database, and the second, with and
 * without the look whether something must be installed or built.
 */
export async function benchStart(): Promise<void> {
  console.log(`build     ${isBuilt ? 'the built program' : 'from source, through tsx'}\n`);
  for (let round = 1; round <= rounds; round += 1) {
    await using data = await makeDataDirectory();
    const first = await startOnce(data.path, linjuCommand);
    const second = await startOnce(data.path, linjuCommand);
    const whole = await startOnce(data.path, bootstrap);
    console.log(
      `first ${first.tookMs} ms   second ${second.tookMs} ms   second npm start ${whole.tookMs} ms   ` +
        `${Math.round(second.restingBytes / 1e6)} MB at rest`,
    );
  }
}

async function startOnce(dataDir: string, command: readonly string[]) {
  const beganAt = performance.now();
  await using linju = await startLinju(['start'], { LINJU_DATA_DIR: dataDir }, { command });
  const tookMs = Math.round(performance.now() - beganAt);
  await wait(1_000);
  const restingBytes = residentBytesOf(linju.pid);
  await linju.stop();
  return { tookMs, restingBytes };
}
