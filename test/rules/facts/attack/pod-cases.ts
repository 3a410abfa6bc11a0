/** Objects that give steps from outside, from pods and from nodes, and objects that do not. */
import { bound, held, heldEverywhere, type Manifest, pod, podWith } from '../../../harness/attack.ts';

/** The account of the pod `web`. */
export const self = 'sa/app/web';
/** A rule on the core group, as `held` takes it. */
export const core = (resources: string, verbs: string, names = ''): string =>
  `:${resources}:${verbs}${names === '' ? '' : ` ${names}`}`;
const service = (spec: Manifest, annotations: Manifest = {}): readonly Manifest[] => [
  pod(),
  {
    ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'app', annotations } },
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
  },
];
const balanced = { type: 'LoadBalancer' };
const route: Manifest = {
  ...{ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'web', namespace: 'app' } },
  spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
};
const projected = (audience: Manifest): Manifest =>
  pod(
    {
      automountServiceAccountToken: false,
      volumes: [{ name: 't', projected: { sources: [{ serviceAccountToken: { path: 't', ...audience } }] } }],
    },
    { volumeMounts: [{ name: 't', mountPath: '/t' }] },
  );
const account = (annotations: Manifest): Manifest => ({
  ...{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web', namespace: 'app', annotations } },
});
const shared = (context: Manifest = {}): Manifest => ({
  ...pod({
    shareProcessNamespace: true,
    containers: [
      { name: 'a', image: 'a:1', ...context },
      { name: 'b', image: 'b:1', securityContext: { runAsUser: 0 } },
    ],
  }),
});
const logs = podWith('/var/log');
const closed: Manifest = {
  ...{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'closed', namespace: 'app' } },
  spec: { podSelector: {}, policyTypes: ['Egress'], egress: [] },
};

/** Objects, and an arrow as `arrows` writes it. */
export type Case = readonly [objects: readonly Manifest[], arrow: string];

/** Objects that give an arrow, and objects that do not give it. */
export interface Sides {
  readonly must: readonly Case[];
  readonly not: readonly Case[];
}

