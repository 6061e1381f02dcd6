import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { DistrictsContext } from '../loaders/index.js';
import { Provenance, Transition } from '../schema/shared.js';

// Everywhere else the sources and organisations of shared values are references by key, which the
// gateway follows to this subgraph. Here they are at home, so they are loaded.

@Resolver(() => Provenance)
export class ProvenanceResolver {
  @FieldResolver()
  source(
    @Root() { source }: { readonly source: { readonly id: string } },
    @Ctx() { load }: DistrictsContext,
  ) {
    return load.sourceById.load(source.id);
  }
}

@Resolver(() => Transition)
export class TransitionResolver {
  @FieldResolver()
  actorOrg(
    @Root() { actorOrg }: { readonly actorOrg: { readonly id: string } | null },
    @Ctx() { load }: DistrictsContext,
  ) {
    return actorOrg === null ? null : load.organisationById.load(actorOrg.id);
  }
}
