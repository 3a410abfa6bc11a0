import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linksAt, linksIn, usesAt } from '../../../rules/engine/links.ts';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';

const account = (namespace: string): string =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: ${namespace}}\n`;
const role =
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: reader, namespace: shop}\nrules: []\n';
const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: readers, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects:
- {kind: ServiceAccount, name: web}
- {kind: ServiceAccount, name: web, namespace: other}
- {kind: User, name: web}
`;
const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      serviceAccountName: web
      containers:
      - name: web
        image: example.com/cart:1.2.3
        envFrom:
        - configMapRef: {name: settings}
        - secretRef: {name: passwords}
`;
const policy =
  'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: shop}\nspec:\n  podSelector: {matchLabels: {app: web}}\n';
const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shop}\ndata: {a: b}\n';

const files: { readonly [path: string]: string } = {
  '/r/accounts.yaml': `${account('shop')}---\n${account('other')}`,
  '/r/role.yaml': role,
  '/r/binding.yaml': binding,
  '/r/web.yaml': deployment,
  '/r/policy.yaml': policy,
  '/r/map.yaml': map,
  '/r/cart/Dockerfile': 'FROM scratch\nUSER 1\n',
};

function given(more: { readonly [path: string]: string } = {}): Workspace {
  const workspace = new Workspace([]);
  for (const [path, text] of Object.entries({ ...files, ...more }))
    workspace.update({ path, text, name: path.slice(3) }, defaultSettings, { retain: true });
  workspace.complete = true;
  workspace.refresh();
  return workspace;
}

/** Each link of a file as the word it stands on and what it leads to. */
const links = (workspace: Workspace, path: string): readonly string[] =>
  linksIn(workspace, path).map(({ span, to, what }) => {
    const word = workspace.text(path)?.slice(span.start, span.end);
    const places = to.map((place) => {
      const line = workspace.lines(place.path)?.positionAt(place.span.start).line;
      return `${place.path.slice(3)}:${line}`;
    });
    return `${word}: ${what} ${places.join(' ')}`;
  });

describe('links', () => {
  it('lead from a workload to its account, its maps and the Dockerfile of its image', () => {
    assert.deepEqual(links(given(), '/r/web.yaml'), [
      'web: the account accounts.yaml:2',
      'example.com/cart:1.2.3: perhaps the Dockerfile that builds it cart/Dockerfile:0',
      'settings: the ConfigMap map.yaml:2',
    ]);
  });

  it('lead from a binding to its role and to each account in its own namespace', () => {
    assert.deepEqual(links(given(), '/r/binding.yaml'), [
      'reader: the role role.yaml:2',
      'web: the account accounts.yaml:2',
      'web: the account accounts.yaml:6',
    ]);
  });

  it('lead from a policy to the pods that it selects, all of them', () => {
    const other = deployment.replace('{name: web, namespace', '{name: again, namespace');
    assert.deepEqual(links(given({ '/r/again.yaml': other }), '/r/policy.yaml'), [
      'podSelector: the pods that it selects again.yaml:2 web.yaml:2',
    ]);
  });

  it('are not there for what no file shows, and follow what changes', () => {
    const workspace = given();
    workspace.remove('/r/map.yaml');
    workspace.remove('/r/cart/Dockerfile');
    assert.deepEqual(links(workspace, '/r/web.yaml'), ['web: the account accounts.yaml:2']);
    assert.deepEqual(linksIn(workspace, '/r/nothing.yaml'), []);
  });

  it('of several accounts alike lead to the nearest', () => {
    const workspace = given({ '/r/a/web.yaml': deployment, '/r/a/account.yaml': account('shop') });
    assert.equal(links(workspace, '/r/a/web.yaml')[0], 'web: the account a/account.yaml:2');
  });
});

describe('uses', () => {
  const uses = (path: string, word: string): readonly string[] | undefined => {
    const workspace = given();
    return usesAt(workspace, path, files[path]?.indexOf(word) ?? 0)?.uses.map(({ path: file, span }) => {
      const { line = 0 } = workspace.lines(file)?.positionAt(span.start) ?? {};
      return `${file.slice(3)}:${line}`;
    });
  };

  it('of an account are the pods and the bindings that name it, from its own place and from where it is named', () => {
    assert.deepEqual(uses('/r/accounts.yaml', 'web, namespace: shop'), ['binding.yaml:5', 'web.yaml:8']);
    assert.deepEqual(uses('/r/accounts.yaml', 'web, namespace: other'), ['binding.yaml:6']);
    assert.deepEqual(uses('/r/web.yaml', 'web\n      containers'), ['binding.yaml:5', 'web.yaml:8']);
  });

  it('of a role are its bindings, and of nothing else there are any', () => {
    assert.deepEqual(uses('/r/role.yaml', 'reader'), ['binding.yaml:3']);
    assert.equal(uses('/r/map.yaml', 'settings'), undefined);
    assert.deepEqual(linksAt(given(), '/r/role.yaml', 0), []);
  });
});
