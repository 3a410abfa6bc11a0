import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import type { Finding } from '../../../../rules/engine/findings/finding.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: example.com/web:1.2.3
          securityContext: {privileged: true, runAsUser: 0}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: worker, namespace: shop}
spec:
  selector: {matchLabels: {app: worker}}
  template:
    metadata: {labels: {app: worker}}
    spec:
      containers:
        - name: worker
          image: example.com/worker:1.2.3
          securityContext: {privileged: true}
`;
const service = (type: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: ${type}, selector: {app: web}, ports: [{port: 80}]}\n`;
const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: front, namespace: shop}
spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
`;

function scope(files: { readonly [path: string]: string }): Workspace {
  const workspace = new Workspace(rules);
  for (const [path, text] of Object.entries(files))
    workspace.update({ path, text }, { ...defaultSettings, profile: 'all' });
  workspace.complete = true;
  workspace.refresh();
  return workspace;
}

const of = (workspace: Workspace, rule: string, name = 'web'): Finding | undefined =>
  workspace.findings('web.yaml').find((finding) => finding.rule === rule && finding.resource?.name === name);

describe('what is found on a workload that is reached from outside', () => {
  it('weighs one step more, and says why', () => {
    const workspace = scope({ 'web.yaml': deployment, 'service.yaml': service('LoadBalancer') });
    const finding = of(workspace, 'privileged-container');
    assert.equal(finding?.severity, 'high');
    assert.deepEqual(finding?.raised, {
      severity: 'critical',
      reason: 'Reached from outside: Service web is a LoadBalancer.',
    });
    assert.equal(finding?.related.at(-1)?.path, 'service.yaml');
  });

  it('by way of an Ingress', () => {
    const workspace = scope({ 'web.yaml': deployment, 'service.yaml': service('ClusterIP'), 'ingress.yaml': ingress });
    assert.equal(
      of(workspace, 'privileged-container')?.raised?.reason,
      'Reached from outside: Ingress front leads to Service web.',
    );
  });

  it('and nothing else does', () => {
    const workspace = scope({ 'web.yaml': deployment, 'service.yaml': service('LoadBalancer') });
    assert.equal(of(workspace, 'privileged-container', 'worker')?.raised, undefined);
    const raised = workspace.findings('web.yaml').filter((finding) => finding.raised !== undefined);
    const tags = new Map(rules.map(({ id, tags }) => [id, tags]));
    assert.ok(raised.length > 1);
    for (const { rule, severity } of raised) {
      assert.deepEqual(tags.get(rule), [], rule);
      assert.notEqual(severity, 'info');
    }
    assert.deepEqual(
      scope({ 'web.yaml': deployment, 'service.yaml': service('ClusterIP') })
        .findings('web.yaml')
        .filter((finding) => finding.raised !== undefined),
      [],
    );
  });

  it('follows the Service as it changes', () => {
    const workspace = scope({ 'web.yaml': deployment, 'service.yaml': service('ClusterIP') });
    workspace.update({ path: 'service.yaml', text: service('NodePort') }, { ...defaultSettings, profile: 'all' });
    assert.ok(workspace.refresh().has('web.yaml'));
    assert.equal(of(workspace, 'privileged-container')?.raised?.severity, 'critical');
  });
});
