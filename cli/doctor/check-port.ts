import { createServer } from 'node:net';

import { parseGatewayConfig } from '@linju/gateway';

import { note, ok, wrong, type Finding } from './finding.js';

/** The port is free, or linju itself listens there. */
export async function checkPort(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Finding> {
  const { host, port } = parseGatewayConfig(environment);
  if (port === 0 || (await isFree(host, port))) return ok('port', `${host}:${port} is free`);
  const ready = await askReady(host, port);
  if (ready === 200) return ok('port', `linju serves on ${host}:${port}`);
  if (ready === 503) {
    return note(
      'port',
      `linju listens on ${host}:${port} and is not ready`,
      `See http://${host}:${port}/health/ready.`,
    );
  }
  return wrong(
    'port',
    `another program listens on ${host}:${port}`,
    'Stop it, or set PORT to a free one.',
  );
}

const isFree = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

async function askReady(host: string, port: number): Promise<number | null> {
  try {
    const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    const answer = await fetch(`http://${name}:${port}/health/ready`, {
      signal: AbortSignal.timeout(2_000),
    });
    return answer.status;
  } catch {
    return null;
  }
}
