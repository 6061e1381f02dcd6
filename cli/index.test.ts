import { readdir } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { makeDataDirectory } from '../test/support/data-directory.js';
import { runLinju } from '../test/support/start-process.js';

test('wrong use of a verb below a verb ends with code 2 too', async () => {
  const { exitCode, output } = await runLinju(['ledger', 'verify', 'x']);
  expect(output).toContain("too many arguments for 'verify'");
  expect(exitCode).toBe(2);
});

test('an address that cannot be listened on is told before anything is made', async () => {
  await using data = await makeDataDirectory();
  const environment = { LINJU_DATA_DIR: data.path, HOST: '10.255.255.1' };
  const { exitCode, output } = await runLinju(['start'], environment);
  expect(output).toBe(
    'linju: Cannot listen on 10.255.255.1:4000.\n' +
      'That is no address of this machine. Set HOST to 127.0.0.1 for this machine only, ' +
      'to 0.0.0.0 for all of its addresses, or to one of them.\n',
  );
  expect(exitCode).toBe(1);
  expect(await readdir(data.path)).toEqual([]);
});
