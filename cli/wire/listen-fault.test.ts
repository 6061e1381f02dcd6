import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

import { expect, test } from 'vitest';

import { explainFailure } from '../explain-failure.js';
import { findListenFault, requireListenable } from './listen-fault.js';

test('an address that is free is no fault, and stays free', async () => {
  expect(await findListenFault('127.0.0.1', 0)).toBeNull();
});

test('a port that is taken is told from the others', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  expect(await findListenFault('127.0.0.1', port)).toMatchObject({
    place: `127.0.0.1:${port}`,
    taken: true,
  });
  other.close();
});

test.each([
  ['10.255.255.1', 'That is no address of this machine. Set HOST to'],
  ['nope.invalid', 'No machine is known by that name. Set HOST to'],
])('HOST=%s is named as what is wrong', async (host, said) => {
  const error: unknown = await requireListenable({ host, port: 0 }).catch((why: unknown) => why);
  const [first, second, ...more] = explainFailure(error).split('\n');
  expect(first).toBe(`Cannot listen on ${host}:0.`);
  expect(second).toContain(said);
  expect(more).toEqual([]);
});

// Root may listen everywhere, and so may all where the system says so.
test.skipIf(await findListenFault('127.0.0.1', 80).then((fault) => fault === null || fault.taken))(
  'a port that only the system’s own programs may take is no other program',
  async () => {
    expect(await findListenFault('127.0.0.1', 80)).toMatchObject({
      taken: false,
      what: 'This user may not listen there',
    });
  },
);
