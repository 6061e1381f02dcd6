import { scopeOf, systemViewer, type CommandParts, type Statement } from '@linju/kit';

import type { WrittenLine } from '../rules/transfer-line.js';
import { planTransfers } from './plan-transfers.js';
import { postSet } from './post-set.js';
import type { SetProvenance } from './write-set.js';

/** A transfer of a seed: history that linju takes over, under an id that is the same every time. */
export interface SeedTransfer {
  readonly id: string;
  readonly setId: string;
  readonly districtCode: string;
  readonly line: WrittenLine;
  readonly provenance: SetProvenance;
}

/**
 * Posts the transfers of a seed, each in a set of its own, all in one transaction. Those that are
 * there already are left as they are, so a second run changes nothing.
 */
export async function plantTransfers(
  parts: Omit<CommandParts, 'viewer'>,
  transfers: readonly SeedTransfer[],
): Promise<void> {
  const command = { ...parts, viewer: systemViewer };
  await parts.database.write(systemViewer, { repeatable: true }, async (tx) => {
    const scope = scopeOf(command, tx, parts.clock.now());
    const there = await tx.rows(readThere, { ids: transfers.map(({ id }) => id) });
    const missing = transfers.filter(({ id }) => !there.some((known) => known.id === id));
    for (const { id, setId, districtCode, line, provenance } of missing) {
      const planned = await planTransfers(scope, [line], { districtCode, imported: true });
      await postSet(scope, {
        setId,
        districtCode,
        kind: 'POSTED',
        idempotencyKey: `seed ${setId}`,
        imported: true,
        provenance,
        transfers: planned.map((transfer) => ({ ...transfer, id })),
      });
    }
  });
}

const readThere: Statement<{ readonly id: string }> = {
  text: `select id from funds.transfer where id = any($1::text[])`,
  parameters: ({ ids }) => [ids],
  decode: ([id]) => ({ id: id as string }),
};
