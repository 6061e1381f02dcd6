import { systemViewer } from '../call/viewer.js';
import { connectTimeoutMs } from './driver-client.js';
import { openLink, type Link } from './link.js';
import { faultOf } from './retry.js';

/** The channel on which a commit tells that an outbox grew; the payload is the schema's name. */
export const outboxChannel = 'linju_outbox';

export interface OutboxListener {
  /** Resolves when its connection is closed; no call comes after it. */
  stop(): Promise<void>;
}

export interface OutboxListening {
  readonly url: string;
  readonly schema: string;
  /** Must not throw: nobody is there to catch it. */
  readonly callback: () => void;
}

// Without news: how often the outbox is looked at all the same, and the connection proves to be alive.
const heartbeatMs = 15_000;
// How soon a commit is looked for again that an older transaction still hides.
const hiddenMs = 250;
const reconnectMs = 500;

/**
 * Calls back when an outbox may have more to read. The table is the truth, the notification only makes
 * it quick: it is lost while the connection is, and it comes too early while an older transaction still
 * hides what was committed, whose own end tells nobody.
 * @throws Fault STORAGE_UNAVAILABLE when the server is away at the start; later it waits for it
 */
export async function listenToOutbox(listening: OutboxListening): Promise<OutboxListener> {
  let stopped = false;
  let link = null as Link | null;
  let nextLook: NodeJS.Timeout | undefined;
  let nextConnect: NodeJS.Timeout | undefined;

  const look = oneAtATime(async () => {
    const hidden = link !== null && (await hidesCommits(link, listening.schema));
    if (stopped) return;
    listening.callback();
    clearTimeout(nextLook);
    nextLook = setTimeout(() => void look(), hidden ? hiddenMs : heartbeatMs);
  });
  const connect = async (): Promise<void> => {
    link = await openListeningLink(listening, {
      onNews: () => void look(),
      onLost: () => {
        if (!stopped) nextConnect = setTimeout(() => void reconnect(), reconnectMs);
      },
    });
    if (stopped) return link.end();
    await startListening(link);
  };
  const reconnect = (): Promise<void> => connect().then(look, () => link?.drop());
  const stop = async (): Promise<void> => {
    stopped = true;
    clearTimeout(nextLook);
    clearTimeout(nextConnect);
    await link?.end();
  };

  try {
    await connect();
  } catch (error) {
    await stop();
    throw faultOf(error);
  }
  void look();
  return { stop };
}

interface Events {
  readonly onNews: () => void;
  readonly onLost: () => void;
}

const openListeningLink = (
  { url, schema }: OutboxListening,
  { onNews, onLost }: Events,
): Promise<Link> =>
  openLink({
    url,
    applicationName: `linju ${schema} outbox`,
    statementTimeoutMs,
    silenceMaxMs: statementTimeoutMs + connectTimeoutMs,
    onLost,
    onNotify: (_channel, payload) => {
      if (payload === schema) onNews();
    },
  });

const statementTimeoutMs = 1_500;

// This connection is nobody else's, so it may say once who it is.
async function startListening({ sql, send }: Link): Promise<void> {
  const viewer = JSON.stringify({ id: systemViewer.id, role: systemViewer.role });
  await send(sql`select set_config('linju.viewer', ${viewer}, false)`);
  await send(sql.unsafe(`listen ${outboxChannel}`));
}

/** Whether commits are there that an outbox's reader may not read yet. */
async function hidesCommits({ sql, send }: Link, schema: string): Promise<boolean> {
  try {
    const [found] = await send(sql<{ hidden: boolean }[]>`
      select exists (
        select from ${sql(schema)}.outbox
        where xid >= pg_snapshot_xmin(pg_current_snapshot())) as hidden`);
    return found?.hidden === true;
  } catch {
    // Lost: the new connection begins with a look. Too slow: the next look comes soon.
    return true;
  }
}

// News that arrive during a look lead to one more, however many they are.
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await work();
    }
    running = false;
  };
}
