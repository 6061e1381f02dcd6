import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import {
  adminCodePrefix,
  adminLevelOf,
  isWithin,
  parentCode,
  parseAdminCode,
} from './admin-code.js';
import { communityKindOf, parseCommunityCode, streetCodeOf } from './community-code.js';
import { streetKindOf } from './street-kind.js';
import { isUrbanRuralClass, urbanRuralClassLabels } from './urban-rural-class.js';
import { ValueError } from './value-error.js';

const runs = { seed: 20240920, numRuns: 500 };
const streetNumber = fc
  .integer({ min: 1, max: 599 })
  .map((number) => String(number).padStart(3, '0'));
const districtCode = fc.constantFrom('430202', '430103', '430281', '990104', '110101', '659001');
const streetCode = fc.tuple(districtCode, streetNumber).map((parts) => parts.join(''));

describe('codes', () => {
  test.each([
    ['430200', 'CITY', null, '4302'],
    ['430100', 'CITY', null, '4301'],
    ['990100', 'CITY', null, '9901'],
    ['430202', 'DISTRICT', '430200', '430202'],
    ['430281', 'DISTRICT', '430200', '430281'],
    ['430271', 'DISTRICT', '430200', '430271'],
    ['429004', 'DISTRICT', '429000', '429004'],
    ['430202001', 'STREET', '430202', '430202001'],
    ['430202100', 'STREET', '430202', '430202100'],
    ['990104599', 'STREET', '990104', '990104599'],
  ])('%s is a %s in %s', (code, level, parent, prefix) => {
    expect(parseAdminCode(code)).toBe(code);
    expect(adminLevelOf(code)).toBe(level);
    expect(parentCode(code)).toBe(parent);
    expect(adminCodePrefix(code)).toBe(prefix);
  });

  test.each([
    ['a province', '430000'],
    ['a short province', '43'],
    ['a short city', '4302'],
    ['a district of no city', '430001'],
    ['a province that is none', '470101'],
    ['a code of zeros', '000000'],
    ['seven digits', '4302020'],
    ['a street of number 000', '430202000'],
    ['a street of number 600', '430202600'],
    ['a street right below a city', '430200001'],
    ['a community', '430202001001'],
    ['a statistical code', '43020200100100111'],
    ['full-width digits', '４３０２０２'],
    ['a blank behind', '430202 '],
    ['a line end behind', '430202\n'],
    ['letters', '4302O2'],
    ['a name', '荷塘区'],
    ['nothing', ''],
    ['a number', 430202],
    ['null', null],
  ])('%s is refused', (_, received) => {
    expect(() => parseAdminCode(received)).toThrow(ValueError);
  });

  it('an error says what a code looks like', () => {
    expect(() => parseAdminCode(430202)).toThrow(
      'An administrative code is a text of 6 digits for a city (ending 00) or a district, such as "430202", ' +
        'or of 9 digits for a street or town, such as "430202001"; received the number 430202.',
    );
  });
});

describe('lying within', () => {
  test.each([
    ['430204003', '430204', true],
    ['430204003', '430200', true],
    ['430204', '430200', true],
    ['430204', '430204', true],
    ['430105003', '430204', false],
    ['430105003', '430200', false],
    ['430200', '430204', false],
    ['430204', '430204003', false],
    ['430204003', '430204004', false],
  ])('%s in %s: %s', (code, ancestor, expected) => {
    expect(isWithin(code, ancestor)).toBe(expected);
  });

  it('holds up through all parents, and only there', () => {
    fc.assert(
      fc.property(streetCode, streetCode, (street, other) => {
        const district = parentCode(street)!;
        expect([district, parentCode(district)!].every((above) => isWithin(street, above))).toBe(
          true,
        );
        expect(isWithin(other, district)).toBe(parentCode(other) === district);
        expect(isWithin(other, street)).toBe(other === street);
      }),
      runs,
    );
  });

  it('is refused for what is no code', () => {
    expect(() => isWithin('430204', '43')).toThrow(ValueError);
    expect(() => isWithin('43', '430204')).toThrow(ValueError);
  });
});

test.each([
  ['001', 'STREET'],
  ['099', 'STREET'],
  ['100', 'TOWN'],
  ['199', 'TOWN'],
  ['200', 'TOWNSHIP'],
  ['399', 'TOWNSHIP'],
  ['400', 'QUASI'],
  ['599', 'QUASI'],
])('a street-level unit of number %s is a %s', (number, kind) => {
  expect(streetKindOf(`430202${number}`)).toBe(kind);
});

test.each(['430202', '430200', '430202600', '430202000'])('%s has no street kind', (code) => {
  expect(() => streetKindOf(code)).toThrow(ValueError);
});

describe('communities', () => {
  test.each([
    ['001', 'RESIDENTS'],
    ['199', 'RESIDENTS'],
    ['200', 'VILLAGE'],
    ['399', 'VILLAGE'],
    ['400', 'QUASI'],
    ['599', 'QUASI'],
  ])('of number %s are %s', (number, kind) => {
    const code = `430202001${number}`;
    expect(parseCommunityCode(code)).toBe(code);
    expect(communityKindOf(code)).toBe(kind);
    expect(streetCodeOf(code)).toBe('430202001');
  });

  test.each([
    '430202001000',
    '430202001600',
    '430202000001',
    '430202001',
    '4302020010011',
    1,
    null,
  ])('%s is refused as a community code', (received) => {
    expect(() => parseCommunityCode(received)).toThrow(ValueError);
  });

  it('have one of seven urban-rural classes', () => {
    const classes = ['111', '112', '121', '122', '123', '210', '220'];
    expect(Object.keys(urbanRuralClassLabels).sort()).toEqual(classes);
    expect(classes.every(isUrbanRuralClass)).toBe(true);
    expect(['113', '', 'toString', '__proto__', 111, null].some(isUrbanRuralClass)).toBe(false);
  });
});
