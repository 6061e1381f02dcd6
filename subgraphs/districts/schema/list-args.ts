import { AdminCodeScalar, CodeScalar, PageArgs } from '@linju/kit';
import { ArgsType, Field } from 'type-graphql';

import { OrganisationKind } from '../rules/organisation-kind.js';

/** A page of facilities, of one kind if given. */
@ArgsType()
export class KindArgs extends PageArgs {
  @Field(() => CodeScalar, { nullable: true, description: 'Only facilities of this kind.' })
  kind?: string | null;
}

/** A page of organisations. */
@ArgsType()
export class OrganisationsArgs extends PageArgs {
  @Field(() => OrganisationKind, { nullable: true, description: 'Only bodies of this kind.' })
  kind?: OrganisationKind | null;

  @Field(() => AdminCodeScalar, {
    nullable: true,
    description:
      'Only bodies with their seat in this city or district; NOT_FOUND for an unknown one.',
  })
  seat?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only those with this text in their name or a former one; 1 to 50 characters.',
  })
  named?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only the one with this unified social credit code.',
  })
  uscc?: string | null;
}

/** A page of the communities or facilities of one area. */
@ArgsType()
export class AreaPageArgs extends PageArgs {
  @Field(() => AdminCodeScalar, { description: 'Of which city, district or street.' })
  area: string;
}

/** A page of the facilities of one area. */
@ArgsType()
export class FacilitiesArgs extends AreaPageArgs {
  @Field(() => CodeScalar, { nullable: true, description: 'Only facilities of this kind.' })
  kind?: string | null;
}
