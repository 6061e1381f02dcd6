import { parseGatewayConfig } from '@linju/gateway';

/**
 * Where a subgraph opens its port: PORT and HOST, read as the gateway reads them, loopback unless said.
 * @throws ConfigError that names the variable
 */
export function parseListenAddress(
  environment: Readonly<Record<string, string | undefined>>,
  portByDefault: number,
): { readonly host: string; readonly port: number } {
  const { HOST, PORT } = environment;
  const { host, port } = parseGatewayConfig({ HOST, PORT });
  return { host, port: PORT?.trim() ? port : portByDefault };
}
