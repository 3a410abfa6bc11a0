import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deployedIn } from '../../../rules/engine/attack-paths.ts';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import { type Manifest, pod, yamlOf } from '../../harness/attack.ts';

const other = (): Manifest => pod({ serviceAccountName: 'other' }, {}, { name: 'other' });

describe('what is deployed together', () => {
  const deployment = (folder: string, text: string): { path: string; text: string } => ({
    path: `/r/${folder}/app.yaml`,
    text,
  });
  const base = yamlOf([pod(), other()]);
  const fill = (workspace: Workspace, folder: string, text: string): void => {
    workspace.update({ path: `/r/${folder}/kustomization.yaml`, text: 'resources: [app.yaml]\n' }, defaultSettings, {});
    workspace.update(deployment(folder, text), defaultSettings, { retain: true });
  };

  it('is the same as long as no fact changes, and is each unit by itself', () => {
    const workspace = new Workspace([]);
    for (const folder of ['a', 'b']) fill(workspace, folder, base);
    const first = deployedIn(workspace);
    assert.deepEqual(
      first.map(({ facts, files }) => [facts.byKind.workload.length, files?.has('/r/a/app.yaml')]),
      [
        [2, true],
        [2, false],
      ],
    );
    workspace.update(deployment('a', `# a comment\n${base}`), defaultSettings, { retain: true });
    assert.equal(deployedIn(workspace), first);
    workspace.update(deployment('a', yamlOf([pod()])), defaultSettings, { retain: true });
    assert.deepEqual(
      deployedIn(workspace).map(({ facts }) => facts.byKind.workload.length),
      [1, 2],
    );
    assert.equal(first[0]?.facts.byKind.workload.length, 2);
  });
});
