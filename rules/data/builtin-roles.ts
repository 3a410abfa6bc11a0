/**
 * The roles that every cluster has for people, as far as questions about access go. Source: Kubernetes documentation, "Using RBAC Authorization",
 * user-facing roles, and plugin/pkg/auth/authorizer/rbac/bootstrappolicy, 1.35; read 2026-11-23. What other objects add to them by aggregation is
 * not known here.
 */
interface BuiltinRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames: readonly string[];
}

const rule = (groups: string, resources: string, verbs: string): BuiltinRule => ({
  apiGroups: groups.split(' ').map((group) => (group === 'core' ? '' : group)),
  resources: resources.split(' '),
  verbs: verbs.split(' '),
  resourceNames: [],
});

const read = 'get list watch';
const write = 'create delete deletecollection patch update';
const core =
  'configmaps endpoints persistentvolumeclaims pods replicationcontrollers services serviceaccounts replicationcontrollers/scale pods/log pods/status services/status';
const workloads =
  'daemonsets deployments deployments/scale replicasets replicasets/scale statefulsets statefulsets/scale controllerrevisions';

const view: readonly BuiltinRule[] = [
  rule('core', `${core} bindings events limitranges resourcequotas namespaces`, read),
  rule('apps', workloads, read),
  rule('batch', 'cronjobs jobs', read),
  rule('autoscaling', 'horizontalpodautoscalers', read),
  rule('policy', 'poddisruptionbudgets', read),
  rule('networking.k8s.io', 'ingresses networkpolicies', read),
];

const edit: readonly BuiltinRule[] = [
  ...view,
  rule('core', 'secrets pods/attach pods/exec pods/portforward pods/proxy services/proxy', read),
  rule('core', 'serviceaccounts', 'impersonate'),
  rule('core', 'serviceaccounts/token', 'create'),
  rule(
    'core',
    `${core} secrets events pods/attach pods/exec pods/portforward pods/proxy services/proxy pods/eviction`,
    write,
  ),
  rule('apps', workloads, write),
  rule('batch', 'cronjobs jobs', write),
  rule('autoscaling', 'horizontalpodautoscalers', write),
  rule('policy', 'poddisruptionbudgets', write),
  rule('networking.k8s.io', 'ingresses networkpolicies', write),
];

export const builtinRoles: ReadonlyMap<string, readonly BuiltinRule[]> = new Map([
  ['cluster-admin', [rule('*', '*', '*')]],
  ['view', view],
  ['edit', edit],
  ['admin', [...edit, rule('rbac.authorization.k8s.io', 'rolebindings roles', `${read} ${write}`)]],
]);
