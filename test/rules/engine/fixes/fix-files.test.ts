import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import type { FixAllResult } from '../../../../rules/engine/fixes/fix-all.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';

const service =
  'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n';
const pod = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: shop\n  labels:\n    app: ${name}\nspec:\n  hostPID: true\n  containers:\n    - name: c\n      image: registry.example.com/c:1.2\n`;

function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace(rules);
  for (const [path, text] of Object.entries(files)) workspace.update({ path, text }, defaultSettings, { retain: true });
  workspace.complete = true;
  workspace.refresh();
  return workspace;
}

/** @returns what becomes of files, and which were looked at in turn. */
function fixed(workspace: Workspace, paths: readonly string[]): readonly [ReadonlyMap<string, FixAllResult>, string[]] {
  const fixing = workspace.fixingFiles(paths, 'review', new Set(['privilege-escalation']));
  const asked: string[] = [];
  let step = fixing.next();
  for (; step.done !== true; step = fixing.next()) asked.push(step.value);
  return [step.value, asked];
}

describe('many files are fixed', () => {
  const files = { 'a.yaml': pod('a'), 'b.yaml': pod('b'), 'service.yaml': service };

  it('until none changes any more; those that did not change are left out', () => {
    const [results, asked] = fixed(workspaceOf(files), ['a.yaml', 'b.yaml', 'service.yaml', 'missing.yaml']);
    assert.deepEqual([...results.keys()], ['a.yaml', 'b.yaml']);
    assert.match(results.get('a.yaml')?.text ?? '', /allowPrivilegeEscalation: false/);
    assert.deepEqual(asked.slice(0, 4), ['a.yaml', 'b.yaml', 'service.yaml', 'missing.yaml'], 'before each file');
    assert.equal(asked.length, 8, 'and once more, to see that nothing is left');
  });

  it('on a copy, so that it can be stopped', () => {
    const workspace = workspaceOf(files);
    workspace.fixingFiles(['a.yaml'], 'review').next();
    fixed(workspace, ['a.yaml']);
    assert.equal(workspace.text('a.yaml'), pod('a'));
    assert.ok(workspace.findings('a.yaml').some(({ rule }) => rule === 'privilege-escalation'));
  });
});
