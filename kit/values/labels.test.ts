import { describe, expect, it } from 'vitest';

import * as values from './index.js';
import { Unit, type Label } from './index.js';

// The urban-rural classes are numbers, which no enum of the graph can be: their labels are the list.
const enumsWithLabels = Object.entries(values)
  .filter(([name]) => name.endsWith('Labels') && name !== 'urbanRuralClassLabels')
  .map(([name, labels]) => ({
    name,
    labels: labels as Readonly<Record<string, Label>>,
    values: enumOf(name.slice(0, -'Labels'.length)),
  }));

describe.each(enumsWithLabels)('$name', ({ labels, values: closedEnum }) => {
  it('labels exactly the values of its enum, in order', () => {
    expect(Object.keys(labels)).toEqual(Object.values(closedEnum));
  });

  it('has both languages, 中文 in the first and none in the second', () => {
    for (const { zh, en } of Object.values(labels)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it('has no two equal labels in one language', () => {
    const all = Object.values(labels);
    expect(new Set(all.map(({ zh }) => zh)).size).toBe(all.length);
    expect(new Set(all.map(({ en }) => en)).size).toBe(all.length);
  });
});

describe('the closed enums', () => {
  it('are all labelled', () => {
    const labelled = enumsWithLabels.map(({ values: closedEnum }) => closedEnum);
    const unlabelled = Object.entries(values).filter(
      ([name, value]) =>
        /^[A-Z][a-z]/.test(name) &&
        typeof value === 'object' &&
        !labelled.includes(value as (typeof labelled)[number]),
    );
    expect(unlabelled).toEqual([]);
    expect(labelled.length).toBeGreaterThanOrEqual(15);
  });

  it('give each name itself as its value, as enums of the graph do', () => {
    for (const { values: closedEnum } of enumsWithLabels) {
      const entries = Object.entries(closedEnum);
      expect(entries.filter(([key, value]) => key !== value)).toEqual([]);
    }
  });
});

it('every unit the sources use is there', () => {
  expect(Object.keys(Unit)).toEqual(
    (
      'PERSON FAMILY COUPLE FIRM ORGANISATION UNIT_OR_PERSON SESSION EVENT ITEM CASE PROBLEM STALL TEAM LAMP ' +
      'PASSAGE SQUARE_METRE MU TREE COURSE CLASS MINUTE HOUR DAY YEAR FEN BASIS_POINT RATIO'
    ).split(' '),
  );
});

function enumOf(name: string): Readonly<Record<string, string>> {
  const found = (values as Record<string, unknown>)[name[0]!.toUpperCase() + name.slice(1)];
  expect(found, `the enum of ${name}Labels`).toBeTypeOf('object');
  return found as Readonly<Record<string, string>>;
}