/** Rows of entries, pods and nodes. */
export const podCases: { readonly [edge: string]: Sides } = {
  'entry.service': {
    must: [
      [service(balanced), 'outside > pod/app/web'],
      [service({ type: 'NodePort' }), 'outside > pod/app/web'],
      [service({ externalIPs: ['203.0.113.1'] }), 'outside > pod/app/web'],
    ],
    not: [
      [service({}), 'outside > pod/app/web'],
      [service({ ...balanced, loadBalancerSourceRanges: ['10.0.0.0/8'] }), 'outside > pod/app/web'],
      [service(balanced, { 'networking.gke.io/load-balancer-type': 'Internal' }), 'outside > pod/app/web'],
      [service({ ...balanced, selector: { app: 'other' } }), 'outside > pod/app/web'],
    ],
  },
  'entry.route': {
    must: [[[...service({}), route], 'outside > pod/app/web']],
    not: [[[pod(), route], 'outside > pod/app/web']],
  },
  'entry.host-port': {
    must: [
      [[pod({}, { ports: [{ containerPort: 80, hostPort: 80 }] })], 'outside > pod/app/web'],
      [[pod({ hostNetwork: true }, { ports: [{ containerPort: 80 }] })], 'outside > pod/app/web'],
    ],
    not: [[[pod({}, { ports: [{ containerPort: 80 }] })], 'outside > pod/app/web']],
  },
  'entry.anonymous': {
    must: [
      [
        bound('ClusterRole', [core('secrets', 'get')], [{ kind: 'Group', name: 'system:unauthenticated' }]),
        'outside > group/system:unauthenticated',
      ],
    ],
    not: [
      [
        bound('ClusterRole', [core('secrets', 'get')], [{ kind: 'Group', name: 'team' }]),
        'outside > group/system:unauthenticated',
      ],
    ],
  },
  'pod.token': {
    must: [
      [[pod()], `pod/app/web > ${self}`],
      [[projected({})], `pod/app/web > ${self}`],
      [[projected({ audience: 'https://kubernetes.default.svc' })], `pod/app/web > ${self}`],
    ],
    not: [
      [[pod({ automountServiceAccountToken: false })], `pod/app/web > ${self}`],
      [[projected({ audience: 'vault' })], `pod/app/web > ${self}`],
    ],
  },
  'pod.secret': {
    must: [
      [[pod({}, { envFrom: [{ secretRef: { name: 'db' } }] })], 'pod/app/web > secret/app/db'],
      [
        [
          pod(
            { volumes: [{ name: 's', secret: { secretName: 'db' } }] },
            { volumeMounts: [{ name: 's', mountPath: '/s' }] },
          ),
        ],
        'pod/app/web > secret/app/db',
      ],
    ],
    not: [
      [[pod({ volumes: [{ name: 's', secret: { secretName: 'db' } }] })], 'pod/app/web > secret/app/db'],
      [[pod({}, { envFrom: [{ configMapRef: { name: 'db' } }] })], 'pod/app/web > secret/app/db'],
    ],
  },
  'pod.cloud-identity': {
    must: [[[pod(), account({ 'eks.amazonaws.com/role-arn': 'role' })], 'pod/app/web > cloud:role']],
    not: [[[pod(), account({ 'example.com/role': 'role' })], 'pod/app/web > cloud:role']],
  },
  'pod.shared-processes': {
    must: [[[shared()], 'container/app/a > container/app/b']],
    not: [
      [[pod({ shareProcessNamespace: true })], 'container/app/web > container/app/web'],
      [[shared({ securityContext: { runAsUser: 1000 } })], 'container/app/a > container/app/b'],
    ],
  },
  'net.host': {
    must: [[[pod({ hostNetwork: true })], 'pod/app/web > node-of:pod/app/web:network']],
    not: [[[pod()], 'pod/app/web > node-of:pod/app/web:network']],
  },
  'net.metadata': {
    must: [[[pod()], 'pod/app/web > cloud:node-role']],
    not: [[[pod(), closed], 'pod/app/web > cloud:node-role']],
  },
  'escape.log-symlink': {
    must: [
      [[logs, ...held(core('pods/log', 'get'))], 'pod/app/web > node-of:pod/app/web:files'],
      [[logs, ...heldEverywhere(core('nodes/proxy', 'get'))], 'pod/app/web > node-of:pod/app/web:files'],
    ],
    not: [
      [[logs], 'pod/app/web > node-of:pod/app/web:files'],
      [[logs, ...held(core('nodes/log', 'get'))], 'pod/app/web > node-of:pod/app/web:files'],
      [
        [podWith('/var/log', { readOnly: true }), ...held(core('pods/log', 'get'))],
        'pod/app/web > node-of:pod/app/web:files',
      ],
    ],
  },
  'node.identity': {
    must: [
      [
        bound('ClusterRole', [core('pods', 'list')], [{ kind: 'Group', name: 'system:nodes' }]),
        'node-of:* > group/system:nodes',
      ],
    ],
    not: [[[pod()], 'node-of:* > group/system:nodes']],
  },
  'node.control-plane': {
    must: [[[pod({ tolerations: [{ operator: 'Exists' }] })], 'node-of:pod/app/web > cluster-admin']],
    not: [
      [[pod()], 'node-of:pod/app/web > cluster-admin'],
      [[pod({ tolerations: [{ key: 'gpu', operator: 'Exists' }] })], 'node-of:pod/app/web > cluster-admin'],
    ],
  },
  'ns.system': {
    must: [[[pod()], 'ns-admin/kube-system > cluster-admin']],
    not: [[[pod()], 'ns-admin/app > cluster-admin']],
  },
  'api.bound': {
    must: [[held(core('pods', 'get')), `${self} > binding/web`]],
    not: [[[pod()], `${self} > binding/web`]],
  },
};
