import assert from 'node:assert/strict';
import { it } from 'node:test';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import { factsWithin } from '../../../rules/facts/within.ts';
import { pod, yamlOf } from '../../harness/attack.ts';

it('lets only some files speak', () => {
  const workspace = new Workspace([]);
  workspace.complete = true;
  for (const name of ['a', 'b'])
    workspace.update({ path: `${name}.yaml`, text: yamlOf([pod({}, {}, { name })]) }, defaultSettings);
  workspace.refresh();
  const facts = factsWithin(workspace.facts(), new Set(['a.yaml']));
  const [only, ...others] = facts.byKind.workload;
  assert.ok(only !== undefined && others.length === 0 && only.name === 'a');
  assert.deepEqual([facts.named('workload', 'a').length, facts.named('workload', 'b').length], [1, 0]);
  assert.deepEqual(
    facts.near('workload', only).map(({ name }) => name),
    ['a'],
  );
  assert.equal(facts.namespaceOf(only), 'app');
});
