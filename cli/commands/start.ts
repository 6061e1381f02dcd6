import type { Command } from 'commander';

import { openProgress } from '../progress.js';
import { stopOnSignals } from '../stop-on-signals.js';
import { openLog } from '../wire/log.js';
import { startOneProcess } from '../wire/one-process.js';

/** `linju start`: everything in this process, until a signal. */
export const addStart = (program: Command): Command =>
  program
    .command('start')
    .description('run everything in this process: database, subgraphs, gateway, playground')
    .addHelpText(
      'after',
      `
Environment: PORT (4000), HOST (127.0.0.1), LINJU_DATA_DIR (.linju), DATABASE_URL (a real server
instead of the embedded one). Ctrl-C stops it cleanly; data stays.`,
    )
    .action(async () => {
      const progress = openProgress();
      const log = openLog(process.env, 'linju', 'warn');
      using stops = stopOnSignals(progress.line);
      const running = await startOneProcess(process.env, progress, log, stops.hold);
      stops.serve(() => running.stop());
      progress.line(`
  graph       ${running.address}/graphql
  playground  ${running.address}/playground
  health      ${running.address}/health/ready
  data        ${running.store.name}

Everybody is anonymous in this release: what is public can be read, writes are refused.
linju ready`);
    });
