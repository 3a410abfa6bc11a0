import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../../rules/catalog/index.ts';
import type { Profile } from '../../../../../rules/contract/profile.ts';
import { isRelease, type ReleaseMarks } from '../../../../../rules/engine/analyse/units/release.ts';
import type { Finding } from '../../../../../rules/engine/findings/finding.ts';
import { defaultSettings } from '../../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../../rules/engine/workspace.ts';

const none: ReleaseMarks = { charted: 0, versioned: 0, definitions: 0, roles: 0, workloads: 0 };

const role = (name: string, labels: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: ${name}, labels: {${labels}} }
rules:
  - { apiGroups: [admissionregistration.k8s.io], resources: [validatingwebhookconfigurations], verbs: [update] }
`;

const workload = (labels: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop, labels: {${labels}} }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      hostPID: true
      containers: [{ name: web, image: "docker.io/library/node:18" }]
`;

const installed = (labels: string): string =>
  [role('a', labels), role('b', labels), workload(labels), workload(labels).replace('name: web,', 'name: job,')].join(
    '---\n',
  );

function findingsOf(text: string, profile: Profile = 'recommended', askedFor = '/r'): readonly Finding[] {
  const workspace = new Workspace(rules);
  workspace.complete = true;
  workspace.update({ path: '/r/web.yaml', text, askedFor }, { ...defaultSettings, profile });
  workspace.stale();
  workspace.refresh();
  return workspace.findings('/r/web.yaml');
}

describe('a release of others', () => {
  const chart = 'helm.sh/chart: web-1.2.0';

  it('is a program with what it needs of the cluster, in one file that a tool wrote', () => {
    const program = { ...none, workloads: 1, roles: 1 };
    assert.equal(isRelease([program, { ...none, charted: 2 }], 0), true);
    assert.equal(isRelease([program, undefined, { ...none, versioned: 8 }], 0), true);
    assert.equal(isRelease([program, { ...none, versioned: 7 }], 0), false);
    assert.equal(isRelease([{ ...none, workloads: 1, definitions: 1 }], 30_000), true);
    assert.equal(isRelease([{ ...none, workloads: 1, definitions: 1 }], 3_000), false);
    assert.equal(isRelease([program], 90_000), false, 'a role alone says nothing');
    assert.equal(isRelease([{ ...none, workloads: 9, charted: 9 }], 0), false, 'somebody rendered their own');
    assert.equal(isRelease([{ ...none, roles: 9, charted: 9 }], 0), false, 'nothing runs');
  });

  it('has each kind of finding once, of medium weight, and those on images once an image', () => {
    const told = findingsOf(installed(chart)).map(({ rule, severity }) => `${rule} ${severity}`);
    assert.deepEqual(told.toSorted(), ['end-of-life-image medium', 'host-pid medium', 'webhook-control medium']);
    const [first] = findingsOf(installed(chart)).filter(({ rule }) => rule === 'webhook-control');
    assert.equal(first?.related.length, 1);
  });

  it('is told whole to those who are strict or ask for the file, and where nothing says so', () => {
    const webhooks = (...from: Parameters<typeof findingsOf>): readonly string[] =>
      findingsOf(...from).flatMap(({ rule, severity }) => (rule === 'webhook-control' ? [severity] : []));
    assert.deepEqual(webhooks(installed(chart), 'strict'), ['critical', 'critical']);
    assert.deepEqual(webhooks(installed(chart), 'recommended', '/r/web.yaml'), ['critical', 'critical']);
    assert.deepEqual(webhooks(installed('app: web')), ['critical', 'critical']);
    assert.ok(findingsOf(installed('app: web')).some(({ rule }) => rule === 'running-as-root'));
  });

  it('may say where it was rendered in a comment or in labels of older charts', () => {
    const comment = installed('').replaceAll('apiVersion', '# Source: web/templates/all.yaml\napiVersion');
    for (const text of [comment, installed('heritage: Tiller')])
      assert.ok(!findingsOf(text).some(({ rule }) => rule === 'running-as-root'));
  });
});
