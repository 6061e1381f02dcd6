import { PartialDateScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { FunctionalAreaKind } from '../rules/functional-area-kind.js';
import { City } from './city.js';
import { District } from './district.js';
import { Provenance } from './shared.js';

@ObjectType('FunctionalArea', {
  description:
    '功能区\nA zone that shares land with districts and is no administrative unit. Records belong to the statutory district; the zone is a flag beside it.',
})
@Directive('@key(fields: "id")')
export class FunctionalArea {
  @Field(() => ID, { description: 'functionalarea_…' })
  id: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  name: string;

  @Field(() => FunctionalAreaKind, { description: 'What kind of zone it is.' })
  kind: FunctionalAreaKind;

  @Field(() => City, { nullable: true, description: 'The city it lies in.' })
  city?: City | null;

  @Field(() => [District], {
    nullable: true,
    description: 'Districts it shares land with, as far as stated.',
  })
  overlaps?: District[] | null;

  @Field(() => District, {
    nullable: true,
    description: 'The district its records are attributed to; null where the sources name none.',
  })
  primaryDistrict?: District | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Null: not stated.' })
  validFrom?: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Null: in force, or not stated.' })
  validTo?: string | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
