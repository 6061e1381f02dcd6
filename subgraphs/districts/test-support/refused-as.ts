import { analystOf, anonymous, appOf, officerOf, type Viewer } from '@linju/kit';

/** Everybody who may not write the records of 430202, by what the test calls them. */
export const mayNotWriteHetang: readonly (readonly [string, Viewer])[] = [
  ['an officer of another district', officerOf('430203')],
  ['an analyst of the city', analystOf('430200')],
  ['an app', appOf('partner_seed_lele')],
  ['nobody', anonymous],
];

/** What a refused write answers. */
export const refusedWith = (code: string, field: string | null = null) => ({
  userErrors: [{ code, field }],
});
