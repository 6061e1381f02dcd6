import { parseGatewayConfig } from '@linju/gateway';
import { pino, type Logger } from 'pino';

/**
 * The log of a process: one JSON line per event on standard error, so that standard output stays for
 * people. Passwords in addresses are cut out wherever they stand.
 * @param environment LINJU_LOG_LEVEL says from which level on
 * @throws ConfigError for a level that there is not
 */
export function openLog(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  levelByDefault: string,
): Logger {
  const { LINJU_LOG_LEVEL } = environment;
  const { logLevel } = parseGatewayConfig({ LINJU_LOG_LEVEL });
  return pino(
    {
      level: LINJU_LOG_LEVEL?.trim() ? logLevel : levelByDefault,
      name,
      base: { process: name },
      redact: ['url', '*.url', 'adminUrl', 'password', '*.password'],
    },
    pino.destination({ dest: 2, sync: false }),
  );
}
