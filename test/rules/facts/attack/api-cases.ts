/** Objects that give steps over the API server, and objects that do not. */
import { enforcing, held, heldEverywhere, type Manifest } from '../../../harness/attack.ts';
import { core, type Sides, self } from './pod-cases.ts';

const rbac = (resources: string, verbs: string, names = ''): string =>
  `rbac.authorization.k8s.io${core(resources, verbs, names)}`;
const signing = (...rest: readonly string[]): readonly Manifest[] =>
  heldEverywhere(
    'certificates.k8s.io:certificatesigningrequests:create',
    'certificates.k8s.io:certificatesigningrequests/approval:patch',
    ...rest,
  );
const token = (name: string): Manifest => ({
  ...{ apiVersion: 'v1', kind: 'Secret', type: 'kubernetes.io/service-account-token' },
  metadata: { name, namespace: 'app', annotations: { 'kubernetes.io/service-account.name': 'other' } },
});

/** Rows of permissions. */
export const apiCases: { readonly [edge: string]: Sides } = {
  'api.unlimited': {
    must: [
      [heldEverywhere('*:*:*'), `${self} > cluster-admin`],
      [held('*:*:*'), `${self} > ns-admin/app`],
    ],
    not: [
      [held('*:*:*'), `${self} > cluster-admin`],
      [heldEverywhere('*:*:get,list'), `${self} > cluster-admin`],
    ],
  },
  'api.exec': {
    must: [
      [held(core('pods/exec', 'create')), `${self} > pods/app`],
      [held(core('*/exec', 'create')), `${self} > pods/app`],
      [held(core('pods/exec', 'create', 'victim')), `${self} > pod/app/victim`],
      [heldEverywhere(core('pods/exec', 'create')), `${self} > pods/*`],
    ],
    not: [
      [held(core('pods/*', 'create')), `${self} > pods/app`],
      [held(core('pods/exec', 'create', 'victim')), `${self} > pods/app`],
      [held('apps:pods/exec:create'), `${self} > pods/app`],
    ],
  },
  'api.attach': {
    must: [[held(core('pods/attach', 'create')), `${self} > pods/app`]],
    not: [[held(core('pods/attach', 'get')), `${self} > pods/app`]],
  },
  'api.debug': {
    must: [[held(core('pods/ephemeralcontainers', 'patch')), `${self} > pods/app`]],
    not: [[held(core('pods/ephemeral', 'patch')), `${self} > pods/app`]],
  },
  'api.pod-image': {
    must: [[held(core('pods', 'patch')), `${self} > pods/app`]],
    not: [[held(core('pods/status', 'patch')), `${self} > pods/app`]],
  },
  'api.create-pod': {
    must: [
      [held(core('pods', 'create')), `${self} > sa/app/*`],
      [held('apps:deployments:create'), `${self} > sa/app/*`],
      [held('batch:cronjobs:patch'), `${self} > sa/app/*`],
      [heldEverywhere('apps:*:*'), `${self} > sa/*`],
    ],
    not: [
      [held(core('deployments', 'create')), `${self} > sa/app/*`],
      [held(core('pods', 'patch')), `${self} > sa/app/*`],
      [held(core('pods', 'create', 'one')), `${self} > sa/app/*`],
    ],
  },
  'api.create-privileged-pod': {
    must: [
      [held(core('pods', 'create')), `${self} > node`],
      [[enforcing('privileged'), ...held(core('pods', 'create'))], `${self} > node`],
    ],
    not: [
      [[enforcing('baseline'), ...held(core('pods', 'create'))], `${self} > node`],
      [[enforcing('strict'), ...held(core('pods', 'create'))], `${self} > node`],
    ],
  },
  'api.lift-pod-security': {
    must: [
      [[enforcing('restricted'), ...held(core('pods', 'create'), core('namespaces', 'patch'))], `${self} > node`],
      [held(core('pods', 'create'), core('namespaces', 'update', 'app')), `${self} > node`],
    ],
    not: [
      [held(core('pods', 'create'), core('namespaces', 'patch', 'elsewhere')), `${self} > node`],
      [held(core('namespaces', 'patch')), `${self} > node`],
      [held(core('pods', 'create'), core('namespaces', 'create')), `${self} > node`],
    ],
  },
  'api.volume': {
    must: [[heldEverywhere(core('pods,persistentvolumes,persistentvolumeclaims', 'create')), `${self} > node`]],
    not: [
      [held(core('pods,persistentvolumes,persistentvolumeclaims', 'create')), `${self} > node`],
      [heldEverywhere(core('persistentvolumes,persistentvolumeclaims', 'create')), `${self} > node`],
    ],
  },
  'api.secret': {
    must: [
      [held(core('secrets', 'list')), `${self} > secret/app/*`],
      [held(core('secrets', 'get', 'db')), `${self} > secret/app/db`],
      [heldEverywhere(core('secrets', 'watch')), `${self} > secret/*`],
    ],
    not: [
      [held(core('secrets', 'create')), `${self} > secret/app/*`],
      [held(core('secrets', 'get', 'db')), `${self} > secret/app/*`],
    ],
  },
  'api.token-secret': {
    must: [
      [[token('old'), ...held(core('secrets', 'get', 'old'))], `${self} > sa/app/other`],
      [[token('old'), ...held(core('secrets', 'watch'))], `${self} > sa/app/other`],
    ],
    not: [
      [held(core('secrets', 'list')), `${self} > sa/app/other`],
      [[token('old'), ...held(core('secrets', 'get', 'new'))], `${self} > sa/app/other`],
    ],
  },
  'api.new-token-secret': {
    must: [
      [held(core('secrets', 'create,get')), `${self} > sa/app/*`],
      [held(core('secrets,pods', 'create')), `${self} > sa/app/*`],
    ],
    not: [[held(core('secrets', 'create')), `${self} > sa/app/*`]],
  },
  'api.token-request': {
    must: [
      [held(core('serviceaccounts/token', 'create')), `${self} > sa/app/*`],
      [held(core('serviceaccounts/token', 'create', 'other')), `${self} > sa/app/other`],
    ],
    not: [[held(core('serviceaccounts', 'create')), `${self} > sa/app/*`]],
  },
  'api.node-proxy': {
    must: [[heldEverywhere(core('nodes/proxy', 'get')), `${self} > pods/*`]],
    not: [[held(core('nodes/proxy', 'get')), `${self} > pods/*`]],
  },
  'api.impersonate': {
    must: [
      [held(core('serviceaccounts', 'impersonate')), `${self} > sa/app/*`],
      [heldEverywhere(core('users,groups', 'impersonate')), `${self} > cluster-admin`],
      [heldEverywhere(core('groups,serviceaccounts', 'impersonate')), `${self} > cluster-admin`],
      [heldEverywhere(core('users', 'impersonate', 'ann')), `${self} > user/ann`],
    ],
    not: [
      [heldEverywhere(core('groups', 'impersonate')), `${self} > cluster-admin`],
      [held(core('users,groups', 'impersonate')), `${self} > cluster-admin`],
      [heldEverywhere(rbac('users,groups', 'impersonate')), `${self} > cluster-admin`],
    ],
  },
  'api.bind': {
    must: [
      [heldEverywhere(rbac('clusterroles', 'bind'), rbac('clusterrolebindings', 'create')), `${self} > cluster-admin`],
      [held(rbac('clusterroles', 'bind'), rbac('rolebindings', 'create')), `${self} > ns-admin/app`],
      [held(rbac('roles', 'bind'), rbac('rolebindings', 'create')), `${self} > role/app/*`],
      [
        heldEverywhere(rbac('clusterroles', 'bind', 'cluster-admin'), rbac('clusterrolebindings', 'create')),
        `${self} > cluster-admin`,
      ],
    ],
    not: [
      [
        heldEverywhere(rbac('clusterroles', 'bind', 'view'), rbac('clusterrolebindings', 'create')),
        `${self} > cluster-admin`,
      ],
      [heldEverywhere(rbac('clusterrolebindings', 'create,bind')), `${self} > cluster-admin`],
      [held(rbac('clusterroles', 'bind'), rbac('clusterrolebindings', 'create')), `${self} > cluster-admin`],
      [held(rbac('clusterroles', 'bind')), `${self} > ns-admin/app`],
    ],
  },
  'api.escalate': {
    must: [
      [held(rbac('roles', 'escalate,patch')), `${self} > ns-admin/app`],
      [heldEverywhere(rbac('clusterroles', 'escalate,update')), `${self} > cluster-admin`],
    ],
    not: [
      [held(rbac('roles', 'escalate')), `${self} > ns-admin/app`],
      [held(rbac('roles', 'escalate,patch', 'other')), `${self} > ns-admin/app`],
      [held(rbac('clusterroles', 'escalate,update')), `${self} > cluster-admin`],
    ],
  },
  'api.certificate': {
    must: [
      [signing('certificates.k8s.io:signers:approve'), `${self} > cluster-admin`],
      [signing('certificates.k8s.io:signers:approve kubernetes.io/kube-apiserver-client'), `${self} > cluster-admin`],
    ],
    not: [
      [signing(), `${self} > cluster-admin`],
      [signing('certificates.k8s.io:signers:approve kubernetes.io/kubelet-serving'), `${self} > cluster-admin`],
    ],
  },
  'api.webhook': {
    must: [
      [heldEverywhere('admissionregistration.k8s.io:mutatingwebhookconfigurations:patch'), `${self} > cluster-admin`],
    ],
    not: [
      [held('admissionregistration.k8s.io:mutatingwebhookconfigurations:patch'), `${self} > cluster-admin`],
      [
        heldEverywhere('admissionregistration.k8s.io:mutatingwebhookconfigurations:patch own'),
        `${self} > cluster-admin`,
      ],
    ],
  },
  'api.aws-auth': {
    must: [[heldEverywhere(core('configmaps', 'update')), `${self} > cluster-admin`]],
    not: [
      [held(core('configmaps', 'update')), `${self} > cluster-admin`],
      [heldEverywhere(core('configmaps', 'update', 'mine')), `${self} > cluster-admin`],
    ],
  },
};
