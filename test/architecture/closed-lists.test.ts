import { GraphQLEnumType, buildSchema } from 'graphql';
import postgres from 'postgres';
import { expect, test } from 'vitest';

import { blueprints } from '../../cli/wire/subgraphs.js';
import { createTestDatabase, templateOf } from '../support/test-database.js';
import { expectNone } from './expect-none.js';

// A closed list stands twice: as an enum of the graph, and in the check of each column that holds its values.
// A value that is entered in one place only would be offered to clients and refused by the table.

/** Columns that hold some values of a list, or of one that is no enum of the graph; and why. */
const narrower: Readonly<Record<string, string>> = {
  'outbox.change': 'the feed between processes, no part of the graph',
  'entry.side': 'the books’ own two sides; clients see accounts',
  'ledger_link.kind': 'what a link of the chain stands for; clients see transfers',
  'set_resolution.state': 'how a pending set may end: TransferState without PENDING',
  'population.qualifier': 'a census counts, or a document says about',
  'population.reason_if_null': 'the two reasons why a population is not known',
  'fund.founders_unit': 'founders are counted in these units only',
  'distribution.recipients_unit': 'who receives is counted as people',
};

interface Check {
  readonly column: string;
  readonly definition: string;
}

test('what a column may hold is what the enum of the graph says', async () => {
  await using database = await createTestDatabase(await templateOf(blueprints, false));
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  const found: string[] = [];
  for (const { name, sdl } of blueprints) {
    const lists = enumsOf(sdl);
    const checks = await sql<Check[]>`
      select format('%s.%s', t.relname, a.attname) as column, pg_get_constraintdef(k.oid) as definition
      from pg_constraint k
      join pg_class t on t.oid = k.conrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
      where k.contype = 'c' and cardinality(k.conkey) = 1 and k.connamespace = ${name}::regnamespace`;
    for (const { column, definition } of checks) {
      const values = valuesIn(definition);
      if (values.length === 0 || column in narrower) continue;
      if (lists.some((list) => list.join() === values.join())) continue;
      found.push(
        `${name}.${column} holds ${values.join(', ')}: no enum of ${name} has just these values`,
      );
    }
  }
  await sql.end();
  expectNone('Lists that differ', found);
});

test('a value that is missing from the table is found', () => {
  const definition = `CHECK ((status = ANY (ARRAY['OPEN'::text, 'CLOSED'::text])))`;
  expect(valuesIn(definition)).toEqual(['CLOSED', 'OPEN']);
  expect(valuesIn(`CHECK ((name <> ''::text))`)).toEqual([]);
});

const enumsOf = (sdl: string): readonly (readonly string[])[] =>
  Object.values(buildSchema(sdl, { assumeValidSDL: true, assumeValid: true }).getTypeMap())
    .filter((type) => type instanceof GraphQLEnumType)
    .map((type) =>
      type
        .getValues()
        .map(({ name }) => name)
        .sort(),
    );

function valuesIn(definition: string): readonly string[] {
  const list = /= ANY \(+ARRAY\[([^\]]*)\]/.exec(definition)?.[1] ?? '';
  return [...list.matchAll(/'([A-Z][A-Z_0-9]*)'/g)].map(([, value]) => value ?? '').sort();
}
