import { parseGatewayConfig } from '@linju/gateway';

import { findListenFault } from '../wire/listen-fault.js';
import { note, ok, wrong, type Finding } from './finding.js';

/** The port is free, or linju itself listens there. */
export async function checkPort(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Finding> {
  const { host, port } = parseGatewayConfig(environment);
  const fault = await findListenFault(host, port);
  if (!fault) return ok('port', `${host}:${port} is free`);
  const { place, taken, what, advice } = fault;
  if (!taken) return wrong('port', `cannot listen on ${place}. ${what}`, advice);
  const ready = await askReady(host, port);
  if (ready === 200) return ok('port', `linju serves on ${place}`);
  if (ready === 503) {
    return note(
      'port',
      `linju listens on ${place} and is not ready`,
      `See http://${place}/health/ready.`,
    );
  }
  return wrong('port', `another program listens on ${place}`, advice);
}

async function askReady(host: string, port: number): Promise<number | null> {
  try {
    const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    const place = name.includes(':') ? `[${name}]` : name;
    const answer = await fetch(`http://${place}:${port}/health/ready`, {
      signal: AbortSignal.timeout(2_000),
    });
    return answer.status;
  } catch {
    return null;
  }
}
