import { byId, connectionOfArea, IdArgs, parseId, provenanceOf, refuseUnknown } from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { disclosuresList } from '../loaders/disclosure-by-id.js';
import type { FundsContext } from '../loaders/index.js';
import { requireNoStreet } from '../rules/place.js';
import { DisclosureConnection } from '../schema/connections.js';
import { Disclosure } from '../schema/disclosure.js';
import { DisclosuresArgs } from '../schema/list-args.js';

interface DisclosureRow {
  readonly id: string;
  readonly fundId: string | null;
  readonly hostCharityId: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly correctionOf: string | null;
}

@Resolver(() => Disclosure)
export class DisclosureResolver {
  @Query(() => Disclosure, {
    nullable: true,
    description: '按编号查信息公开\nA disclosure by its id. Error NOT_FOUND for an unknown id.',
  })
  async disclosure(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: FundsContext) {
    const known = await load.disclosureById.load(parseId('Disclosure', id));
    return known ?? refuseUnknown('Disclosure', id);
  }

  @Query(() => DisclosureConnection, {
    nullable: true,
    description:
      '某区域的信息公开\nWhat funds and host charities of a city or district publish, by due date. Error NOT_FOUND for an unknown area.',
  })
  disclosures(@Args(() => DisclosuresArgs) page: DisclosuresArgs, @Ctx() context: FundsContext) {
    requireNoStreet(page.area);
    return connectionOfArea(context, disclosuresList, page);
  }

  @FieldResolver()
  fund(@Root() { fundId }: DisclosureRow, @Ctx() { load }: FundsContext) {
    return fundId === null ? null : load.fundById.load(fundId);
  }

  @FieldResolver()
  hostCharity(@Root() { hostCharityId }: DisclosureRow) {
    return byId(hostCharityId);
  }

  @FieldResolver()
  subjectRef(@Root() { subjectType, subjectId }: DisclosureRow) {
    return subjectType === null ? null : { type: subjectType, id: subjectId };
  }

  @FieldResolver()
  correctionOf(@Root() { correctionOf }: DisclosureRow, @Ctx() { load }: FundsContext) {
    return correctionOf === null ? null : load.disclosureById.load(correctionOf);
  }

  @FieldResolver()
  provenance(@Root() { id }: DisclosureRow, @Ctx() { base }: FundsContext) {
    return provenanceOf(base, 'Disclosure', id);
  }
}
