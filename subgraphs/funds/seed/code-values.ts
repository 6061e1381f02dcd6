import { workflowSourceId, type Label, type SeedRecord } from '@linju/kit';

import { sharedTables } from '../tables/shared-tables.js';
import { recordOf } from './record-of.js';

/** The vocabulary of purposes as it begins, in the words of docs/glossary.md. */
export const codeValues = (): readonly SeedRecord[] =>
  Object.entries(purposes).map(([code, { zh, en }]) =>
    recordOf({
      type: 'CodeValue',
      id: `Purpose/${code}`,
      districtCode: null,
      table: sharedTables.codeValue,
      row: { list: 'Purpose', code, zh, en },
      provenance: { sourceId: workflowSourceId, method: 'RECORDED' },
    }),
  );

const purposes: Readonly<Record<string, Label>> = {
  HARDSHIP_RELIEF: { zh: '扶贫帮困', en: 'help in hardship' },
  PUBLIC_FACILITY: { zh: '公共服务设施建设', en: 'public facilities' },
  ORGANISATION_BUILDING: { zh: '组织培育', en: 'building organisations' },
  EVENT: { zh: '活动', en: 'events' },
  PARTNER_AWARD: { zh: '合伙人激励', en: 'awards to partners' },
  ADMINISTRATION: { zh: '管理费', en: 'administration' },
};
