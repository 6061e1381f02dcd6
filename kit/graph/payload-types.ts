import { Field, ObjectType, type ClassType } from 'type-graphql';

/**
 * Makes the maker of a subgraph's payload types. `payloadType('Fund', () => Fund)` is `FundPayload`: the
 * record after a write under its name in camelCase, or why there was no write.
 * @param userError the subgraph's own UserError class, from `sharedTypes`
 */
export const payloadTypes =
  (userError: () => ClassType) =>
  (name: string, record: () => ClassType): ClassType => {
    @ObjectType(`${name}Payload`, {
      description: `写入结果\nThe ${name} after a write, or why it was refused.`,
    })
    class Payload {
      @Field(() => [userError()], { description: 'Empty when the write was done.' })
      userErrors: object[];
    }
    const field = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    Field(record, { nullable: true, description: 'Null when the write was refused.' })(
      Payload.prototype,
      field,
    );
    return Payload;
  };
