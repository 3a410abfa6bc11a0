import assert from 'node:assert/strict';
import { it } from 'node:test';
import { keysOfSelected, keysOfSelecting } from '../../../../rules/facts/questions/selection.ts';
import { type Labels, matches, type Requirement, type Selector } from '../../../../rules/model/kubernetes/labels.ts';

const requirement = (key: string, operator: Requirement['operator'], ...values: readonly string[]): Requirement => ({
  ...{ key, operator, values },
});

const selectors: readonly (Selector | undefined)[] = [
  undefined,
  [],
  [requirement('app', 'In', 'a')],
  [requirement('app', 'In', 'a', 'b', 'a')],
  [requirement('app', 'In')],
  [requirement('app', 'Exists')],
  [requirement('app', 'NotIn', 'a')],
  [requirement('app', 'DoesNotExist')],
  [requirement('app', 'In', 'a'), requirement('id', 'In', '1')],
  [requirement('app', 'In', 'a'), requirement('id', 'DoesNotExist')],
];
const labels: readonly (Labels | undefined)[] = [
  undefined,
  {},
  { app: 'a' },
  { app: 'b' },
  { app: 'c', id: '1' },
  { app: 'a', id: '1' },
];

it('who selects an object, or may, is found by one key of its labels and by no second one', () => {
  const keysOf = keysOfSelecting(selectors);
  for (const selector of selectors)
    for (const each of labels) {
      const common = keysOf(selector).filter((key) => keysOfSelected(each).includes(key));
      const may = selector === undefined || each === undefined || matches(selector, each);
      assert.ok(common.length <= 1, JSON.stringify([selector, each]));
      assert.ok(common.length === 1 || !may, JSON.stringify([selector, each]));
    }
});

it('a selector of several labels is found by the rarest of them', () => {
  const keysOf = keysOfSelecting(selectors);
  const both = keysOf([requirement('app', 'In', 'a'), requirement('id', 'In', '1')]);
  assert.equal(
    both.some((key) => keysOfSelected({ app: 'a' }).includes(key)),
    false,
  );
  assert.equal(
    both.some((key) => keysOfSelected({ id: '1' }).includes(key)),
    true,
  );
});
