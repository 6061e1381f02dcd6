import { provenanceOf } from '@linju/kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { FundsContext } from '../loaders/index.js';
import { ComplianceFinding } from '../schema/compliance-finding.js';

interface FindingRow {
  readonly id: string;
  readonly fundId: string;
  readonly policyId: string;
}

@Resolver(() => ComplianceFinding)
export class ComplianceFindingResolver {
  @FieldResolver()
  fund(@Root() { fundId }: FindingRow, @Ctx() { load }: FundsContext) {
    return load.fundById.load(fundId);
  }

  @FieldResolver()
  policy(@Root() { policyId }: FindingRow) {
    return { id: policyId };
  }

  @FieldResolver()
  provenance(@Root() { id }: FindingRow, @Ctx() { base }: FundsContext) {
    return provenanceOf(base, 'ComplianceFinding', id);
  }
}
