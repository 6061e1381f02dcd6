import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { PartnersContext } from '../loaders/index.js';
import { Organisation } from '../schema/organisation.js';

@Resolver(() => Organisation)
export class OrganisationResolver {
  @FieldResolver()
  partner(@Root() { id }: Organisation, @Ctx() { load }: PartnersContext) {
    return load.partnerOfOrganisation.load(id);
  }
}
