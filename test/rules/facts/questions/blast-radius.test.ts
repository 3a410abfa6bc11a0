import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type RadiusItem, radiusOfWorkload } from '../../../../rules/facts/questions/blast-radius.ts';
import { whoHas } from '../../../../rules/facts/questions/grants.ts';
import { takeover } from '../../../../rules/model/kubernetes/strong-permissions.ts';
import { factsOf, held, heldEverywhere, type Manifest, pod, podWith } from '../../../harness/attack.ts';

const rbac = 'rbac.authorization.k8s.io';
function radius(objects: readonly Manifest[]): ReturnType<typeof radiusOfWorkload> {
  const facts = factsOf(objects);
  const [workload] = facts.byKind.workload;
  assert.ok(workload);
  return radiusOfWorkload(facts, workload);
}
const dangers = (items: readonly RadiusItem[]): readonly string[] =>
  items.flatMap(({ notes, danger }) => (danger ? [notes.at(-1) ?? ''] : []));
const binding = (roleName: string, metadata: Manifest = { namespace: 'app' }): Manifest => ({
  ...{ apiVersion: `${rbac}/v1`, kind: 'RoleBinding', metadata: { name: 'own', ...metadata } },
  roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: roleName },
  subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'app' }],
});

describe('what an account may do, in a blast radius', () => {
  it('holds the roles that every cluster has', () => {
    const { may } = radius([pod(), binding('edit')]);
    assert.ok(dangers(may).includes('may get tokens of every account'));
    assert.deepEqual(dangers(radius([pod(), binding('view')]).may), []);
  });

  it('calls what works only together dangerous where it is held together', () => {
    const bind = `${rbac}:clusterroles:bind`;
    assert.deepEqual(dangers(radius([pod(), ...held(bind)]).may), []);
    assert.deepEqual(dangers(radius([pod(), ...held(bind, `${rbac}:rolebindings:create`)]).may), [
      'may give itself every permission',
    ]);
    assert.deepEqual(dangers(radius([pod(), ...heldEverywhere(':groups:impersonate')]).may), []);
    assert.deepEqual(dangers(radius([pod(), ...heldEverywhere(`${rbac}:clusterroles:escalate`)]).may), []);
  });

  it('finds it together in several bindings of one subject', () => {
    const other = {
      ...{ apiVersion: `${rbac}/v1`, kind: 'Role', metadata: { name: 'make', namespace: 'app' } },
      rules: [{ apiGroups: [rbac], resources: ['rolebindings'], verbs: ['create'] }],
    };
    const bound = { ...binding('make'), roleRef: { apiGroup: rbac, kind: 'Role', name: 'make' } };
    const facts = factsOf([...held(`${rbac}:clusterroles:bind`), other, bound]);
    const [permission] = takeover.filter(({ requests }) => requests?.[0]?.verbs.includes('bind'));
    assert.ok(permission);
    assert.equal(whoHas(facts, permission).length, 1);
    assert.equal(whoHas(factsOf(held(`${rbac}:clusterroles:bind`)), permission).length, 0);
  });

  it('takes a pod without a namespace to be in the only one that bindings name, and says so', () => {
    const { may } = radius([pod({}, {}, { namespace: undefined }), ...heldEverywhere(':secrets:list')]);
    assert.deepEqual(
      may.map(({ notes, certain }) => [notes.at(-1), certain]),
      [['if it is applied to app', false]],
    );
  });
});

describe('what a pod takes of its node, in a blast radius', () => {
  const host = (one: Manifest): readonly string[] => radius([one]).host.map(({ title }) => title);

  it('names the folder that is mounted of a volume, and what is commanded by a socket', () => {
    assert.deepEqual(host(podWith('/var/lib', { subPath: 'app' })), ['writes /var/lib/app of its node']);
    assert.deepEqual(host(podWith('/run/docker.sock', { readOnly: true })), [
      'commands the container runtime of its node by /run/docker.sock',
    ]);
  });

  it('names capabilities by which a node is taken', () => {
    assert.deepEqual(host(pod({}, { securityContext: { capabilities: { add: ['SYS_ADMIN', 'NET_ADMIN'] } } })), [
      'runs container web with SYS_ADMIN on its node',
    ]);
  });
});
