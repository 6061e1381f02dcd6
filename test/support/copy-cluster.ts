import { startEmbeddedPostgres } from '../../cli/wire/embedded-postgres/index.js';
import { fillByCopy } from './fill-by-copy.js';

/**
 * Fills a data directory with what a first start of the embedded server leaves there, stopped: for
 * tests of later starts.
 * @param options .durable as the server is started with; the product's own way unless said
 */
export const copyCluster = (
  dataDir: string,
  { durable = true }: { readonly durable?: boolean } = {},
): Promise<void> =>
  fillByCopy(dataDir, durable ? 'cluster' : 'careless-cluster', async (folder) => {
    const server = await startEmbeddedPostgres({ dataDir: folder, durable, log: () => {} });
    await server.stop();
  });
