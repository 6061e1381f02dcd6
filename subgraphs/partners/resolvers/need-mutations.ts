import { mutation, mutations } from '@linju/kit';

import { moveMatch } from '../commands/move-match.js';
import { moveNeed } from '../commands/move-need.js';
import { proposeMatch } from '../commands/propose-match.js';
import { raiseNeed } from '../commands/raise-need.js';
import type { PartnersContext } from '../loaders/index.js';
import {
  MoveMatchInput,
  MoveNeedInput,
  ProposeMatchInput,
  RaiseNeedInput,
} from '../schema/need-inputs.js';
import { NeedItemPayload, NeedMatchPayload } from '../schema/payload-types.js';

const needItemAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  needItem: await load.needItemById.load(id),
});

const needMatchAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  needMatch: await load.needMatchById.load(id),
});

/** The mutations of needs and matches. */
export const NeedMutations = mutations(
  mutation({
    name: 'raiseNeed',
    description: '提出需求\nEnters a need of a community.',
    input: RaiseNeedInput,
    payload: NeedItemPayload,
    refusals: ['PERSON_DATA_REFUSED', 'NOT_FOUND', 'CODE_RETIRED', 'PLACE_MISMATCH', 'DUPLICATE'],
    command: raiseNeed,
    answer: needItemAfter,
  }),
  mutation({
    name: 'moveNeed',
    description: '变更需求状态\nWithdraws a need, or lets it lapse.',
    input: MoveNeedInput,
    payload: NeedItemPayload,
    refusals: ['NOT_FOUND', 'RULE_VIOLATED', 'MOVE_NOT_ALLOWED'],
    command: moveNeed,
    answer: needItemAfter,
  }),
  mutation({
    name: 'proposeMatch',
    description:
      '提议对接\nProposes that a partner meets a need. Open to the app of that partner too.',
    input: ProposeMatchInput,
    payload: NeedMatchPayload,
    refusals: ['NOT_FOUND', 'MOVE_NOT_ALLOWED', 'RULE_VIOLATED', 'DUPLICATE'],
    command: proposeMatch,
    answer: needMatchAfter,
  }),
  mutation({
    name: 'moveMatch',
    description:
      '变更对接状态\nAnswers, delivers or withdraws a match. Open to the app of that partner too.',
    input: MoveMatchInput,
    payload: NeedMatchPayload,
    refusals: ['NOT_FOUND', 'MOVE_NOT_ALLOWED', 'CONFLICT'],
    command: moveMatch,
    answer: needMatchAfter,
  }),
);
