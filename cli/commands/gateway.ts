import { createGateway, httpTransport, parseGatewayConfig } from '@linju/gateway';
import { systemClock } from '@linju/kit';
import type { Command } from 'commander';

import { stopOnSignals } from '../stop-on-signals.js';
import { UsageError } from '../usage-error.js';
import { requireListenable } from '../wire/listen-fault.js';
import { openLog } from '../wire/log.js';
import { playgroundFolder } from '../wire/playground.js';
import { derivedKey } from '../wire/secret.js';
import { parseSettings } from '../wire/settings.js';
import { blueprints } from '../wire/subgraphs.js';
import { readSupergraph } from '../wire/supergraph.js';

const names = blueprints.map(({ name }) => name);

/** `linju gateway`: the gateway alone, over subgraphs that listen elsewhere. */
export const addGateway = (program: Command): Command =>
  program
    .command('gateway')
    .description('run the gateway alone, over subgraphs that listen elsewhere')
    .addHelpText(
      'after',
      `
Environment: ${names.map((name) => `${name.toUpperCase()}_URL`).join(', ')} (where the subgraphs
listen), LINJU_SECRET (shared with them), PORT (4000), HOST (127.0.0.1).`,
    )
    .action(async () => {
      const settings = parseSettings(process.env, names);
      const missing = names.filter((name) => !settings.subgraphUrls.has(name));
      if (missing.length > 0) {
        throw new UsageError(
          `Not set: ${missing.map((name) => `${name.toUpperCase()}_URL`).join(', ')}. A gateway alone needs to know where its subgraphs listen.`,
        );
      }
      if (!settings.secret)
        throw new UsageError('LINJU_SECRET is not set: gateway and subgraphs sign calls with it.');

      const log = openLog(process.env, 'gateway', 'info');
      const config = parseGatewayConfig(process.env);
      await requireListenable(config);
      const transport = httpTransport({
        addresses: Object.fromEntries(settings.subgraphUrls),
        secret: derivedKey(settings.secret, 'calls'),
        clock: systemClock,
      });
      const gateway = await createGateway({
        config,
        supergraphSdl: await readSupergraph(),
        transport,
        log,
        clock: systemClock,
        staticFolders: playgroundFolder(),
      });
      const address = await gateway.listen();
      stopOnSignals((line) => log.info(line)).serve(async () => {
        await gateway.drain(10_000);
        await transport.close();
      });
      process.stdout.write(`linju gateway ready at ${address}\n`);
    });
