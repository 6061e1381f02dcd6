import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { explainFailure } from '../explain-failure.js';
import { parseSettings } from './settings.js';
import { openStore } from './store.js';

test('a database that takes connections and closes them is told, and what is waited for', async () => {
  let connections = 0;
  const balancer = createServer((client) => {
    connections += 1;
    setTimeout(() => client.end(), 1_500);
  });
  await new Promise<void>((resolve) => balancer.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void balancer.close());
  const place = `127.0.0.1:${(balancer.address() as AddressInfo).port}`;
  const said: string[] = [];
  const opening = openStore(
    parseSettings({ DATABASE_URL: `postgres://linju:pw@${place}/linju`, LINJU_SECRET: secret }, []),
    (line) => said.push(line),
  );
  const failure: unknown = await opening.catch((error: unknown) => error);
  expect(explainFailure(failure)).toBe(
    `${place} takes the connection and closes it before a database has answered.\n` +
      'The database does not answer. Is it running, and is the address right?',
  );
  expect(said).toEqual([`connecting to Postgres at ${place}/linju …`]);
  expect(connections).toBe(1);
});

const secret = 'a secret of thirty-two characters';

test('a data directory below a file is a mistake of the setting', async () => {
  const dataDir = join(process.execPath, 'data');
  const opening = openStore(parseSettings({ LINJU_DATA_DIR: dataDir }, []), () => {});
  await expect(opening).rejects.toMatchObject({
    code: 'DATA_DIRECTORY_NOT_WRITABLE',
    message: expect.stringMatching(/\nA file stands where a directory is needed\./),
  });
});
