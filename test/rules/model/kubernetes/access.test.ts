import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PolicyRule } from '../../../../rules/model/kubernetes/access.ts';
import { resource } from './read.ts';

function rule(text: string): PolicyRule {
  const [first] = resource(
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: r}\nrules:\n  - ${text}\n`,
  ).rules;
  if (first === undefined) throw new Error('no rule');
  return first;
}

describe('what a rule covers, as the authorizer has it', () => {
  it('group, resource and verb must all fit', () => {
    const r = rule('{apiGroups: [""], resources: [pods], verbs: [get]}');
    assert.ok(r.grants('', 'pods', ['get']));
    assert.equal(r.grants('apps', 'pods', ['get']), undefined);
    assert.equal(r.grants('', 'pods', ['list']), undefined);
  });

  it('a star covers everything, subresources among it', () => {
    const r = rule('{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}');
    assert.equal(r.grants('', 'pods/exec', ['create'])?.resource.text, '*');
  });

  it('pods does not cover pods/exec, pods/* nothing, */exec the exec of everything', () => {
    assert.equal(
      rule('{apiGroups: [""], resources: [pods], verbs: [create]}').grants('', 'pods/exec', ['create']),
      undefined,
    );
    assert.equal(
      rule('{apiGroups: [""], resources: ["pods/*"], verbs: [create]}').grants('', 'pods/exec', ['create']),
      undefined,
    );
    assert.ok(rule('{apiGroups: [""], resources: ["*/exec"], verbs: [create]}').grants('', 'pods/exec', ['create']));
  });

  it('names the exact word before a star', () =>
    assert.equal(
      rule('{apiGroups: [""], resources: ["*", secrets], verbs: ["*", get]}').grants('', 'secrets', ['get'])?.resource
        .text,
      'secrets',
    ));
});

it("rules of an aggregated role are its controller's", () => {
  const text =
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: all}\naggregationRule: {clusterRoleSelectors: [{matchLabels: {team: shop}}]}\nrules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]\n';
  assert.deepEqual(resource(text).rules, []);
});

it('only three stars together are unlimited', () => {
  assert.equal(rule('{apiGroups: ["*"], resources: ["*"], verbs: [get, "*"]}').unlimited, true);
  assert.equal(rule('{apiGroups: [""], resources: ["*"], verbs: ["*"]}').unlimited, false);
});
