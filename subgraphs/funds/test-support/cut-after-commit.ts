import { createServer, connect, type Socket } from 'node:net';

/** A proxy before the database that can lose the acknowledgement of a commit. */
export interface CuttingProxy extends AsyncDisposable {
  /** The database's address, by way of the proxy. */
  readonly url: string;
  /** Cuts the next connection that commits: once the server has answered, before the client hears it. */
  armOnce(): void;
  /** How many acknowledgements were lost. */
  cuts(): number;
}

/** Puts a proxy before a database. */
export async function cutAfterCommit(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let armed = false;
  let cut = 0;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let isCommitting = false;
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (sent) => {
      if (armed && sent.toString('latin1').includes('commit')) {
        armed = false;
        isCommitting = true;
      }
      upstream.write(sent);
    });
    upstream.on('data', (answer) => {
      // The server has committed; nobody will tell the client.
      if (isCommitting && answer.toString('latin1').includes('COMMIT')) {
        cut += 1;
        client.destroy();
      } else client.write(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: url.href,
    armOnce: () => {
      armed = true;
    },
    cuts: () => cut,
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
