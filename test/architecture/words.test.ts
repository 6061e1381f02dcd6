import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isInterfaceType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { test } from 'vitest';

import { expectNone } from './expect-none.js';
import { exportsOf } from './exports-of.js';
import { readGlossary, segmentsOf } from './glossary.js';
import { files, isSource, stemOf, textOf } from './tree.js';

const glossary = readGlossary();
if (!files.includes('schema/api.graphql')) {
  throw new Error('schema/api.graphql is missing: run `npm run schema`.');
}
const types = Object.values(buildSchema(textOf('schema/api.graphql')).getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

// What the graph's own grammar adds to a product word.
const suffixes = /(Connection|Edge|Filter|Order|Input|Payload|Reason|Totals)$/;
const rootTypes = ['Query', 'Mutation', 'Subscription'];
// Grammar, and the two strengths of a side table whose columns are P1 or P2 (`transfer_personal`).
const base = segmentsOf(
  'a after all and any as at before by changed count ended for from has in input into is last may max min ' +
    'next no not number of on only or order others own per previous since start text than the to total type ' +
    'under until upper was with without internal personal one two three four five six seven eight nine ten',
);

const known = new Set(
  [...glossary.words, ...[...glossary.values.values()].flatMap((values) => [...values])]
    .flatMap(segmentsOf)
    .concat(base),
);

test('every type of the graph is a word of the glossary', () => {
  const unknown = types
    .map(({ name }) => name)
    .filter((name) => !rootTypes.includes(name) && !isTypeWord(name))
    .map(
      (name) =>
        `${name}: enter it in docs/glossary.md (Word, 中文, Meaning, Not), or use the word there`,
    );
  expectNone('Types the glossary does not know', unknown);
});

// An input or payload is named for its write: RegisterFacilityInput.
function isTypeWord(name: string): boolean {
  if (glossary.words.has(name)) return true;
  const stem = name.replace(suffixes, '');
  if (stem === name) return false;
  return glossary.words.has(stem) || (/(Input|Payload)$/.test(name) && isMadeOfWords(stem));
}

test('every field and argument is made of words of the glossary', () => {
  const unknown = types
    .flatMap(namesInside)
    .filter(({ name }) => !isMadeOfWords(name))
    .map(({ place, name }) => {
      const segments = segmentsOf(name).filter((segment) => !isKnown(segment));
      return `${place}: the glossary has no "${segments.join('", "')}"; enter ${name}, or use its word for it`;
    });
  expectNone('Names the glossary does not know', unknown);
});

test('every value of an enum stands under its name in the glossary', () => {
  const unknown = types
    .filter((type) => isEnumType(type))
    .filter(({ name }) => !/Order(By)?$/.test(name))
    .flatMap((type) =>
      type
        .getValues()
        .filter(({ name }) => !isValueOf(type.name, name))
        .map(
          ({ name }) =>
            `${type.name}.${name}: add a row under "### \`${type.name}\`" in docs/glossary.md`,
        ),
    );
  expectNone('Values the glossary does not know', unknown);
});

// Refusals and faults are listed once, in kit/errors.ts.
const isValueOf = (type: string, value: string): boolean =>
  type === 'ErrorCode' || (glossary.values.get(type)?.has(value) ?? false);

test('every table is named in words of the glossary', () => {
  const unknown = tables
    .filter(({ name }) => !isMadeOfWords(name))
    .map(({ file, name }) => `${file}: table ${name} is not made of words of docs/glossary.md`);
  expectNone('Tables the glossary does not know', unknown);
});

const tables = files
  .filter((file) => file.endsWith('.sql'))
  .flatMap((file) =>
    [...textOf(file).matchAll(/create table (?:if not exists )?(?:[\w{}]+\.)?"?(\w+)"?/gi)].map(
      ([, name]) => ({ file, name: name ?? '' }),
    ),
  );

test('no name of the graph says what the glossary has another word for', () => {
  const names = types.flatMap((type) => [
    { place: type.name, name: type.name },
    ...namesInside(type),
  ]);
  const wrong = names
    .filter(({ name }) => glossary.instead.has(name))
    .map(({ place, name }) => `${place}: say ${glossary.instead.get(name)}, not ${name}`);
  expectNone('Words we do not use', wrong);
});

// A word that is right in one place although its kind of place may not have it.
const rightHere: Readonly<Record<string, string>> = {
  'cli/wire/embedded-postgres/run-program.ts':
    'a computer program, spelled so in British English too',
};

test('no banned word stands in the name of a file, a type, a field or a table', () => {
  const names = [
    ...files
      .filter((file) => !(file in rightHere))
      .map((file) => ({ place: file, name: stemOf(file) })),
    ...types.flatMap((type) => [{ place: type.name, name: type.name }, ...namesInside(type)]),
    ...tables.map(({ file, name }) => ({ place: file, name })),
  ];
  const banned = names.flatMap(({ place, name }) =>
    [...glossary.never]
      .filter(([word]) => holds(segmentsOf(name), segmentsOf(word)))
      .map(([word, instead]) => `${place}: "${word}" is banned; ${instead}`),
  );
  expectNone('Banned words', banned);
});

test('metric means a published figure, never telemetry of the process', () => {
  const wrong = files
    .filter((file) => isSource(file) && /^(gateway|kit|cli)\//.test(file))
    .flatMap((file) => [
      { place: file, name: stemOf(file) },
      ...exportsOf(file).map(({ name, line }) => ({ place: `${file}:${line}`, name })),
    ])
    .filter(({ name }) => /metric/i.test(name) && !/metric-?definition/i.test(name))
    .map(({ place, name }) => `${place}: ${name}; counters and traces of a process are telemetry`);
  expectNone('Metrics that are telemetry', wrong);
});

function namesInside(type: GraphQLNamedType): readonly { place: string; name: string }[] {
  if (isInputObjectType(type)) {
    return Object.keys(type.getFields()).map((name) => ({ place: `${type.name}.${name}`, name }));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) => [
    { place: `${type.name}.${name}`, name },
    ...args.map((argument) => ({
      place: `${type.name}.${name}(${argument.name}:)`,
      name: argument.name,
    })),
  ]);
}

const isMadeOfWords = (name: string): boolean =>
  glossary.words.has(name) || segmentsOf(name).every(isKnown);

// The plural of a known word is known.
const isKnown = (segment: string): boolean =>
  [
    segment,
    segment.replace(/s$/, ''),
    segment.replace(/ies$/, 'y'),
    segment.replace(/es$/, ''),
  ].some((form) => known.has(form));

const holds = (segments: readonly string[], wanted: readonly string[]): boolean =>
  segments.some((_, start) => wanted.every((word, offset) => segments[start + offset] === word));
