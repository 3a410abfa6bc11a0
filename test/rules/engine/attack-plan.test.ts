import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import { rulesByWrittenId } from '../../../rules/contract/rule.ts';
import { deployedIn, placing } from '../../../rules/engine/attack-paths.ts';
import { joinedPlans, type Plan, planning } from '../../../rules/engine/attack-plan.ts';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import { heldEverywhere, type Manifest, pod, yamlOf } from '../../harness/attack.ts';

const byId = rulesByWrittenId(rules);
type ByPath = { readonly file: string };
const service: Manifest = {
  ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'app' } },
  spec: { type: 'LoadBalancer', selector: { app: 'web' }, ports: [{ port: 80 }] },
};
const base = yamlOf([pod(), service, ...heldEverywhere(':secrets:list')]);
const privileged = (ignore: string): string => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: app, labels: { app: web } }
spec:
  automountServiceAccountToken: false
  containers:
    - name: web
      image: example.com/web:1
      securityContext:
        ${ignore}
        privileged: true
---
${yamlOf([service])}
`;

/** The plans of files, and the paths of files whose texts were asked for. */
function plansOf(files: { readonly [path: string]: string }): { plans: Plan<ByPath>[]; needed: readonly string[] } {
  const workspace = new Workspace(rules);
  workspace.complete = true;
  for (const [path, text] of Object.entries(files)) workspace.update({ path, text }, defaultSettings, { retain: true });
  workspace.refresh();
  const needed = new Set<string>();
  const plans = deployedIn(workspace).map((deployed) => {
    const work = planning(
      workspace,
      deployed,
      { from: 'outside', to: [], protect: [], most: 1 },
      byId,
      placing(workspace, (file) => ({ file })),
    );
    let step = work.next();
    for (; step.done !== true; step = work.next()) if (step.value !== undefined) needed.add(step.value);
    return step.value;
  });
  return { plans, needed: [...needed] };
}

describe('the plan against attack paths', () => {
  it('has each edit with its place, what it closes and the fix that makes it', () => {
    const { plans, needed } = plansOf({ '/r/app.yaml': base });
    assert.equal(plans.length, 1);
    const [{ paths, edits, accepted, fewest }] = plans as [Plan<ByPath>];
    assert.deepEqual(needed, ['/r/app.yaml']);
    assert.deepEqual([paths.length, edits.length, accepted.length, fewest], [1, 1, 0, true]);
    const choice = edits[0]?.choices[0];
    assert.equal(choice?.edit, 'Remove the permission to list secrets from ClusterRole web');
    assert.deepEqual(choice?.closes, [paths[0]?.id]);
    assert.equal(choice?.fix?.rule, 'secret-access');
    assert.equal(choice?.at?.file, '/r/app.yaml');
    assert.deepEqual(
      paths[0]?.steps.map(({ edge, at }) => [edge, at?.file]),
      [
        ['entry.service', '/r/app.yaml'],
        ['pod.token', '/r/app.yaml'],
        ['api.secret', '/r/app.yaml'],
      ],
    );
  });

  it('proposes another edit where the author accepts what the first one mends', () => {
    const ignore = '# seaworthy-ignore privileged-container: it sets up the disks';
    const open = plansOf({ '/r/app.yaml': privileged('# it does something') }).plans[0];
    assert.deepEqual(
      open?.edits.map(({ choices }) => choices.map(({ edit }) => edit)),
      [['Set privileged: false in container web of Pod web']],
    );
    const { edits, accepted, paths, uncloseable } = plansOf({ '/r/app.yaml': privileged(ignore) })
      .plans[0] as Plan<ByPath>;
    assert.deepEqual(
      accepted.map(({ edit, reason }) => [edit, reason]),
      [['Set privileged: false in container web of Pod web', 'it sets up the disks']],
    );
    assert.deepEqual(
      edits.map(({ choices }) => choices.map(({ edit, unmade }) => [edit, unmade])),
      [[['Make Service web a ClusterIP', 'no rule has a fix for it']]],
    );
    assert.deepEqual([paths.length, uncloseable], [1, 0]);
  });

  it('puts the edit that a fix makes before its equals', () => {
    const { plans } = plansOf({ '/r/app.yaml': privileged('# it does something') });
    for (const { choices } of plans[0]?.edits ?? [])
      assert.deepEqual(
        choices.map(({ fix }) => fix === undefined),
        choices.map(({ fix }) => fix === undefined).sort(),
      );
  });

  it('tells once what is deployed in two ways, and apart what stands in two files', () => {
    const kustomization = (resource: string): string => `resources: [${resource}]\n`;
    const shared = plansOf({
      '/r/base/app.yaml': base,
      '/r/base/kustomization.yaml': kustomization('app.yaml'),
      '/r/dev/kustomization.yaml': kustomization('../base'),
      '/r/prod/kustomization.yaml': kustomization('../base'),
    });
    const one = joinedPlans(shared.plans);
    assert.deepEqual([one.paths.length, one.edits.length], [1, 1]);
    const apart = plansOf({
      '/r/dev/app.yaml': base,
      '/r/dev/kustomization.yaml': kustomization('app.yaml'),
      '/r/prod/app.yaml': base,
      '/r/prod/kustomization.yaml': kustomization('app.yaml'),
    });
    assert.equal(apart.plans.length, 2);
    const two = joinedPlans(apart.plans);
    assert.deepEqual([two.paths.length, two.edits.length], [2, 2]);
    const closed = two.edits.map(({ choices }) => choices[0]?.closes);
    assert.deepEqual(new Set(closed.flat()).size, 2);
  });
});
