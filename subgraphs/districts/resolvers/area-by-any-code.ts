import { adminLevelOf } from '@linju/kit';

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
