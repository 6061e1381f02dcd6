import { expect, test } from 'vitest';

import { parseListenAddress } from './listen-address.js';
import { openLog } from './log.js';

test('a subgraph listens on this machine only, on its own port, unless said', () => {
  expect(parseListenAddress({ PORT: ' ' }, 4001)).toEqual({ host: '127.0.0.1', port: 4001 });
  expect(parseListenAddress({ PORT: '0', HOST: '0.0.0.0' }, 4001)).toEqual({
    host: '0.0.0.0',
    port: 0,
  });
});

test.each(['4e3', '0x12D0', '-1', '70000', '4000.5'])('PORT=%s is refused by name', (PORT) => {
  expect(() => parseListenAddress({ PORT }, 4001)).toThrow(`PORT: received "${PORT}"`);
});

test('a level of the log that there is not is refused by its variable', () => {
  expect(() => openLog({ LINJU_LOG_LEVEL: 'loud' }, 'x', 'warn')).toThrow(
    'LINJU_LOG_LEVEL: received "loud"; allowed is fatal, error, warn,',
  );
  expect(openLog({}, 'x', 'warn').level).toBe('warn');
  expect(openLog({ LINJU_LOG_LEVEL: 'silent' }, 'x', 'warn').level).toBe('silent');
});
