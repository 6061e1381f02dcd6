import { parse, print, visit, type DocumentNode } from 'graphql';
import { expect, test } from 'vitest';
import { examples } from './index.js';

// What the product promises to answer as written; the examples may differ from it in name and comment only.
const PROMISED = [
  `{ fund(id: "fund_seed_yeyachong") { name launchedOn founders { value qualifier unit }
    selfGeneration(asOf: "2024-09-21T00:00:00+08:00") { value numerator denominator qualifier reasonIfNull }
    community { name street { code name district { code name population { persons vintage } } } } } }`,
  `{ district(code: "430202") { name city { code name } streets { code name }
    partners(first: 20) { nodes { displayName type memberships { state scheme { name } } } } funds(first: 5) { nodes { id name } } } }`,
];

test('the examples ask exactly what the product promises to answer', () => {
  expect(examples.map((text) => print(withoutNames(parse(text))))).toEqual(
    PROMISED.map((text) => print(parse(text))),
  );
});

test.each(examples)(
  'an example has a name for its tab and a comment in 中文 and English: %#',
  (text) => {
    const operations = parse(text).definitions.map((node) => 'name' in node && node.name?.value);
    expect(operations).toEqual([expect.stringMatching(/^[A-Z][A-Za-z]+$/)]);
    const comment = text.slice(0, text.indexOf('query '));
    expect(comment).toMatch(/^# .*\p{Script=Han}/mu);
    expect(comment).toMatch(/^# [A-Z][a-z]+[- ].*[a-z]{3}/m);
  },
);

function withoutNames(document: DocumentNode): DocumentNode {
  return visit(document, { OperationDefinition: ({ name: _name, ...rest }) => rest });
}
