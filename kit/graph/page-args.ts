import 'reflect-metadata';
import { ArgsType, Field, Int } from 'type-graphql';

import type { PageArguments } from '../data/page.js';

/** The arguments of every connection. */
@ArgsType()
export class PageArgs implements PageArguments {
  @Field(() => Int, { description: 'How many, 1 to 100.' })
  first: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Go on after this cursor, `pageInfo.endCursor` of the page before. It belongs to one list, one parent and one filter; for any other the error is BAD_CURSOR. So under many parents give it only where one is asked for.',
  })
  after?: string | null;
}
