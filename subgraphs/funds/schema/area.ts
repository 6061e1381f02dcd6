import { createUnionType } from 'type-graphql';

import { City } from './city.js';
import { District } from './district.js';
import { Street } from './street.js';

/** Any administrative unit; which one is told by the length and the end of its code. */
export const Area = createUnionType({
  name: 'Area',
  types: () => [City, District, Street] as const,
  resolveType: ({ code }: { code: string }) =>
    code.length === 9 ? 'Street' : code.endsWith('00') ? 'City' : 'District',
});
