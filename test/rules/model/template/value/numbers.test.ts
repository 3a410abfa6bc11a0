import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  exponentFloat,
  fixedFloat,
  formatFloat,
  jsonFloat,
  parseFloat64,
  parseInt0,
  truncated,
} from '../../../../../rules/model/template/value/numbers.ts';

// What Go 1.26 prints of each.
it('writes float64 as fmt does: with an exponent from a million on', () => {
  const said = [8080, 100_000, 1_000_000, 1_234_567, 0.0001, 0.00001, 1e20, -0, 1.5, Number.POSITIVE_INFINITY].map(
    (value) => formatFloat(value),
  );
  assert.deepEqual(said, ['8080', '100000', '1e+06', '1.234567e+06', '0.0001', '1e-05', '1e+20', '-0', '1.5', '+Inf']);
});

it('writes float64 as JSON and with a number of decimals', () => {
  assert.deepEqual([1e20, 1e21, 1e-6, 1e-7, 100_000_000].map(jsonFloat), [
    '100000000000000000000',
    '1e+21',
    '0.000001',
    '1e-7',
    '100000000',
  ]);
  assert.equal(jsonFloat(Number.NaN), undefined);
  assert.equal(fixedFloat(1.005, 2), '1.00');
  assert.equal(exponentFloat(1.5, 6), '1.500000e+00');
});

it('reads whole numbers of any base, and refuses the rest', () => {
  assert.deepEqual(
    ['12', '-0x1F', '0b11', '017', '0o17', '1_000', '08', '1.0', '', '9223372036854775808'].map(parseInt0),
    [12n, -31n, 3n, 15n, 15n, 1000n, undefined, undefined, undefined, undefined],
  );
  assert.deepEqual(['1.5', '.5', '1e3', 'inf', 'x', '1e999'].map(parseFloat64), [
    1.5,
    0.5,
    1000,
    Number.POSITIVE_INFINITY,
    undefined,
    undefined,
  ]);
  assert.deepEqual([1.9, -1.9, 1e19].map(truncated), [1n, -1n, -(1n << 63n)]);
});
