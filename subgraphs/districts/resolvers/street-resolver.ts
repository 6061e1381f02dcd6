import {
  AdminCodeScalar,
  connectionOf,
  coverageOf,
  provenanceOf,
  refuseUnknown,
  reportedFiguresOf,
} from '@linju/kit';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { facilitiesList } from '../loaders/facility-by-id.js';
import type { StreetRow } from '../loaders/area-by-code.js';
import type { DistrictsContext } from '../loaders/index.js';
import { KindArgs } from '../schema/list-args.js';
import { Street } from '../schema/street.js';
import { newestPopulation } from './newest-population.js';

@Resolver(() => Street)
export class StreetResolver {
  @Query(() => Street, {
    nullable: true,
    description: '按代码查街道/镇/乡\nA street by its code. Error NOT_FOUND for an unknown code.',
  })
  async street(
    @Arg('code', () => AdminCodeScalar, { description: 'Nine digits, such as 430202001.' })
    code: string,
    @Ctx() { load }: DistrictsContext,
  ) {
    return (await load.streetByCode.load(code)) ?? refuseUnknown('Street', code, 'code');
  }

  @FieldResolver()
  district(@Root() { districtCode }: StreetRow, @Ctx() { load }: DistrictsContext) {
    return load.districtByCode.load(districtCode);
  }

  @FieldResolver()
  communities(@Root() { code }: StreetRow, @Ctx() { load }: DistrictsContext) {
    return load.communitiesOfStreet.load(code);
  }

  @FieldResolver()
  async facilities(
    @Root() { code }: StreetRow,
    @Args(() => KindArgs) { kind = null, ...page }: KindArgs,
    @Ctx() { pages }: DistrictsContext,
  ) {
    return connectionOf(await pages.load(facilitiesList, code, page, { kind }));
  }

  @FieldResolver()
  population(@Root() { code }: StreetRow, @Ctx() { load }: DistrictsContext) {
    return newestPopulation(load, code);
  }

  @FieldResolver()
  replacedBy(@Root() { replacedBy }: StreetRow, @Ctx() { load }: DistrictsContext) {
    return replacedBy === null ? null : load.streetByCode.load(replacedBy);
  }

  @FieldResolver()
  reportedFigures(@Root() { code }: StreetRow, @Ctx() { base }: DistrictsContext) {
    return reportedFiguresOf(base, 'Street', code);
  }

  @FieldResolver()
  coverage(@Root() { code }: StreetRow, @Ctx() { base }: DistrictsContext) {
    return coverageOf(base, code);
  }

  @FieldResolver()
  provenance(@Root() { code }: StreetRow, @Ctx() { base }: DistrictsContext) {
    return provenanceOf(base, 'Street', code);
  }
}
