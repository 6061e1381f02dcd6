import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** Stands between a client and its server, and can fail the ways a network fails. */
export interface TcpProxy extends AsyncDisposable {
  /** The server's address, by way of the proxy. */
  readonly url: string;
  /** From now on takes bytes and gives none, in both directions; or lets them through again. */
  hold(held: boolean): void;
  /** Cuts every connection. */
  cut(): void;
  /** Calls back with what a client sends, before it is passed on; false keeps the answers to it. */
  onClientBytes: ((bytes: Buffer) => boolean) | null;
}

/** Opens a proxy before the server at `url`, on a free port of the loopback. */
export async function openTcpProxy(url: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(url);
  const pairs = new Set<readonly [Socket, Socket]>();
  const state = { held: false };
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    let answersKept = false;
    client.on('data', (bytes) => {
      if (proxy.onClientBytes?.(bytes) === false) answersKept = true;
      if (!state.held) upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (!state.held && !answersKept) client.write(bytes);
    });
    for (const [one, other] of [pair, [upstream, client]] as const) {
      one.on('error', () => {});
      one.on('close', () => {
        other.destroy();
        pairs.delete(pair);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxied = new URL(url);
  proxied.port = String((server.address() as AddressInfo).port);
  const proxy: TcpProxy = {
    url: proxied.href,
    hold: (held) => {
      state.held = held;
    },
    cut: () => {
      for (const [client, upstream] of pairs) {
        client.destroy();
        upstream.destroy();
      }
    },
    onClientBytes: null,
    [Symbol.asyncDispose]: async () => {
      proxy.cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
