import { IdArgs, parseId, periodOf, provenanceOf, refuseUnknown, transitionsOf } from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { FundsContext } from '../loaders/index.js';
import { Grant } from '../schema/grant.js';

interface GrantRow {
  readonly id: string;
  readonly fundId: string;
  readonly recipientId: string;
  readonly plannedFrom: Date | null;
  readonly plannedTo: Date | null;
  readonly actualFrom: Date | null;
  readonly actualTo: Date | null;
  readonly beneficiaryPlace: string | null;
}

@Resolver(() => Grant)
export class GrantResolver {
  @Query(() => Grant, {
    nullable: true,
    description: '按编号查资助\nA grant by its id. Error NOT_FOUND for an unknown id.',
  })
  async grant(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: FundsContext) {
    return (await load.grantById.load(parseId('Grant', id))) ?? refuseUnknown('Grant', id);
  }

  @FieldResolver()
  fund(@Root() { fundId }: GrantRow, @Ctx() { load }: FundsContext) {
    return load.fundById.load(fundId);
  }

  @FieldResolver()
  recipient(@Root() { recipientId }: GrantRow) {
    return { id: recipientId };
  }

  @FieldResolver()
  async disbursedFen(@Root() { id }: GrantRow, @Ctx() { load }: FundsContext) {
    return (await load.disbursedOfGrant.load(id))?.fen ?? 0n;
  }

  @FieldResolver()
  plannedPeriod(@Root() { plannedFrom, plannedTo }: GrantRow) {
    return periodOrNull(plannedFrom, plannedTo);
  }

  @FieldResolver()
  actualPeriod(@Root() { actualFrom, actualTo }: GrantRow) {
    return periodOrNull(actualFrom, actualTo);
  }

  @FieldResolver()
  beneficiaryPlace(@Root() { beneficiaryPlace }: GrantRow) {
    return beneficiaryPlace === null ? null : { code: beneficiaryPlace };
  }

  @FieldResolver()
  milestones(@Root() { id }: GrantRow, @Ctx() { load }: FundsContext) {
    return load.milestonesOfGrant.load(id);
  }

  @FieldResolver()
  transitions(@Root() { id }: GrantRow, @Ctx() { base }: FundsContext) {
    return transitionsOf(base, 'Grant', id);
  }

  @FieldResolver()
  provenance(@Root() { id }: GrantRow, @Ctx() { base }: FundsContext) {
    return provenanceOf(base, 'Grant', id);
  }
}

const periodOrNull = (from: Date | null, to: Date | null) =>
  from === null && to === null ? null : periodOf({ from, to });
