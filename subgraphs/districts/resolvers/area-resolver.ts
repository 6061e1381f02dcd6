import { AdminCodeScalar } from '@linju/kit';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';

import type { DistrictsContext } from '../loaders/index.js';
import { Area } from '../schema/area.js';
import { requireAreaByCode } from './area-by-any-code.js';

@Resolver()
export class AreaResolver {
  @Query(() => Area, {
    nullable: true,
    description:
      '按代码查行政区域\nAn administrative unit of any level by its code. Error NOT_FOUND for an unknown code.',
  })
  area(
    @Arg('code', () => AdminCodeScalar, { description: 'Six or nine digits.' }) code: string,
    @Ctx() { load }: DistrictsContext,
  ) {
    return requireAreaByCode(load, code, 'code');
  }
}
