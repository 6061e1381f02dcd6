import { AdminCodeScalar, PartialDateScalar } from '@linju/kit';
import { Directive, Field, ObjectType } from 'type-graphql';

import { DistrictKind } from '../rules/district-kind.js';
import { City } from './city.js';
import { CommunityConnection, FacilityConnection } from './connections.js';
import { FunctionalArea } from './functional-area.js';
import { PopulationFigure } from './population-figure.js';
import { CoveragePart, Provenance, ReportedFigure } from './shared.js';
import { Street } from './street.js';

@ObjectType('District', {
  description:
    '县级行政区\nA county-level unit: district, county or county-level city. Key: six digits (GB/T 2260).',
})
@Directive('@key(fields: "code")')
export class District {
  @Field(() => AdminCodeScalar, { description: 'Such as 430202.' })
  code: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  name: string;

  @Field(() => String, { description: 'Name in English.' })
  nameEn: string;

  @Field(() => DistrictKind, {
    nullable: true,
    description:
      'District, county or county-level city; null: a statistical unit that was no statutory one.',
  })
  kind?: DistrictKind | null;

  @Field(() => City, { nullable: true, description: 'The city it belongs to.' })
  city?: City | null;

  @Field(() => [Street], {
    nullable: true,
    description: 'Its streets, towns and townships in the order of their codes.',
  })
  streets?: Street[] | null;

  @Field(() => PopulationFigure, {
    nullable: true,
    description:
      'Resident population, newest vintage. The figure may hold a reason instead of a number; null where none is held at all.',
  })
  population?: PopulationFigure | null;

  @Field(() => [String], { description: 'Other names in use.' })
  aliases: string[];

  @Field(() => String, { description: 'The code list this entry is from, such as NBS-2023-06-30.' })
  codeVintage: string;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Null: not stated.' })
  validFrom?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When the code left the list; null: in force. Nothing new may be placed under it.',
  })
  validTo?: string | null;

  @Field(() => District, {
    nullable: true,
    description: 'The unit that took over the code’s place.',
  })
  replacedBy?: District | null;

  @Field(() => [CoveragePart], {
    nullable: true,
    description:
      'How much of each kind of record of this district is held here. No entry means NONE.',
  })
  coverage?: object[] | null;

  @Field(() => [FunctionalArea], { nullable: true, description: 'Zones that share land with it.' })
  functionalAreas?: FunctionalArea[] | null;

  @Field(() => CommunityConnection, {
    nullable: true,
    description: 'Its communities and villages, by name.',
  })
  communities?: object | null;

  @Field(() => FacilityConnection, { nullable: true, description: 'Its facilities, by name.' })
  facilities?: object | null;

  @Field(() => [ReportedFigure], { nullable: true, description: 'What documents state about it.' })
  reportedFigures?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
