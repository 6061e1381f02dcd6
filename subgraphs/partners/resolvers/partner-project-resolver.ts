import {
  byCode,
  byId,
  connectionOfArea,
  IdArgs,
  parseId,
  provenanceOf,
  refuseUnknown,
  transitionsOf,
} from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { PartnersContext } from '../loaders/index.js';
import {
  allProjects,
  projectsOfArea,
  type PartnerProjectRow,
} from '../loaders/partner-project-by-id.js';
import { PartnerProjectConnection } from '../schema/connections.js';
import { AreaArgs } from '../schema/list-args.js';
import { PartnerProject } from '../schema/partner-project.js';

@Resolver(() => PartnerProject)
export class PartnerProjectResolver {
  @Query(() => PartnerProject, {
    nullable: true,
    description:
      '按编号查合作项目\nA partner project by its id. Error NOT_FOUND for an unknown id.',
  })
  async partnerProject(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: PartnersContext) {
    const known = await load.partnerProjectById.load(parseId('PartnerProject', id));
    return known ?? refuseUnknown('PartnerProject', id);
  }

  @Query(() => PartnerProjectConnection, {
    nullable: true,
    description: '项目清单\nPartner projects by name, of a city or district or of all.',
  })
  async partnerProjects(
    @Args(() => AreaArgs) { area, ...page }: AreaArgs,
    @Ctx() context: PartnersContext,
  ) {
    return connectionOfArea(context, area ? projectsOfArea : allProjects, { area, ...page });
  }

  @FieldResolver()
  district(@Root() { districtCode }: PartnerProjectRow) {
    return byCode(districtCode);
  }

  @FieldResolver()
  street(@Root() { streetCode }: PartnerProjectRow) {
    return byCode(streetCode);
  }

  @FieldResolver()
  community(@Root() { communityId }: PartnerProjectRow) {
    return byId(communityId);
  }

  @FieldResolver()
  partners(@Root() { id }: PartnerProjectRow, @Ctx() { load }: PartnersContext) {
    return load.partnersOfProject.load(id);
  }

  @FieldResolver()
  teams(@Root() { teamIds }: PartnerProjectRow) {
    return teamIds.map((id) => ({ id }));
  }

  @FieldResolver()
  fund(@Root() { fundId }: PartnerProjectRow) {
    return byId(fundId);
  }

  @FieldResolver()
  transitions(@Root() { id }: PartnerProjectRow, @Ctx() { base }: PartnersContext) {
    return transitionsOf(base, 'PartnerProject', id);
  }

  @FieldResolver()
  provenance(@Root() { id }: PartnerProjectRow, @Ctx() { base }: PartnersContext) {
    return provenanceOf(base, 'PartnerProject', id);
  }
}
