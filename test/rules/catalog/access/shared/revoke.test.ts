import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { rules } from '../../../../../rules/catalog/index.ts';
import type { Rule } from '../../../../../rules/contract/rule.ts';
import { Scope } from '../../../../harness/scope.ts';

const named = (...ids: readonly string[]): readonly Rule[] => rules.filter(({ id }) => ids.includes(id));

/** A role of these rules after everything was fixed; another parser than ours reads it. */
function fixed(ids: readonly string[], ...written: readonly string[]): unknown {
  const text = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: shop\nrules:\n${written
    .map((rule) => `  - ${rule}\n`)
    .join('')}`;
  const scope = new Scope(named(...ids), { language: 'yaml', text });
  assert.ok(scope.findings.length > 0, 'there is a finding');
  return parse(scope.fixAll(new Set(ids)) ?? text).rules;
}

const rule = (resources: string, verbs: string, more: object = {}, group = ''): object => ({
  apiGroups: [group],
  resources: resources.split(' '),
  ...more,
  verbs: verbs.split(' '),
});

describe('a permission that is taken out of a rule', () => {
  it('leaves the other verbs of its resource', () => {
    assert.deepEqual(fixed(['secret-access'], '{apiGroups: [""], resources: [secrets], verbs: [get, create]}'), [
      rule('secrets', 'create'),
    ]);
  });

  it('leaves the other resources as they were, and splits the rule', () => {
    assert.deepEqual(
      fixed(['secret-access'], '{apiGroups: [""], resources: [configmaps, secrets], verbs: [get, list, create]}'),
      [rule('configmaps', 'get list create'), rule('secrets', 'create')],
    );
    assert.deepEqual(
      fixed(
        ['workload-modification'],
        '{apiGroups: [apps], resources: [deployments, deployments/scale], verbs: [get, patch]}',
      ),
      [rule('deployments/scale', 'get patch', {}, 'apps'), rule('deployments', 'get', {}, 'apps')],
    );
  });

  it('leaves no verb that no request for the resource has', () => {
    assert.deepEqual(
      fixed(['token-request'], '{apiGroups: [""], resources: [pods, serviceaccounts/token], verbs: [get, create]}'),
      [rule('pods', 'get create')],
    );
  });

  it('takes the rule with its last one, where others stay', () => {
    assert.deepEqual(
      fixed(
        ['secret-access'],
        '{apiGroups: [""], resources: [secrets], verbs: [get]}',
        '{apiGroups: [""], resources: [pods], verbs: [get]}',
      ),
      [rule('pods', 'get')],
    );
  });

  it('takes one name of several and keeps the others', () => {
    assert.deepEqual(
      fixed(
        ['cluster-configmap-modification'],
        '{apiGroups: [""], resources: [configmaps], resourceNames: [aws-auth, web], verbs: [get, update]}',
      ),
      [
        rule('configmaps', 'get update', { resourceNames: ['web'] }),
        rule('configmaps', 'get', { resourceNames: ['aws-auth'] }),
      ],
    );
    assert.deepEqual(
      fixed(
        ['rbac-bind'],
        '{apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], resourceNames: [view, cluster-admin], verbs: [bind]}',
      ),
      [rule('clusterroles', 'bind', { resourceNames: ['view'] }, 'rbac.authorization.k8s.io')],
    );
  });

  it('waits until the star is written out', () => {
    assert.deepEqual(
      fixed(['secret-access', 'wildcard-verbs'], '{apiGroups: [""], resources: [secrets], verbs: ["*"]}'),
      [rule('secrets', 'create update delete deletecollection')],
    );
  });

  it('is one part of a part that stands for several', () => {
    const whole = '{apiGroups: [""], resources: ["*/status"], verbs: [update]}';
    assert.deepEqual(fixed(['service-status-modification'], whole), [rule('*/status', 'update')]);
  });
});

describe('what is never left behind in bulk', () => {
  it('is a role without rules', () => {
    assert.deepEqual(fixed(['secret-access'], '{apiGroups: [""], resources: [secrets], verbs: [get]}'), [
      rule('secrets', 'get'),
    ]);
    const two = ['{apiGroups: [""], resources: [secrets], verbs: [get]}'];
    two.push('{apiGroups: [""], resources: [pods/exec], verbs: [create]}');
    assert.deepEqual(fixed(['secret-access', 'pod-exec'], ...two), [
      rule('secrets', 'get'),
      rule('pods/exec', 'create'),
    ]);
  });

  it('is a rule without resources or verbs, which the API server refuses', () => {
    for (const list of ['[secrets, pods/exec]', '\n    - secrets\n    - pods/exec']) {
      const written = `apiGroups: [""]\n    resources: ${list.replaceAll('\n    ', '\n      ')}\n    verbs: [get, create]`;
      const left = fixed(['secret-access', 'pod-exec'], written, '{apiGroups: [""], resources: [pods], verbs: [get]}');
      assert.deepEqual(left, [rule('pods', 'get'), rule('secrets', 'create')]);
    }
    assert.deepEqual(
      fixed(
        ['workload-modification', 'pod-creation', 'object-deletion', 'network-modification'],
        '{apiGroups: [apps, ""], resources: [deployments, services], verbs: [create, get, update, delete]}',
        '{apiGroups: [shop.example.com], resources: [carts], verbs: [get]}',
      ),
      [
        { apiGroups: ['apps', ''], resources: ['services'], verbs: ['get'] },
        rule('carts', 'get', {}, 'shop.example.com'),
        { apiGroups: ['apps', ''], resources: ['deployments'], verbs: ['get'] },
      ],
    );
    assert.deepEqual(
      fixed(
        ['pod-creation', 'object-deletion'],
        '{apiGroups: [""], resources: [pods], verbs: [create, delete]}',
        '{apiGroups: [""], resources: [pods], verbs: [get]}',
      ),
      [rule('pods', 'get')],
    );
  });

  it('is a binding without subjects', () => {
    const bound = (...subjects: readonly string[]): unknown => {
      const text = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: shop\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: shop}\nsubjects:\n${subjects.map((name) => `  - {kind: Group, name: "${name}"}\n`).join('')}`;
      const scope = new Scope(named('authenticated-binding', 'anonymous-binding', 'system-masters-binding'), {
        language: 'yaml',
        text,
      });
      assert.ok(scope.findings.length > 0, 'there is a finding');
      for (const finding of scope.findings) assert.ok(scope.fixes(finding).some((fix) => 'edits' in fix));
      return (
        parse(scope.fixAll(new Set(scope.findings.map(({ rule: id }) => id))) ?? text).subjects as { name: string }[]
      ).map(({ name }) => name);
    };
    assert.deepEqual(bound('system:authenticated'), ['system:authenticated']);
    assert.deepEqual(bound('system:authenticated', 'system:unauthenticated'), [
      'system:authenticated',
      'system:unauthenticated',
    ]);
    assert.deepEqual(bound('system:authenticated', 'shop-admins'), ['shop-admins']);
  });
});

