import {
  AdminCodeScalar,
  PageArgs,
  connectionOf,
  coverageOf,
  provenanceOf,
  refuseUnknown,
  reportedFiguresOf,
} from '@linju/kit';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { communitiesList } from '../loaders/community-by-id.js';
import { facilitiesList } from '../loaders/facility-by-id.js';
import type { DistrictRow } from '../loaders/area-by-code.js';
import type { DistrictsContext } from '../loaders/index.js';
import { District } from '../schema/district.js';
import { KindArgs } from '../schema/list-args.js';
import { newestPopulation } from './newest-population.js';

@Resolver(() => District)
export class DistrictResolver {
  @Query(() => District, {
    nullable: true,
    description:
      '按代码查县级行政区\nA district by its code, also one whose code left the list (see validTo). Error NOT_FOUND for an unknown code.',
  })
  async district(
    @Arg('code', () => AdminCodeScalar, { description: 'Six digits, such as 430202.' })
    code: string,
    @Ctx() { load }: DistrictsContext,
  ) {
    return (await load.districtByCode.load(code)) ?? refuseUnknown('District', code, 'code');
  }

  @Query(() => [District], {
    nullable: true,
    description: '城市的全部县级行政区\nThe districts of a city in the order of their codes.',
  })
  async districts(
    @Arg('city', () => AdminCodeScalar, { description: 'The city’s code, such as 430200.' })
    city: string,
    @Ctx() { load }: DistrictsContext,
  ) {
    if (!(await load.cityByCode.load(city))) refuseUnknown('City', city, 'city');
    return load.districtsOfCity.load(city);
  }

  @FieldResolver()
  city(@Root() { cityCode }: DistrictRow, @Ctx() { load }: DistrictsContext) {
    return load.cityByCode.load(cityCode);
  }

  @FieldResolver()
  streets(@Root() { code }: DistrictRow, @Ctx() { load }: DistrictsContext) {
    return load.streetsOfDistrict.load(code);
  }

  @FieldResolver()
  population(@Root() { code }: DistrictRow, @Ctx() { load }: DistrictsContext) {
    return newestPopulation(load, code);
  }

  @FieldResolver()
  replacedBy(@Root() { replacedBy }: DistrictRow, @Ctx() { load }: DistrictsContext) {
    return replacedBy === null ? null : load.districtByCode.load(replacedBy);
  }

  @FieldResolver()
  coverage(@Root() { code }: DistrictRow, @Ctx() { base }: DistrictsContext) {
    return coverageOf(base, code);
  }

  @FieldResolver()
  functionalAreas(@Root() { code }: DistrictRow, @Ctx() { load }: DistrictsContext) {
    return load.functionalAreasOfDistrict.load(code);
  }

  @FieldResolver()
  async communities(
    @Root() { code }: DistrictRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: DistrictsContext,
  ) {
    return connectionOf(await pages.load(communitiesList, code, page));
  }

  @FieldResolver()
  async facilities(
    @Root() { code }: DistrictRow,
    @Args(() => KindArgs) { kind = null, ...page }: KindArgs,
    @Ctx() { pages }: DistrictsContext,
  ) {
    return connectionOf(await pages.load(facilitiesList, code, page, { kind }));
  }

  @FieldResolver()
  reportedFigures(@Root() { code }: DistrictRow, @Ctx() { base }: DistrictsContext) {
    return reportedFiguresOf(base, 'District', code);
  }

  @FieldResolver()
  provenance(@Root() { code }: DistrictRow, @Ctx() { base }: DistrictsContext) {
    return provenanceOf(base, 'District', code);
  }
}
