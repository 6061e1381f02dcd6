import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { DistrictsContext } from '../loaders/index.js';
import { FunctionalArea } from '../schema/functional-area.js';

interface FunctionalAreaRow {
  readonly id: string;
  readonly cityCode: string;
  readonly primaryDistrictCode: string | null;
}

@Resolver(() => FunctionalArea)
export class FunctionalAreaResolver {
  @FieldResolver()
  city(@Root() { cityCode }: FunctionalAreaRow, @Ctx() { load }: DistrictsContext) {
    return load.cityByCode.load(cityCode);
  }

  @FieldResolver()
  async overlaps(@Root() { id }: FunctionalAreaRow, @Ctx() { load }: DistrictsContext) {
    const overlaps = await load.overlapsOfFunctionalArea.load(id);
    const districts = await load.districtByCode.loadMany(overlaps.map((row) => row.districtCode));
    return districts.filter((district) => district !== null);
  }

  @FieldResolver()
  primaryDistrict(
    @Root() { primaryDistrictCode }: FunctionalAreaRow,
    @Ctx() { load }: DistrictsContext,
  ) {
    return primaryDistrictCode === null ? null : load.districtByCode.load(primaryDistrictCode);
  }
}
