import { readFileSync } from 'node:fs';

import { packageFile, type AreaEntry } from '@linju/kit';

interface AreaList {
  readonly cities: readonly { readonly code: string }[];
  readonly districts: readonly { readonly code: string }[];
  readonly streets: readonly { readonly code: string }[];
  readonly left: readonly {
    readonly code: string;
    readonly validTo: string;
    readonly replacedBy: string;
  }[];
}

const list = JSON.parse(
  readFileSync(packageFile(import.meta.url, 'seed/areas.json'), 'utf8'),
) as AreaList;

const inForce = ({ code }: { readonly code: string }): AreaEntry => ({
  code,
  validTo: null,
  replacedBy: null,
});

// The made-up Sample City: its districts and three streets of each, under codes no real place has.
const sampleDistricts = ['990101', '990102', '990103', '990104', '990105', '990106'];
const sampleCodes = [
  '990100',
  ...sampleDistricts,
  ...sampleDistricts.flatMap((code) => ['001', '002', '003'].map((street) => code + street)),
];

/** Every administrative code records may name, real places and the Sample City. */
export const areas: readonly AreaEntry[] = [
  ...[...list.cities, ...list.districts, ...list.streets].map(inForce),
  ...list.left.map(({ code, validTo, replacedBy }) => ({ code, validTo, replacedBy })),
  ...sampleCodes.map((code) => inForce({ code })),
];
