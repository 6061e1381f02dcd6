import { pino, type Logger } from 'pino';

/**
 * The log of a process: one JSON line per event on standard error, so that standard output stays for
 * people. Passwords in addresses are cut out wherever they stand.
 */
export const openLog = (level: string, name: string): Logger =>
  pino(
    {
      level,
      name,
      base: { process: name },
      redact: ['url', '*.url', 'adminUrl', 'password', '*.password'],
    },
    pino.destination({ dest: 2, sync: false }),
  );
