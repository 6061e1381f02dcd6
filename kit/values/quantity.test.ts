import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { amountOf, exactAmount } from './amount.js';
import { QuantityQualifier } from './quantity-qualifier.js';
import { addQuantities, quantityOf, sumQuantities, type Quantity } from './quantity.js';
import { Unit } from './unit.js';
import { ValueError } from './value-error.js';

const runs = { seed: 20240920, numRuns: 500 };
const people = (value: number, qualifier: QuantityQualifier = 'EXACT'): Quantity => ({
  value,
  qualifier,
  unit: Unit.PERSON,
});
const somePeople = fc
  .tuple(fc.nat(2 ** 40), fc.constantFrom(...Object.values(QuantityQualifier)))
  .map(([value, qualifier]) => people(value, qualifier));

test.each([0, 1, 2 ** 53 - 1])('%s is a quantity', (value) => {
  expect(quantityOf(people(value))).toEqual(people(value));
});

test.each([-0, -1, 0.1 + 0.2, Number.NaN, Infinity, -Infinity, 2 ** 53, 1e21])(
  '%s is refused as a quantity',
  (value) => {
    expect(() => quantityOf(people(value))).toThrow(ValueError);
  },
);

describe('sums', () => {
  it('add values and keep the hedge', () => {
    expect(addQuantities(people(600, 'AT_LEAST'), people(393))).toEqual(people(993, 'AT_LEAST'));
    expect(sumQuantities([people(1), people(2), people(3, 'NEARLY')])).toEqual(people(6, 'ABOUT'));
    expect(sumQuantities([people(20, 'NEARLY')])).toEqual(people(20, 'NEARLY'));
  });

  it('never add different units', () => {
    const families = quantityOf({ value: 30, qualifier: 'EXACT', unit: 'FAMILY' });
    expect(() => addQuantities(people(60), families)).toThrow(
      'Quantities of different units are not added: received PERSON and FAMILY. Sum each unit apart.',
    );
  });

  it('are refused for no quantities at all', () => {
    expect(() => sumQuantities([])).toThrow(ValueError);
  });

  it('are refused past 2^53 - 1', () => {
    expect(addQuantities(people(2 ** 53 - 2), people(1))).toEqual(people(2 ** 53 - 1));
    expect(() => addQuantities(people(2 ** 53 - 1), people(1))).toThrow(ValueError);
    expect(() => sumQuantities([people(2 ** 53 - 1), people(2 ** 53 - 1)])).toThrow(ValueError);
  });

  it('depend neither on the order of the terms nor on their grouping', () => {
    fc.assert(
      fc.property(somePeople, somePeople, somePeople, (a, b, c) => {
        const together = sumQuantities([a, b, c]);
        expect(sumQuantities([c, a, b])).toEqual(together);
        expect(addQuantities(addQuantities(a, b), c)).toEqual(together);
        expect(addQuantities(a, addQuantities(b, c))).toEqual(together);
      }),
      runs,
    );
  });
});

test('amounts keep the number and the hedge of a quantity', () => {
  expect(amountOf(people(600, 'AT_LEAST'))).toEqual({ amount: 600n, qualifier: 'AT_LEAST' });
  expect(exactAmount(9n)).toEqual({ amount: 9n, qualifier: 'EXACT' });
});
