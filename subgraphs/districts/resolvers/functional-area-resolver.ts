import { IdArgs, parseId, provenanceOf, refuseUnknown } from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { FunctionalAreaRow } from '../loaders/functional-areas-of-district.js';
import type { DistrictsContext } from '../loaders/index.js';
import { FunctionalArea } from '../schema/functional-area.js';

@Resolver(() => FunctionalArea)
export class FunctionalAreaResolver {
  @Query(() => FunctionalArea, {
    nullable: true,
    description: '按编号查功能区\nA functional area by its id. Error NOT_FOUND for an unknown id.',
  })
  async functionalArea(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: DistrictsContext) {
    const known = await load.functionalAreaById.load(parseId('FunctionalArea', id));
    return known ?? refuseUnknown('FunctionalArea', id);
  }

  @FieldResolver()
  city(@Root() { cityCode }: FunctionalAreaRow, @Ctx() { load }: DistrictsContext) {
    return load.cityByCode.load(cityCode);
  }

  @FieldResolver()
  overlaps(@Root() { id }: FunctionalAreaRow, @Ctx() { load }: DistrictsContext) {
    return load.districtsOfFunctionalArea.load(id);
  }

  @FieldResolver()
  primaryDistrict(
    @Root() { primaryDistrictCode }: FunctionalAreaRow,
    @Ctx() { load }: DistrictsContext,
  ) {
    return primaryDistrictCode === null ? null : load.districtByCode.load(primaryDistrictCode);
  }

  @FieldResolver()
  provenance(@Root() { id }: FunctionalAreaRow, @Ctx() { base }: DistrictsContext) {
    return provenanceOf(base, 'FunctionalArea', id);
  }
}
