import { fenColumn } from '@linju/kit';
import { boolean, integer, text } from 'drizzle-orm/pg-core';

import type { CooperationMode } from '../rules/cooperation-mode.js';
import type { PartnerType } from '../rules/partner-type.js';
import type { SchemeKind } from '../rules/scheme-kind.js';
import type { SchemeStatus } from '../rules/scheme-status.js';
import { partnersSchema } from './shared-tables.js';

/** Programmes in which partners become members. */
export const partnerSchemeTable = partnersSchema.table('partner_scheme', {
  id: text('id').notNull(),
  name: text('name').notNull(),
  kind: text('kind').$type<SchemeKind>().notNull(),
  status: text('status').$type<SchemeStatus>().notNull(),
  sponsorId: text('sponsor_id'),
  cityCode: text('city_code').notNull(),
  // Null: of the whole city, written by linju itself only.
  districtCode: text('district_code'),
  policyId: text('policy_id'),
  // Empty: the source does not say.
  partnerTypes: text('partner_types').array().$type<PartnerType[]>().notNull(),
  modes: text('modes').array().$type<CooperationMode[]>().notNull(),
  openRecruitment: boolean('open_recruitment'),
  awardTitle: text('award_title'),
  awardMinFen: fenColumn('award_min_fen'),
  awardMaxFen: fenColumn('award_max_fen'),
  awardPerYear: integer('award_per_year'),
});
