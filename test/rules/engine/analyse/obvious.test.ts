import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import type { Profile } from '../../../../rules/contract/profile.ts';
import type { Finding } from '../../../../rules/engine/findings/finding.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { found } from '../../../harness/recommended.ts';

const role = (name: string, body: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: ${name} }\nrules:\n${body}`;

const rule = (group: string, resources: string, verbs: string): string =>
  `  - { apiGroups: [${group}], resources: [${resources}], verbs: [${verbs}] }\n`;

function findingsOf(text: string, profile: Profile = 'recommended'): readonly Finding[] {
  const workspace = new Workspace(rules);
  workspace.complete = true;
  workspace.update({ path: '/r/role.yaml', text }, { ...defaultSettings, profile });
  workspace.stale();
  workspace.refresh();
  return workspace.findings('/r/role.yaml');
}

const rbac = 'rbac.authorization.k8s.io';

describe('what another finding of the file tells', () => {
  const stars = role(
    'shop',
    rule('networking.k8s.io', 'ingresses', '"*"') + rule('apps', 'deployments', '"*"') + rule('""', 'services', '"*"'),
  );

  it('of one permission that several rules of a role give is told once, at the gravest', () => {
    const told = findingsOf(stars).filter((one) => one.rule === 'wildcard-verbs');
    assert.deepEqual(
      told.map(({ severity, span, related }) => [
        severity,
        stars.slice(0, span.start).split('\n').length,
        related.length,
      ]),
      [['high', 6, 2]],
    );
  });

  it('is told to those who are strict, and of each role', () => {
    const count = (text: string, profile: Profile = 'recommended'): number =>
      findingsOf(text, profile).filter((one) => one.rule === 'wildcard-verbs').length;
    assert.equal(count(stars, 'strict'), 3);
    assert.equal(count(`${stars}---\n${stars.replace('name: shop', 'name: cart')}`), 2);
  });

  it('of a role that may bind or escalate is that it may change bindings', () => {
    const changes = rule(rbac, 'rolebindings', 'create');
    const told = (text: string, profile: Profile = 'recommended'): readonly string[] =>
      found('role.yaml', text, profile).filter((id) => /^(?:binding-modification|rbac-)/.test(id));
    for (const [verb, id] of [
      ['bind', 'rbac-bind'],
      ['escalate', 'rbac-escalate'],
    ] as const) {
      const both = role('shop', changes + rule(rbac, 'clusterroles', verb));
      assert.deepEqual(told(both), [id]);
      assert.deepEqual(told(both, 'strict'), ['binding-modification', id]);
      assert.deepEqual(told(`${role('shop', changes)}---\n${role('cart', rule(rbac, 'clusterroles', verb))}`), [
        'binding-modification',
        id,
      ]);
    }
  });

  it('is told where what tells it is ignored', () => {
    const ignored = stars.replace(
      /( {2}- \{ apiGroups: \[apps\])/,
      '  # seaworthy-ignore wildcard-verbs: it deploys\n$1',
    );
    assert.deepEqual(
      findingsOf(ignored).flatMap((one) => (one.rule === 'wildcard-verbs' ? [one.severity] : [])),
      ['medium'],
    );
  });

  it('of a star that is bind and escalate, too, is told as these; of another star in the role by itself', () => {
    const text = role('shop', rule(rbac, 'clusterroles, rolebindings', '"*"') + rule('""', 'pods', '"*"'));
    const told = found('role.yaml', text).filter((id) => /^(?:binding-modification|rbac-|wildcard-verbs)/.test(id));
    assert.deepEqual(told, ['rbac-bind', 'rbac-escalate', 'wildcard-verbs']);
  });

  it('in tests is told once a file, as medium at most; but every secret', () => {
    const pod = (name: string): string =>
      `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: shop }\nspec:\n  hostPID: true\n  containers: [{ name: a, image: "registry.example.com/web:1", env: [{ name: API_TOKEN, value: hD8fk2Lq9sPz7Tn3Vx5B${name} }] }]\n`;
    const told = (path: string): readonly string[] => {
      const workspace = new Workspace(rules);
      workspace.complete = true;
      workspace.update({ path: `/r/${path}`, name: path, text: `${pod('a')}---\n${pod('b')}` }, defaultSettings);
      workspace.stale();
      workspace.refresh();
      return workspace
        .findings(`/r/${path}`)
        .filter(({ rule: id }) => id === 'host-pid' || id === 'literal-secret-in-env')
        .map(({ rule: id, severity }) => `${id} ${severity}`)
        .toSorted();
    };
    const secrets = ['literal-secret-in-env high', 'literal-secret-in-env high'];
    assert.deepEqual(told('tests/pods.yaml'), ['host-pid medium', ...secrets]);
    assert.deepEqual(told('k8s/pods.yaml'), ['host-pid high', 'host-pid high', ...secrets]);
  });

  it('of one cause is told once, with the places of all, unless somebody is strict', () => {
    const pod = (name: string, token: string): string =>
      `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: shop }\nspec:\n  containers: [{ name: a, image: mysql:5.7.1, env: [{ name: API_TOKEN, value: ${token} }] }]\n`;
    const text = [
      pod('a', 'hD8fk2Lq9sPz7Tn3Vx5B'),
      pod('b', 'hD8fk2Lq9sPz7Tn3Vx5B'),
      pod('c', 'kQ9fk2Lq9sPz7Tn3Vx5C'),
    ].join('---\n');
    const told = (profile: Profile): readonly string[] =>
      findingsOf(text, profile)
        .filter(({ rule: id }) => id === 'end-of-life-image' || id === 'literal-secret-in-env')
        .map(({ rule: id, related }) => `${id} ${related.length}`);
    assert.deepEqual(told('recommended').toSorted(), [
      'end-of-life-image 2',
      'literal-secret-in-env 0',
      'literal-secret-in-env 1',
    ]);
    assert.equal(told('strict').length, 6);
    const causes = findingsOf(text).flatMap(({ cause }) => cause ?? []);
    assert.ok(causes.length > 0 && causes.every((cause) => !cause.includes('hD8f')));
    assert.deepEqual(
      findingsOf(text, 'strict').flatMap(({ cause }) => cause ?? []),
      [],
    );
  });

  it('of a pod that tests a release of a chart is what tests need', () => {
    const pod = (annotations: string): readonly string[] =>
      found(
        'pod.yaml',
        `apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop, annotations: {${annotations}} }\nspec:\n  hostPID: true\n  containers: [{ name: a, image: "registry.example.com/web:latest" }]\n`,
      ).filter((id) => id === 'image-tag-latest' || id === 'host-pid');
    assert.deepEqual(pod('helm.sh/hook: test'), ['host-pid']);
    assert.deepEqual(pod('helm.sh/hook: pre-install'), ['host-pid', 'image-tag-latest']);
  });
});
