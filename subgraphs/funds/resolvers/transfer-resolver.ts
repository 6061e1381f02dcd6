import { IdArgs, isOfficerOf, parseId, provenanceOf, refuseUnknown } from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { FundsContext } from '../loaders/index.js';
import type { DonorVisibility } from '../rules/donor-visibility.js';
import { transferMoves, type MovedTransfer } from '../rules/transfer-moves.js';
import { Transfer } from '../schema/transfer.js';
import { donorValue } from './donor-value.js';

/** A transfer as its resolvers take it. */
export interface TransferRow extends MovedTransfer {
  readonly id: string;
  readonly districtCode: string;
  readonly fundId: string | null;
  readonly fromAccount: string;
  readonly toAccount: string;
  readonly corrects: string | null;
  readonly sourceType: string | null;
  readonly sourceId: string | null;
  readonly donorVisibility: DonorVisibility;
  readonly donorOrganisationId: string | null;
  readonly donorPartnerId: string | null;
  readonly donorName: string | null;
  readonly idempotencyKey: string | null;
}

@Resolver(() => Transfer)
export class TransferResolver {
  @Query(() => Transfer, {
    nullable: true,
    description: '按编号查转账\nA transfer by its id. Error NOT_FOUND for an unknown id.',
  })
  async transfer(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: FundsContext) {
    return (await load.transferById.load(parseId('Transfer', id))) ?? refuseUnknown('Transfer', id);
  }

  @FieldResolver()
  fund(@Root() { fundId }: TransferRow, @Ctx() { load }: FundsContext) {
    return fundId === null ? null : load.fundById.load(fundId);
  }

  @FieldResolver()
  district(@Root() { districtCode }: TransferRow) {
    return { code: districtCode };
  }

  @FieldResolver()
  fromAccount(@Root() { fromAccount }: TransferRow) {
    return { code: fromAccount };
  }

  @FieldResolver()
  toAccount(@Root() { toAccount }: TransferRow) {
    return { code: toAccount };
  }

  @FieldResolver()
  corrects(@Root() { corrects }: TransferRow, @Ctx() { load }: FundsContext) {
    return corrects === null ? null : load.transferById.load(corrects);
  }

  @FieldResolver()
  async correctedBy(@Root() { id }: TransferRow, @Ctx() { load }: FundsContext) {
    const correction = await load.correctionOf.load(id);
    return correction && load.transferById.load(correction.id);
  }

  @FieldResolver()
  sourceRef(@Root() { sourceType, sourceId }: TransferRow) {
    return sourceType === null ? null : { type: sourceType, id: sourceId };
  }

  @FieldResolver()
  outcomes(@Root() { id }: TransferRow, @Ctx() { load }: FundsContext) {
    return load.outcomesOfTransfer.load(id);
  }

  @FieldResolver()
  donor(@Root() transfer: TransferRow, @Ctx() { viewer }: FundsContext) {
    return donorValue(viewer, transfer);
  }

  @FieldResolver()
  idempotencyKey(
    @Root() { idempotencyKey, districtCode }: TransferRow,
    @Ctx() { viewer }: FundsContext,
  ) {
    return isOfficerOf(viewer, districtCode) ? idempotencyKey : null;
  }

  @FieldResolver()
  transitions(@Root() transfer: TransferRow, @Ctx() { viewer }: FundsContext) {
    // Free text is for the officer; an analyst sees internal records without it.
    return transferMoves(transfer, { seesNote: isOfficerOf(viewer, transfer.districtCode) });
  }

  @FieldResolver()
  provenance(@Root() { id }: TransferRow, @Ctx() { base }: FundsContext) {
    return provenanceOf(base, 'Transfer', id);
  }
}
