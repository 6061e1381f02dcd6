import { Socket } from 'node:net';

/** The part of the driver's settings that says where to connect. */
export interface DriverPlaces {
  /** Hosts and their ports, in pairs. */
  readonly host: string[];
  readonly port: number[];
  /** A socket of the file system instead of host and port. */
  readonly path?: string | false;
}

/**
 * The driver's setting `socket` for a client that connects once. The driver connects again by itself
 * when the other side closes before it is ready, at once and for ever: a balancer without a server
 * behind it is asked hundreds of times a second, and whoever waits does so in silence. Here the second
 * time is an error. Of several hosts each is tried once.
 */
export function connectOnce(): (places: DriverPlaces) => Socket {
  let tried: string | null = null;
  return ({ host, port, path }) => {
    // The driver takes an error for the last word only when it sees no further host.
    if (tried !== null) [host, port].forEach((list) => list.shift());
    const name = host[0];
    if (name === undefined) throw closedEarly(tried ?? 'The address');
    tried = path || `${name}:${port[0]}`;
    return connectSoon(path ? { path } : { host: name, port: port[0] ?? 5432 });
  };
}

type Place = { readonly path: string } | { readonly host: string; readonly port: number };

// The driver begins to listen when it has the socket in hand; an error may not come earlier.
function connectSoon(place: Place): Socket {
  const socket = new Socket();
  setImmediate(() => {
    if (!socket.destroyed) socket.connect(place);
  });
  // The driver reads where it goes from the socket, for its messages and for TLS.
  return Object.assign(socket, place);
}

const closedEarly = (place: string): Error =>
  Object.assign(
    new Error(`${place} takes the connection and closes it before a database has answered.`),
    { code: 'CONNECTION_CLOSED' },
  );
