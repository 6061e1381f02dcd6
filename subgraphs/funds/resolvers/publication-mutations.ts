import { mutation, mutations } from '@linju/kit';

import { correctDisclosure } from '../commands/correct-disclosure.js';
import { publishDisclosure } from '../commands/publish-disclosure.js';
import { scheduleDisclosure } from '../commands/schedule-disclosure.js';
import { recordBudgetLine } from '../commands/record-budget-line.js';
import type { FundsContext } from '../loaders/index.js';
import {
  CorrectDisclosureInput,
  PublishDisclosureInput,
  ScheduleDisclosureInput,
} from '../schema/disclosure-inputs.js';
import { RecordBudgetLineInput } from '../schema/record-budget-line-input.js';
import { BudgetLinePayload, DisclosurePayload } from '../schema/payload-types.js';

const budgetLineAfter = async ({ load }: FundsContext, { id }: { readonly id: string }) => ({
  budgetLine: await load.budgetLineById.load(id),
});

const disclosureAfter = async ({ load }: FundsContext, { id }: { readonly id: string }) => ({
  disclosure: await load.disclosureById.load(id),
});

/** The mutations of budget lines and disclosures. */
export const PublicationMutations = mutations(
  mutation({
    name: 'recordBudgetLine',
    description: '登记惠民资金\nEnters a line of benefit money of your district.',
    input: RecordBudgetLineInput,
    payload: BudgetLinePayload,
    refusals: ['AMOUNT_REFUSED', 'DUPLICATE', 'NOT_FOUND', 'CODE_RETIRED'],
    command: recordBudgetLine,
    answer: budgetLineAfter,
  }),
  mutation({
    name: 'scheduleDisclosure',
    description: '登记公开义务\nEnters something that has to be published.',
    input: ScheduleDisclosureInput,
    payload: DisclosurePayload,
    refusals: ['NOT_FOUND'],
    command: scheduleDisclosure,
    answer: disclosureAfter,
  }),
  mutation({
    name: 'publishDisclosure',
    description: '公开\nRecords that it was published.',
    input: PublishDisclosureInput,
    payload: DisclosurePayload,
    refusals: ['NOT_FOUND', 'RULE_VIOLATED'],
    command: publishDisclosure,
    answer: disclosureAfter,
  }),
  mutation({
    name: 'correctDisclosure',
    description: '更正公开\nPublishes a correction beside what was wrong.',
    input: CorrectDisclosureInput,
    payload: DisclosurePayload,
    refusals: ['NOT_FOUND', 'RULE_VIOLATED', 'DUPLICATE'],
    command: correctDisclosure,
    answer: disclosureAfter,
  }),
);
