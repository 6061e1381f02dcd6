import { createServer } from 'node:net';

/** Why nobody can listen at an address. */
export interface ListenFault {
  /** The address, `127.0.0.1:4000`. */
  readonly place: string;
  /** Whether a program listens there already, perhaps linju. */
  readonly taken: boolean;
  /** What is wrong with it: a sentence without its full stop. */
  readonly what: string;
  /** What to do about it. */
  readonly advice: string;
}

/** This process cannot listen where it was told to; the message says why and what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';

  constructor({ place, what, advice }: ListenFault) {
    super(`Cannot listen on ${place}.\n${what}. ${advice}`);
  }
}

/**
 * Tries to listen for a moment. For asking early: the listening itself comes after the database and
 * the seed.
 * @returns null when it works
 */
export async function findListenFault(host: string, port: number): Promise<ListenFault | null> {
  const code = await new Promise<string | null>((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (code === null) return null;
  const place = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
  return { place, taken: code === 'EADDRINUSE', ...explain(code) };
}

/** @throws ListenError */
export async function requireListenable(address: {
  readonly host: string;
  readonly port: number;
}): Promise<void> {
  const fault = await findListenFault(address.host, address.port);
  if (fault) throw new ListenError(fault);
}

function explain(code: string): Pick<ListenFault, 'what' | 'advice'> {
  switch (code) {
    case 'EADDRINUSE':
      return {
        what: 'Another program listens there',
        advice: 'Stop it, or set PORT to a free one.',
      };
    case 'EACCES':
    case 'EPERM':
      return {
        what: 'This user may not listen there',
        advice: 'Set PORT to one above 1023, and let a proxy listen below.',
      };
    case 'EADDRNOTAVAIL':
      return { what: 'That is no address of this machine', advice: setHost };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { what: 'No machine is known by that name', advice: setHost };
    default:
      return { what: `The system refuses it (${code})`, advice: setHost };
  }
}

const setHost =
  'Set HOST to 127.0.0.1 for this machine only, to 0.0.0.0 for all of its addresses, or to one of them.';
