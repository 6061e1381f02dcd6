import { AdminCodeScalar, provenanceOf, refuseUnknown, reportedFiguresOf } from '@linju/kit';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { DistrictsContext } from '../loaders/index.js';
import { City } from '../schema/city.js';
import { newestPopulation } from './newest-population.js';

@Resolver(() => City)
export class CityResolver {
  @Query(() => City, {
    nullable: true,
    description: '按代码查城市\nA city by its code. Error NOT_FOUND for an unknown code.',
  })
  async city(
    @Arg('code', () => AdminCodeScalar, { description: 'Six digits ending in 00.' }) code: string,
    @Ctx() { load }: DistrictsContext,
  ) {
    return (await load.cityByCode.load(code)) ?? refuseUnknown('City', code, 'code');
  }

  @Query(() => [City], {
    nullable: true,
    description: '全部城市\nAll cities in the order of their codes.',
  })
  cities(@Ctx() { load }: DistrictsContext) {
    return load.allCities();
  }

  @FieldResolver()
  districts(@Root() { code }: City, @Ctx() { load }: DistrictsContext) {
    return load.districtsOfCity.load(code);
  }

  @FieldResolver()
  population(@Root() { code }: City, @Ctx() { load }: DistrictsContext) {
    return newestPopulation(load, code);
  }

  @FieldResolver()
  functionalAreas(@Root() { code }: City, @Ctx() { load }: DistrictsContext) {
    return load.functionalAreasOfCity.load(code);
  }

  @FieldResolver()
  reportedFigures(@Root() { code }: City, @Ctx() { base }: DistrictsContext) {
    return reportedFiguresOf(base, 'City', code);
  }

  @FieldResolver()
  provenance(@Root() { code }: City, @Ctx() { base }: DistrictsContext) {
    return provenanceOf(base, 'City', code);
  }
}
