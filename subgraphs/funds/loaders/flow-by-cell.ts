import { loadMany, type Reader, type Statement } from '@linju/kit';

import type { FlowTotal } from '../rules/flow-total.js';
import { cellKey, partsOfCell, type Cell } from './cell-key.js';

type FlowRow = FlowTotal & { readonly cell: string };

// All cells of all subjects in one statement. A transfer counts from the instant it was posted: its
// own where the set was posted at once, that of the resolution where it waited.
const flowStatement = (subjectIs: string): Statement<FlowRow> => ({
  text: `
    select k.cell, t.phase, t.channel, t.related_party,
      coalesce(sum(t.inflow_fen), 0)::bigint, coalesce(sum(t.outflow_fen), 0)::bigint,
      max(coalesce(r.effective_at, t.effective_at)) filter (where t.inflow_fen > 0)
    from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as k(cell, subject, as_of, known_at)
    join funds.fund f on ${subjectIs}
    join funds.transfer t on t.fund_id = f.id and (t.inflow_fen is not null or t.outflow_fen is not null)
    join funds.set_resolution r on r.set_id = t.set_id and r.state = 'POSTED'
    where (k.as_of is null or coalesce(r.effective_at, t.effective_at) < k.as_of::timestamptz)
      and (k.known_at is null or r.recorded_at <= k.known_at::timestamptz)
    group by k.cell, t.phase, t.channel, t.related_party`,
  parameters: ({ keys }) => {
    const cells = (keys as readonly string[]).map(partsOfCell);
    return [
      keys,
      cells.map(({ subject }) => subject),
      cells.map(({ asOf }) => asOf),
      cells.map(({ knownAt }) => knownAt),
    ];
  },
  decode: ([cell, phase, channel, relatedParty, inflowFen, outflowFen, lastInflowAt]) =>
    ({
      ...{ cell, phase, channel, relatedParty, inflowFen, outflowFen },
      lastInflowAt: lastInflowAt === null ? null : new Date(lastInflowAt as string),
    }) as FlowRow,
});

const flowOfFund = flowStatement('f.id = k.subject');
const flowOfDistrict = flowStatement('f.district_code = k.subject');

/** How many funds of a district are recorded here. */
const fundCounts: Statement<{ readonly districtCode: string; readonly funds: number }> = {
  text: `select district_code, count(*)::int from funds.fund where district_code = any($1::text[]) group by 1`,
  parameters: ({ keys }) => [keys],
  decode: ([districtCode, funds]) => ({
    districtCode: districtCode as string,
    funds: funds as number,
  }),
};

/** Posted cash in and out, by phase, channel and relation: of a fund, or of all funds of a district. */
export function flowLoaders(reader: Reader) {
  const ofFund = loadMany(reader, flowOfFund, ({ cell }) => cell);
  const ofDistrict = loadMany(reader, flowOfDistrict, ({ cell }) => cell);
  return {
    flowOfFund: (cell: Cell) => ofFund.load(cellKey(cell)),
    flowOfDistrict: (cell: Cell) => ofDistrict.load(cellKey(cell)),
    fundCountOf: loadMany(reader, fundCounts, ({ districtCode }) => districtCode),
  };
}
