import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { ConstraintLinks, countsFor, isGranted } from '../../../../rules/facts/questions/constraints.ts';
import { isRefusal } from '../../../../rules/yaml/change.ts';

const route =
  'apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: {name: web}\nspec: {to: {kind: Service, name: web}}\n';
const web = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: web:latest
          volumeMounts: [{name: data, mountPath: /data}]
      volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
`;
const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
const binding = (role: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role}}
subjects: [{kind: ServiceAccount, name: web, namespace: shop}]
`;

/** The workspace of some files, each given again where others made something else of it. */
function given(files: Readonly<Record<string, string>>, profile: 'recommended' | 'strict' = 'recommended'): Workspace {
  const workspace = new Workspace(rules);
  const settings = { ...defaultSettings, profile };
  for (const [path, text] of Object.entries(files)) workspace.update({ path, text }, settings, { retain: true });
  workspace.stale();
  workspace.complete = true;
  workspace.refresh();
  return workspace;
}

/** What the rules that the constraints answer say of the pod and its namespace. */
function told(files: Readonly<Record<string, string>>, profile?: 'strict'): readonly string[] {
  const workspace = given({ '/r/web.yaml': web, '/r/ns.yaml': namespace, ...files }, profile);
  const ids = ['/r/web.yaml', '/r/ns.yaml'].flatMap((path) => workspace.findings(path).map(({ rule }) => rule));
  return ids.filter((id) => answered.includes(id)).sort();
}

const answered = [
  'image-tag-latest',
  'missing-pod-security-label',
  'privilege-escalation',
  'running-as-root',
  'seccomp-unset',
  'undropped-capabilities',
];
const ofImage = ['image-tag-latest'];

it('counts for all units below the root', () => {
  const other = web.replaceAll('web', 'other');
  const files = { '/r/overlays/a/ns.yaml': namespace, '/r/overlays/b/other.yaml': other, '/r/route.yaml': route };
  const found = given(files).findings('/r/overlays/a/ns.yaml');
  assert.deepEqual(
    found.map(({ rule }) => rule),
    ['missing-default-deny'],
  );
});

