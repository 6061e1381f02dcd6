import { connectionOf, IdArgs, PageArgs, parseId, provenanceOf, refuseUnknown } from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { DistrictsContext } from '../loaders/index.js';
import {
  policyInstrumentsList,
  type PolicyInstrumentRow,
} from '../loaders/policy-instrument-by-id.js';
import { PolicyInstrumentConnection } from '../schema/connections.js';
import { PolicyInstrument } from '../schema/policy-instrument.js';
import { areaByCode } from './area-by-any-code.js';

@Resolver(() => PolicyInstrument)
export class PolicyInstrumentResolver {
  @Query(() => PolicyInstrument, {
    nullable: true,
    description:
      '按编号查政策文件\nA policy instrument by its id. Error NOT_FOUND for an unknown id.',
  })
  async policyInstrument(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: DistrictsContext) {
    const known = await load.policyInstrumentById.load(parseId('PolicyInstrument', id));
    return known ?? refuseUnknown('PolicyInstrument', id);
  }

  @Query(() => PolicyInstrumentConnection, {
    nullable: true,
    description: '政策文件列表\nPolicy instruments by id.',
  })
  async policyInstruments(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: DistrictsContext,
  ) {
    return connectionOf(await pages.load(policyInstrumentsList, '', page));
  }

  @FieldResolver()
  issuer(@Root() { issuerId }: PolicyInstrumentRow, @Ctx() { load }: DistrictsContext) {
    return issuerId === null ? null : load.organisationById.load(issuerId);
  }

  @FieldResolver()
  scope(@Root() { scopeCode }: PolicyInstrumentRow, @Ctx() { load }: DistrictsContext) {
    // A province is no part of the graph.
    return scopeCode.endsWith('0000') ? null : areaByCode(load, scopeCode);
  }

  @FieldResolver()
  supersedes(@Root() { supersedes }: PolicyInstrumentRow, @Ctx() { load }: DistrictsContext) {
    return supersedes === null ? null : load.policyInstrumentById.load(supersedes);
  }

  @FieldResolver()
  provenance(@Root() { id }: PolicyInstrumentRow, @Ctx() { base }: DistrictsContext) {
    return provenanceOf(base, 'PolicyInstrument', id);
  }
}
