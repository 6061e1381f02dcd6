// A linju process of its own, for tests that kill it. Started by start-owner.ts.
import { startEmbeddedPostgres } from '../start-embedded-postgres.js';
import type { EmbeddedPostgresOptions } from '../start-embedded-postgres.js';

const lines: string[] = [];
const options = JSON.parse(process.argv[2] ?? '{}') as Omit<EmbeddedPostgresOptions, 'log'>;

try {
  const server = await startEmbeddedPostgres({ ...options, log: (line) => void lines.push(line) });
  const { adminUrl, pid, port, adopted, dataDir } = server;
  process.send?.({ server: { adminUrl, pid, port, adopted, dataDir }, lines });
  process.once('message', () => void server.stop().then(() => process.disconnect()));
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  process.send?.({ refusal: { code, message }, lines }, () => process.disconnect());
}
