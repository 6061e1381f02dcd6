import { Field, Int, ObjectType } from 'type-graphql';

import { Figure } from './shared.js';

@ObjectType('FundTotals', {
  description: '基金汇总\nTotals over the funds of a place that are recorded here.',
})
export class FundTotals {
  @Field(() => Int, {
    description: 'Funds recorded here; the district may have more, see its coverage.',
  })
  funds: number;

  @Field(() => Figure, { description: '创始收入\nCash received in the phase FOUNDING, fen.' })
  foundingInflow: object;

  @Field(() => Figure, { description: '运行收入\nCash received in the phase OPERATING, fen.' })
  operatingInflow: object;

  @Field(() => Figure, { description: '支出\nCash spent, fen.' })
  outflow: object;

  @Field(() => Figure, { description: '造血率 (M10)\nAs on Fund, over all funds of the place.' })
  selfGeneration: object;

  @Field(() => Figure, {
    description: '各渠道捐赠 (M11)\nAs on Fund, over all funds of the place.',
  })
  inflowByChannel: object;
}