describe('what the restricted constraints of OpenShift set at admission', () => {
  it('is told without them, and to those who are strict', () => {
    assert.deepEqual(told({}), answered);
    assert.deepEqual(told({ '/r/route.yaml': route }, 'strict'), answered);
  });

  it('is not told where an object of the platform lies below the root', () => {
    assert.deepEqual(told({ '/r/route.yaml': route }), ofImage);
    assert.deepEqual(
      told({ '/r/b.yaml': binding('system:openshift:scc:nonroot-v2'), '/r/route.yaml': route }),
      ofImage,
    );
  });

  it('is told where the object is one of a variant, an example or an operator that runs elsewhere, too', () => {
    assert.deepEqual(told({ '/r/openshift/route.yaml': route }), answered);
    assert.deepEqual(told({ '/r/examples/a/route.yaml': route }), answered);
    assert.deepEqual(told({ '/r/chart/templates/route.yaml': route }), answered);
    assert.deepEqual(
      told({ '/r/nfd.yaml': 'apiVersion: nfd.openshift.io/v1\nkind: NodeFeatureDiscovery\nmetadata: {name: n}\n' }),
      answered,
    );
  });

  it('is told of an account that may use wider constraints', () => {
    const but = answered.filter((id) => id !== 'missing-pod-security-label');
    const scc = (more: string): string =>
      `apiVersion: security.openshift.io/v1\nkind: SecurityContextConstraints\nmetadata: {name: mine}\n${more}\n`;
    const use = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: uses}
rules: [{apiGroups: [security.openshift.io], resources: [securitycontextconstraints], resourceNames: [anyuid], verbs: [use]}]
`;
    assert.deepEqual(told({ '/r/route.yaml': route, '/r/b.yaml': binding('system:openshift:scc:anyuid') }), but);
    assert.deepEqual(told({ '/r/route.yaml': route, '/r/b.yaml': `${binding('uses')}---\n${use}` }), but);
    assert.deepEqual(told({ '/r/scc.yaml': scc("users: ['system:serviceaccount:shop:web']") }), but);
    assert.deepEqual(told({ '/r/scc.yaml': scc("groups: ['system:serviceaccounts:shop']") }), but);
    assert.deepEqual(told({ '/r/scc.yaml': scc("users: ['system:serviceaccount:shop:other']") }), ofImage);
    const own = (more: string): string =>
      scc(
        `runAsUser: {type: MustRunAsRange}\nallowPrivilegeEscalation: false\nrequiredDropCapabilities: [ALL]\ngroups: [system:authenticated]\n${more}`,
      );
    const mine = binding('system:openshift:scc:mine');
    assert.deepEqual(told({ '/r/scc.yaml': own(''), '/r/b.yaml': mine }), ofImage);
    for (const more of [
      'allowedCapabilities: [SYS_ADMIN]',
      'seccompProfiles: [unconfined]',
      'defaultAddCapabilities: [CHOWN]',
    ])
      assert.deepEqual(told({ '/r/scc.yaml': own(more), '/r/b.yaml': mine }), but, more);
    const looser = scc('runAsUser: {type: MustRunAsNonRoot}\nrequiredDropCapabilities: [MKNOD]');
    assert.deepEqual(told({ '/r/scc.yaml': looser, '/r/b.yaml': mine }), but);
  });

  it('is read in time that grows as the files do', () => {
    const links = new ConstraintLinks();
    const fact = { factKind: 'openshift', name: 'web', isRestricted: false, users: [], groups: [], isLocalImage: true };
    for (let i = 0; i < 20_000; i++)
      links.learn(`/r/team${i}/openshift/route.yaml`, [fact as unknown as Parameters<typeof links.learn>[1][number]]);
    // Every file against every other one would be 400 million comparisons.
    for (let i = 0; i < 20_000; i++) assert.deepEqual(links.imagesFor(`/r/team${i}/openshift/web.yaml`), ['web']);
    assert.equal(links.over('/r/team1/eks/web.yaml'), undefined);
  });
});

it('a name of a local ImageStream is no image with a tag', () => {
  const stream = (local: boolean): string =>
    `apiVersion: image.openshift.io/v1\nkind: ImageStream\nmetadata: {name: web}\nspec: {lookupPolicy: {local: ${local}}}\n`;
  assert.deepEqual(told({ '/r/stream.yaml': stream(true) }), []);
  assert.deepEqual(told({ '/r/stream.yaml': stream(false) }), ofImage);
});

it('fixes write no user where the platform gives one', () => {
  const titles = (files: Readonly<Record<string, string>>): readonly string[] => {
    const workspace = given({ '/r/web.yaml': web, ...files }, 'strict');
    const found = workspace.findings('/r/web.yaml').find(({ rule }) => rule === 'running-as-root');
    assert.ok(found !== undefined);
    return workspace.fixes(found).map((fix) => (isRefusal(fix) ? fix.refused : fix.title));
  };
  assert.match(titles({}).join(), /Run as user 10001/);
  assert.deepEqual(titles({ '/r/route.yaml': route }), ['Forbid root (OpenShift gives it a user)']);
});

it('a file that says nothing new changes nothing, and a copy goes its own way', () => {
  const links = new ConstraintLinks();
  assert.equal(links.learn('/r/a.yaml', []), false);
  const fact = {
    factKind: 'openshift',
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    name: 'web',
    namespace: undefined,
    isRestricted: false,
    users: [],
    groups: [],
    isLocalImage: false,
  } as const;
  assert.equal(links.learn('/r/a.yaml', [fact]), true);
  assert.equal(links.learn('/r/a.yaml', [fact]), false);
  const copy = links.fork();
  links.learn('/r/a.yaml', []);
  assert.equal(links.over('/r/b.yaml'), undefined);
  assert.deepEqual(copy.over('/r/b.yaml'), { grants: [] });
});

it('knows what a folder is for, and whom a grant means', () => {
  assert.equal(countsFor('/r/deploy/openshift/route.yaml', '/r/deploy/kubernetes/web.yaml'), false);
  assert.equal(countsFor('/r/deploy/openshift/route.yaml', '/r/deploy/openshift/web.yaml'), true);
  assert.equal(countsFor('/srv/openshift-apps/route.yaml', '/srv/openshift-apps/base/web.yaml'), true);
  const grants = [{ kind: 'Group', name: 'system:authenticated', namespace: undefined }];
  assert.equal(isGranted({ grants }, 'default', 'shop'), true);
  assert.equal(isGranted({ grants: [] }, 'default', 'shop'), false);
});