describe('what is taken unasked', () => {
  const role = (rules: string): string =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: shop\nrules:\n${rules}`;
  const both =
    '  - {apiGroups: [""], resources: [secrets, pods/exec], verbs: [get, create]}\n  - {apiGroups: [apps], resources: [deployments], verbs: [get, update]}\n';

  it('is no permission that a program may use, since no file says that none does', () => {
    const scope = new Scope(named('secret-access', 'pod-exec', 'workload-modification'), {
      language: 'yaml',
      text: role(both),
    });
    assert.ok(scope.findings.some(({ rule: id }) => id === 'secret-access'));
    const fixes = scope.findings.flatMap((finding) => scope.fixes(finding));
    assert.ok(fixes.some((fix) => 'title' in fix && /secrets/.test(fix.title)));
    const after = parse(scope.fixAll() ?? scope.text).rules;
    assert.deepEqual(after, parse(role(both)).rules);
  });

  it('is what no request needs', () => {
    const text = role('  - {apiGroups: [""], resources: [pods], resourceNames: [web], verbs: [get, create]}\n');
    const scope = new Scope(named('nameless-verb'), { language: 'yaml', text });
    assert.deepEqual(parse(scope.fixAll() ?? text).rules, [rule('pods', 'get', { resourceNames: ['web'] })]);
  });
});

describe('what is said of a role that is left without rules', () => {
  it('stands in the title', () => {
    const text =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: shop\nrules:\n  - apiGroups: [""]\n    resources: [secrets]\n    verbs: [get]\n';
    const scope = new Scope(named('secret-access'), { language: 'yaml', text });
    const [fix] = scope.findings.flatMap((finding) => scope.fixes(finding));
    assert.ok(fix !== undefined && 'title' in fix);
    assert.equal(
      fix.title,
      'Remove secrets (reading them fails), which leaves shop without rules (if nobody needs it)',
    );
  });
});

it('a permission of a role that an account holds is left to a person, even where its rule is named', () => {
  const role =
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: manager}\nrules:\n  - {apiGroups: [""], resources: [secrets], verbs: [get, create]}\n';
  const binding = (subject: string): string =>
    `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: manager}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: manager}\nsubjects: [${subject}]\n`;
  const after = (subject: string): string | undefined => {
    const scope = new Scope(named('secret-access'), { language: 'yaml', text: role + binding(subject) });
    return scope.fixAll(new Set(['secret-access']));
  };
  assert.equal(after('{kind: ServiceAccount, name: manager, namespace: shop}'), undefined);
  assert.match(after('{apiGroup: rbac.authorization.k8s.io, kind: Group, name: operators}') ?? '', /verbs: \[create\]/);
});
