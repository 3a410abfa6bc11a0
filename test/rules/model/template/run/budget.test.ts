import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Budget } from '../../../../../rules/model/template/run/budget.ts';
import { LimitError } from '../../../../../rules/model/template/value/errors.ts';

const budget = (): Budget => new Budget({ steps: 3, output: 10, depth: 2 });

describe('a rendering is given up', () => {
  it('beyond its steps', () => {
    const one = budget();
    one.spend(3);
    assert.throws(() => one.spend(1), LimitError);
  });

  it('beyond its text', () => {
    const one = budget();
    one.write(10);
    assert.throws(() => one.write(1), /too much text/);
  });

  it('beyond its depth, which is free again behind what threw', () => {
    const one = budget();
    const fail = (): void => {
      throw new Error('within');
    };
    assert.throws(() => one.deeper(fail), /within/);
    assert.equal(
      one.deeper(() => one.deeper(() => 'deep')),
      'deep',
    );
    assert.throws(() => one.deeper(() => one.deeper(() => one.deeper(() => ''))), LimitError);
  });
});
