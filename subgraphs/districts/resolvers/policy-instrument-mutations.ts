import { mutation, mutations } from '@linju/kit';

import { registerPolicyInstrument } from '../commands/register-policy-instrument.js';
import type { DistrictsContext } from '../loaders/index.js';
import { RegisterPolicyInstrumentInput } from '../schema/register-policy-instrument-input.js';
import { PolicyInstrumentPayload } from '../schema/payload-types.js';

/** The mutations of policy instruments. */
export const PolicyInstrumentMutations = mutations(
  mutation({
    name: 'registerPolicyInstrument',
    description: '登记政策文件\nEnters a rule book that binds in your district.',
    input: RegisterPolicyInstrumentInput,
    payload: PolicyInstrumentPayload,
    refusals: ['NOT_FOUND', 'CODE_RETIRED', 'PERIOD_REFUSED', 'PLACE_MISMATCH'],
    command: registerPolicyInstrument,
    answer: async ({ load }: DistrictsContext, { id }) => ({
      policyInstrument: await load.policyInstrumentById.load(id),
    }),
  }),
);
