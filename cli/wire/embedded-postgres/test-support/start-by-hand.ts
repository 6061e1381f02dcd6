import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { prepareBinaries } from '../binaries.js';
import { findFreePort } from '../free-port.js';
import { surroundingsFor } from '../run-program.js';
import { chooseServerHome } from '../server-home.js';

/**
 * Starts a server on a data directory's cluster as somebody might by hand, without linju's marks.
 * It is ended with the test.
 * @returns its process number
 */
export async function startByHand(dataDir: string): Promise<number> {
  const home = await chooseServerHome(dataDir);
  const { postgres } = await prepareBinaries({ home, log: () => undefined });
  const args = [
    '-D',
    home.cluster,
    '-p',
    String(await findFreePort()),
    '-h',
    '127.0.0.1',
    '-k',
    '',
  ];
  const child = spawn(postgres, args, {
    ...surroundingsFor(postgres, home.user),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(async () => {
    const gone = once(child, 'exit');
    if (child.kill('SIGQUIT')) await gone;
  });
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.includes('ready to accept connections')) break;
  }
  return child.pid ?? 0;
}
