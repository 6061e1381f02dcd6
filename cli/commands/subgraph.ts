import { serveSubgraph, systemClock, newUlidId, openDatabase } from '@linju/kit';
import type { Command } from 'commander';

import { stopOnSignals } from '../stop-on-signals.js';
import { UsageError } from '../usage-error.js';
import { parseListenAddress } from '../wire/listen-address.js';
import { requireListenable } from '../wire/listen-fault.js';
import { openLog } from '../wire/log.js';
import { derivedKey } from '../wire/secret.js';
import { parseSettings } from '../wire/settings.js';
import { blueprints } from '../wire/subgraphs.js';

const names = blueprints.map(({ name }) => name);

/** `linju subgraph NAME`: one subgraph as a process of its own. */
export const addSubgraph = (program: Command): Command =>
  program
    .command('subgraph')
    .description('run one subgraph as a process of its own')
    .argument('<name>', names.join(', '))
    .addHelpText(
      'after',
      `
Environment: <NAME>_DATABASE_URL (its own role's login), LINJU_SECRET (shared with the gateway),
PORT (4001), HOST (127.0.0.1). Run \`linju migrate\` and \`linju seed\` once before.`,
    )
    .action(async (name: string) => {
      const blueprint = blueprints.find((known) => known.name === name);
      if (!blueprint)
        throw new UsageError(`There is no subgraph ${name}. There are: ${names.join(', ')}.`);
      const settings = parseSettings(process.env, names);
      const variable = `${name.toUpperCase()}_DATABASE_URL`;
      const url = settings.databaseUrls.get(name);
      if (!url)
        throw new UsageError(
          `${variable} is not set: a subgraph alone needs its own database login.`,
        );
      if (!settings.secret)
        throw new UsageError('LINJU_SECRET is not set: gateway and subgraphs sign calls with it.');

      const log = openLog(process.env, name, 'info');
      const address = parseListenAddress(process.env, 4001);
      await requireListenable(address);
      const database = openDatabase({ url, schema: name, refusals: blueprint.refusals });
      const door = blueprint.createSubgraph({ database, clock: systemClock, newId: newUlidId });
      const listener = await serveSubgraph({
        door,
        secret: derivedKey(settings.secret, 'calls'),
        ...address,
        clock: systemClock,
        log: ({ level, message, ...rest }) => log[level](rest, message),
      });
      stopOnSignals((line) => log.info(line)).serve(async () => {
        await listener.close();
        await door.close();
      });
      process.stdout.write(`linju subgraph ${name} ready at ${listener.url}\n`);
    });
