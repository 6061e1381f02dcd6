import { adminLevelOf, refuseUnknown } from '@linju/kit';

import type { Loaders } from '../loaders/index.js';

/** The city, district or street that a code stands for; null where none has it. */
export function areaByCode(load: Loaders, code: string) {
  switch (adminLevelOf(code)) {
    case 'CITY':
      return load.cityByCode.load(code);
    case 'DISTRICT':
      return load.districtByCode.load(code);
    case 'STREET':
      return load.streetByCode.load(code);
  }
}

/**
 * The same for a code that a caller wrote: an unknown one is an error, not an empty list.
 * @throws Refusal NOT_FOUND
 */
export const requireAreaByCode = async (load: Loaders, code: string, field: string) =>
  (await areaByCode(load, code)) ?? refuseUnknown('Area', code, field);
