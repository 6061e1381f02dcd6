import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { registerPolicyInstrument } from '../commands/register-policy-instrument.js';
import type { DistrictsContext } from '../loaders/index.js';
import {
  PolicyInstrumentPayload,
  RegisterPolicyInstrumentInput,
} from '../schema/register-policy-instrument-input.js';

@Resolver()
export class PolicyInstrumentMutations {
  @Mutation(() => PolicyInstrumentPayload, {
    description: '登记政策文件\nEnters a rule book that binds in your district.',
  })
  registerPolicyInstrument(
    @Arg('input', () => RegisterPolicyInstrumentInput, { description: 'The policy instrument.' })
    input: RegisterPolicyInstrumentInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      context,
      () => registerPolicyInstrument(context.commandParts, input),
      async ({ id }) => ({
        policyInstrument: await context.load.policyInstrumentById.load(id),
      }),
    );
  }
}
