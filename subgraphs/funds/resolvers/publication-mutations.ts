import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { correctDisclosure } from '../commands/correct-disclosure.js';
import { publishDisclosure } from '../commands/publish-disclosure.js';
import { scheduleDisclosure } from '../commands/schedule-disclosure.js';
import { recordBudgetLine } from '../commands/record-budget-line.js';
import type { FundsContext } from '../loaders/index.js';
import {
  CorrectDisclosureInput,
  DisclosurePayload,
  PublishDisclosureInput,
  ScheduleDisclosureInput,
} from '../schema/disclosure-inputs.js';
import { BudgetLinePayload, RecordBudgetLineInput } from '../schema/record-budget-line-input.js';

@Resolver()
export class PublicationMutations {
  @Mutation(() => BudgetLinePayload, {
    description: '登记惠民资金\nEnters a line of benefit money of your district.',
  })
  recordBudgetLine(
    @Arg('input', () => RecordBudgetLineInput, { description: 'The line.' })
    input: RecordBudgetLineInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => recordBudgetLine(context.commandParts, input),
      (written) => budgetLineAfter(context, written),
    );
  }

  @Mutation(() => DisclosurePayload, {
    description: '登记公开义务\nEnters something that has to be published.',
  })
  scheduleDisclosure(
    @Arg('input', () => ScheduleDisclosureInput, { description: 'What, and by when.' })
    input: ScheduleDisclosureInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => scheduleDisclosure(context.commandParts, input),
      (written) => disclosureAfter(context, written),
    );
  }

  @Mutation(() => DisclosurePayload, { description: '公开\nRecords that it was published.' })
  publishDisclosure(
    @Arg('input', () => PublishDisclosureInput, { description: 'Which, when and where.' })
    input: PublishDisclosureInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => publishDisclosure(context.commandParts, input),
      (written) => disclosureAfter(context, written),
    );
  }

  @Mutation(() => DisclosurePayload, {
    description: '更正公开\nPublishes a correction beside what was wrong.',
  })
  correctDisclosure(
    @Arg('input', () => CorrectDisclosureInput, { description: 'Which, and what was wrong.' })
    input: CorrectDisclosureInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => correctDisclosure(context.commandParts, input),
      (written) => disclosureAfter(context, written),
    );
  }
}

/** Read after the commit, so that the payload shows what others see too. */
const budgetLineAfter = async ({ load }: FundsContext, { id }: { readonly id: string }) => ({
  budgetLine: await load.budgetLineById.load(id),
});

const disclosureAfter = async ({ load }: FundsContext, { id }: { readonly id: string }) => ({
  disclosure: await load.disclosureById.load(id),
});
