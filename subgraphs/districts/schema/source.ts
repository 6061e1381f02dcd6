import { PartialDateScalar, SourceKind } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Source', {
  description: '资料来源\nA document, register or system that records rest on.',
})
@Directive('@key(fields: "id")')
export class Source {
  @Field(() => ID, { description: 'source_…' })
  id: string;

  @Field(() => String, { description: 'What it is called, in its own language.' })
  title: string;

  @Field(() => SourceKind, { description: 'What kind of source it is.' })
  kind: SourceKind;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it was published, as coarsely as is known; null where unknown.',
  })
  publishedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How that date is known, when the document does not print it.',
  })
  dateBasis?: string | null;
}
