import { SettingsError } from './settings.js';

/**
 * Where a listener of ours opens its port: PORT and HOST, loopback unless said.
 * @throws SettingsError for a PORT that is no port
 */
export function parseListenAddress(
  environment: Readonly<Record<string, string | undefined>>,
  portByDefault: number,
): { readonly host: string; readonly port: number } {
  const text = environment['PORT']?.trim();
  const port = text ? Number(text) : portByDefault;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SettingsError(`PORT is ${text}; it is a whole number from 0 to 65535.`);
  }
  return { host: environment['HOST']?.trim() || '127.0.0.1', port };
}
