import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import { rulesByWrittenId } from '../../../rules/contract/rule.ts';
import { type AttackMarks, isCurrent, markingPaths, tellsOf } from '../../../rules/engine/attack-marks.ts';
import { deployedIn } from '../../../rules/engine/attack-paths.ts';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import { heldEverywhere, type Manifest, pod, yamlOf } from '../../harness/attack.ts';

const byId = rulesByWrittenId(rules);
const service: Manifest = {
  ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'app' } },
  spec: { type: 'LoadBalancer', selector: { app: 'web' }, ports: [{ port: 80 }] },
};
const app = yamlOf([pod({}, { securityContext: { privileged: true } }), service]);
const access = yamlOf([...heldEverywhere(':secrets:list')]);

function given(files: { readonly [path: string]: string }): Workspace {
  const workspace = new Workspace([]);
  for (const [path, text] of Object.entries(files)) workspace.update({ path, text }, defaultSettings, { retain: true });
  return workspace;
}

function marksIn(workspace: Workspace): AttackMarks {
  const work = markingPaths(workspace, deployedIn(workspace), { from: 'outside', to: [], protect: [], most: 1 });
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

describe('marks of attack paths', () => {
  it('stand at each cause, with what it opens and the steps', () => {
    const { causes } = marksIn(given({ 'app.yaml': app, 'access.yaml': access }));
    const [privileged] = causes.get('app.yaml') ?? [];
    assert.equal(privileged?.says, 'Opens 1 of 2 ways from outside: to a node of the cluster in 2 steps.');
    const [role] = causes.get('access.yaml') ?? [];
    assert.equal(role?.says, 'Opens 1 of 2 ways from outside: to every secret of the cluster in 3 steps.');
    assert.deepEqual(
      role?.steps.map(({ fact }) => fact.ref.file),
      ['app.yaml', 'app.yaml', 'access.yaml'],
    );
    assert.ok(privileged !== undefined && tellsOf(byId.get('privileged-container'), privileged));
    assert.ok(!tellsOf(byId.get('secret-access'), privileged));
  });

  it('say how far from outside workloads are that ways go through, and of no others', () => {
    const { reached } = marksIn(
      given({ 'app.yaml': app, 'access.yaml': access, 'db.yaml': yamlOf([pod({}, {}, { name: 'db', labels: {} })]) }),
    );
    assert.deepEqual(
      [...reached].map(([file, marks]) => [file, marks.map(({ says }) => says)]),
      [['app.yaml', ['1 step from outside, on 2 ways to a node of the cluster']]],
    );
  });

  it('count as long as the text says what it said, wherever it stands', () => {
    const workspace = given({ 'app.yaml': app });
    const [mark] = marksIn(workspace).causes.get('app.yaml') ?? [];
    assert.ok(mark !== undefined && isCurrent(workspace, mark));
    workspace.update({ path: 'app.yaml', text: `# moved\n${app}` }, defaultSettings, { retain: true });
    assert.ok(isCurrent(workspace, mark));
    workspace.update(
      { path: 'app.yaml', text: app.replace('"privileged":true', '"privileged":false') },
      defaultSettings,
      { retain: true },
    );
    assert.ok(!isCurrent(workspace, mark));
    workspace.remove('app.yaml');
    assert.ok(!isCurrent(workspace, mark));
  });

  it('are none where no way is', () => {
    const { causes, reached } = marksIn(given({ 'app.yaml': yamlOf([pod(), service]) }));
    assert.deepEqual([causes.size, reached.size], [0, 0]);
  });
});
