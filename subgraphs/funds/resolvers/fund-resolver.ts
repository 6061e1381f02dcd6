import {
  byId,
  connectionOf,
  connectionOfArea,
  IdArgs,
  isOfficerOf,
  PageArgs,
  parseId,
  provenanceOf,
  refuseUnknown,
  reportedFiguresOf,
  transitionsOf,
} from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { disclosuresOfFundList } from '../loaders/disclosure-by-id.js';
import { fundsByLaunchList, fundsList } from '../loaders/fund-by-id.js';
import { grantsOfFundList } from '../loaders/grant-by-id.js';
import type { FundsContext } from '../loaders/index.js';
import { pledgesOfFundList } from '../loaders/pledge-by-id.js';
import { transfersOfFundList } from '../loaders/transfer-by-id.js';
import { findingsInForce } from '../rules/findings-in-force.js';
import { shownFounders, type StoredFounders } from '../rules/fund-people.js';
import { inflowChannelLabels, type InflowChannel } from '../rules/inflow-channel.js';
import { FundConnection } from '../schema/connections.js';
import { Fund } from '../schema/fund.js';
import { AsOfArgs, FundsArgs, TransfersArgs } from '../schema/list-args.js';

/** A fund as its resolvers take it. */
export interface FundRow extends StoredFounders {
  readonly id: string;
  readonly districtCode: string;
  readonly streetCode: string | null;
  readonly communityId: string | null;
  readonly hostCharityId: string | null;
  readonly policyId: string | null;
  readonly launchedOn: string | null;
  readonly committeeMembers: number | null;
  readonly committeeUnpaid: boolean | null;
  readonly committeeSupervisors: number | null;
  readonly purposes: readonly string[];
  readonly inflowChannels: readonly InflowChannel[];
}

@Resolver(() => Fund)
export class FundResolver {
  @Query(() => Fund, {
    nullable: true,
    description: '按编号查基金\nA fund by its id. Error NOT_FOUND for an unknown id.',
  })
  async fund(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: FundsContext) {
    return (await load.fundById.load(parseId('Fund', id))) ?? refuseUnknown('Fund', id);
  }

  @Query(() => FundConnection, {
    nullable: true,
    description:
      '基金列表\nThe community funds of an area, or all. Error NOT_FOUND for an unknown area.',
  })
  funds(
    @Args(() => FundsArgs) { filter, orderBy, ...page }: FundsArgs,
    @Ctx() context: FundsContext,
  ) {
    const list = orderBy === 'LAUNCHED_ON_DESC' ? fundsByLaunchList : fundsList;
    const conditions = {
      kind: filter?.kind ?? null,
      state: filter?.state ?? null,
      named: filter?.named ?? null,
    };
    return connectionOfArea(context, list, page, conditions);
  }

  @FieldResolver()
  community(@Root() { communityId }: FundRow) {
    return byId(communityId);
  }

  @FieldResolver()
  street(@Root() { streetCode }: FundRow) {
    return streetCode === null ? null : { code: streetCode };
  }

  @FieldResolver()
  district(@Root() { districtCode }: FundRow) {
    return { code: districtCode };
  }

  @FieldResolver()
  hostCharity(@Root() { hostCharityId }: FundRow) {
    return byId(hostCharityId);
  }

  @FieldResolver()
  policy(@Root() { policyId }: FundRow) {
    return byId(policyId);
  }

  @FieldResolver()
  founders(@Root() fund: FundRow, @Ctx() { viewer }: FundsContext) {
    return shownFounders(fund, isOfficerOf(viewer, fund.districtCode));
  }

  @FieldResolver()
  committee(@Root() { committeeMembers, committeeUnpaid, committeeSupervisors }: FundRow) {
    const parts = [committeeMembers, committeeUnpaid, committeeSupervisors];
    if (parts.every((part) => part === null)) return null;
    return {
      members: committeeMembers,
      unpaid: committeeUnpaid,
      supervisors: committeeSupervisors,
    };
  }

  @FieldResolver()
  async purposes(@Root() { purposes }: FundRow, @Ctx() { base }: FundsContext) {
    const values = await base.codeValues.load('Purpose');
    return purposes.flatMap((code) => {
      const value = values.find((known) => known.code === code);
      return value ? [{ ...value, label: { zh: value.zh, en: value.en } }] : [];
    });
  }

  @FieldResolver()
  inflowChannels(@Root() { inflowChannels }: FundRow) {
    return inflowChannels.map((code) => ({
      list: 'InflowChannel',
      code,
      label: inflowChannelLabels[code],
    }));
  }

  @FieldResolver()
  accounts(@Root() { id }: FundRow, @Ctx() { load }: FundsContext) {
    return load.accountsOfFund.load(id);
  }

  @FieldResolver()
  async transfers(
    @Root() { id }: FundRow,
    @Args(() => TransfersArgs)
    { phase = null, channel = null, code = null, ...page }: TransfersArgs,
    @Ctx() { pages }: FundsContext,
  ) {
    return connectionOf(await pages.load(transfersOfFundList, id, page, { phase, channel, code }));
  }

  @FieldResolver()
  async pledges(
    @Root() { id }: FundRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: FundsContext,
  ) {
    return connectionOf(await pages.load(pledgesOfFundList, id, page));
  }

  @FieldResolver()
  async grants(
    @Root() { id }: FundRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: FundsContext,
  ) {
    return connectionOf(await pages.load(grantsOfFundList, id, page));
  }

  @FieldResolver()
  async disclosures(
    @Root() { id }: FundRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: FundsContext,
  ) {
    return connectionOf(await pages.load(disclosuresOfFundList, id, page));
  }

  @FieldResolver()
  async complianceFindings(
    @Root() { id }: FundRow,
    @Args(() => AsOfArgs) { asOf = null }: AsOfArgs,
    @Ctx() { load }: FundsContext,
  ) {
    return findingsInForce(await load.lastFindings(id, asOf), asOf);
  }

  @FieldResolver()
  reportedFigures(@Root() { id }: FundRow, @Ctx() { base }: FundsContext) {
    return reportedFiguresOf(base, 'Fund', id);
  }

  @FieldResolver()
  transitions(@Root() { id }: FundRow, @Ctx() { base }: FundsContext) {
    return transitionsOf(base, 'Fund', id);
  }

  @FieldResolver()
  provenance(@Root() { id }: FundRow, @Ctx() { base }: FundsContext) {
    return provenanceOf(base, 'Fund', id);
  }
}
