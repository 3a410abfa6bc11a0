import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { Change, YamlValue } from '../../../../rules/yaml/change.ts';
import { Planner, planFor } from '../../../../rules/yaml/edit/planner.ts';
import { Field } from '../../../../rules/yaml/field.ts';
import { parseDocument } from '../../../../rules/yaml/parse.ts';

const document = parseDocument('a: {b: 1, c: [1, 2]}\nd:\n  - e: 1\n    f: {g: 2}\n  - 3\nh:\n');
const root = Field.root(document, true);
const path = fc.constantFrom<readonly (string | number)[]>(
  ...[['a'], ['a', 'b'], ['a', 'c'], ['a', 'c', 0], ['d'], ['d', 0], ['d', 0, 'e'], ['d', 0, 'f'], ['d', 1]],
  ...[['d', 0, 'f', 'new'], ['a', 'new'], ['h'], ['h', 'new'], ['new'], ['new', 'below']],
);
const value = fc.constantFrom<YamlValue>(1, 2, 'x', [1, 3], { b: 2 }, { g: { i: 1 } }, []);
const change: fc.Arbitrary<Change> = fc
  .tuple(path, value, fc.constantFrom('set', 'remove', 'append', 'rename', 'document'))
  .map(([at, wanted, kind]): Change => {
    const field = root.at(...at);
    if (kind === 'set') return field.set(wanted);
    if (kind === 'remove') return { kind, field };
    if (kind === 'append') return { kind, field, value: wanted };
    if (kind === 'rename') return { kind, field, to: `to${JSON.stringify(wanted)}` };
    return { kind: 'document', text: JSON.stringify(wanted) };
  });

it('is left as it was by changes that are refused', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (groups) => {
      const planner = new Planner(document);
      const taken = groups.filter((group) => planner.add(group) === undefined);
      refused += groups.length - taken.length;
      assert.deepEqual(planner.finish(), planFor(document, taken.flat()));
    }),
    { numRuns: 500 },
  );
  assert.ok(refused > 100, 'hardly anything was refused');
});
