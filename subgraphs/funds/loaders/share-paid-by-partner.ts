import { loadOne, shanghaiMidnight, type Reader, type Statement } from '@linju/kit';

import type { PartnerInDistrict } from '../rules/donor.js';

/** What a partner gave in one year in the books of one district, as far as the viewer may know it. */
export interface YearGiven {
  readonly key: string;
  /** Fen; null where no share of the partner is recorded at all. */
  readonly sharePaidFen: bigint | null;
  readonly contributionsPosted: number;
}

/** A partner in a district, a calendar year in Shanghai, and the instant before which things count. */
export interface PartnerYear extends PartnerInDistrict {
  readonly year: number;
  readonly asOf: Date | null;
}

// `known` tells "nothing paid this year" from "nothing recorded ever". A share leaves the partner's
// own account; what a correction took back goes there again. What only reached that account, or another
// partner's, is still on its way and counts as nothing given. What counts as given is what
// `contributionsList` shows.
const givenByPartner: Statement<YearGiven> = {
  text: `
    with asked as (
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
        as k(key, partner_id, district_code, year_from, year_to)
    ), given as (
      select k.key, t.*, coalesce(r.effective_at, t.effective_at) as posted_at,
        k.year_from::timestamptz as year_from, k.year_to::timestamptz as year_to
      from asked k
      join funds.transfer t on t.id in (
        select p.id from funds.transfer p where p.partner_id = k.partner_id
        union
        select p.transfer_id from funds.transfer_personal p where p.partner_id = k.partner_id)
        and t.district_code = k.district_code
      join funds.set_resolution r on r.set_id = t.set_id and r.state = 'POSTED'
    ), share as (
      select key, posted_at >= year_from and posted_at < year_to as in_year,
        case when code = 'CORRECTION' then -amount_fen else amount_fen end as fen
      from given
      where (code = 'REVENUE_SHARE' and from_account like 'PARTNER:%' and to_account not like 'PARTNER:%')
        or (code = 'CORRECTION' and channel = 'REVENUE_SHARE' and to_account like 'PARTNER:%'
          and from_account !~ '^(WORLD|PARTNER):')
    )
    select k.key,
      (select coalesce(sum(s.fen) filter (where s.in_year), 0)::bigint from share s where s.key = k.key having count(*) > 0),
      (select count(*)::int from given g
        where g.key = k.key and g.code <> 'CORRECTION'
          and g.from_account not like 'FUND:%' and g.to_account not like 'PARTNER:%'
          and g.posted_at >= g.year_from and g.posted_at < g.year_to
          and not exists (select from funds.transfer c where c.corrects = g.id and c.code = 'CORRECTION'))
    from asked k`,
  parameters: ({ keys }) => {
    const years = (keys as readonly string[]).map(partsOfKey);
    return [
      keys,
      years.map(({ partnerId }) => partnerId),
      years.map(({ districtCode }) => districtCode),
      years.map(({ from }) => from),
      years.map(({ to }) => to),
    ];
  },
  decode: ([key, sharePaidFen, contributionsPosted]) =>
    ({ key, sharePaidFen, contributionsPosted }) as YearGiven,
};

const keyOf = ({ partnerId, districtCode, year, asOf }: PartnerYear): string =>
  JSON.stringify([partnerId, districtCode, year, asOf]);

type KeyParts = [partnerId: string, districtCode: string, year: number, asOf: string | null];

function partsOfKey(key: string) {
  const [partnerId, districtCode, year, asOf] = JSON.parse(key) as KeyParts;
  const from = shanghaiMidnight(String(year));
  const end = shanghaiMidnight(String(year + 1));
  const to = asOf !== null && new Date(asOf) < end ? new Date(asOf) : end;
  return { partnerId, districtCode, from: from.toISOString(), to: to.toISOString() };
}

/** What partners gave in a year; one statement for all partners and years of a level. */
export function givenLoaders(reader: Reader) {
  const given = loadOne(reader, givenByPartner, ({ key }) => key);
  return { givenInYear: (year: PartnerYear) => given.load(keyOf(year)) };
}
