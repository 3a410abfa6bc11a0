/**
 * The roles that every cluster has. A role is a line with its name, of a Role behind its namespace, and a line
 * for each of its rules: groups, resources, verbs and names. That nearly all of them may write events is left out, and so are paths that are no
 * resources. Sources: Kubernetes 1.35, plugin/pkg/auth/authorizer/rbac/bootstrappolicy, and cmd/kubeadm/app; read 2026-11-27. What other objects
 * add to the roles for people by aggregation is not known here.
 */
import { controllerRoles } from './controller-roles.ts';

export interface BuiltinRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames: readonly string[];
}

const roles = `
cluster-admin
  * * *
system:aggregate-to-admin
  authorization.k8s.io localsubjectaccessreviews create
  rbac.authorization.k8s.io rolebindings,roles read,write
system:aggregate-to-edit
  core pods/attach,pods/exec,pods/portforward,pods/proxy,secrets,services/proxy read
  core serviceaccounts impersonate
  core pods,pods/attach,pods/exec,pods/portforward,pods/proxy write
  core pods/eviction create
  core configmaps,persistentvolumeclaims,replicationcontrollers,replicationcontrollers/scale,secrets,serviceaccounts,services,services/proxy write
  core serviceaccounts/token create
  core,events.k8s.io events write
  apps daemonsets,deployments,deployments/rollback,deployments/scale,replicasets,replicasets/scale,statefulsets,statefulsets/scale write
  autoscaling horizontalpodautoscalers write
  batch cronjobs,jobs write
  extensions daemonsets,deployments,deployments/rollback,deployments/scale,ingresses,networkpolicies,replicasets,replicasets/scale,replicationcontrollers/scale write
  policy poddisruptionbudgets write
  networking.k8s.io ingresses,networkpolicies write
  coordination.k8s.io leases read,write
  resource.k8s.io resourceclaims,resourceclaimtemplates write
system:aggregate-to-view
  core configmaps,endpoints,persistentvolumeclaims,persistentvolumeclaims/status,pods,replicationcontrollers,replicationcontrollers/scale,serviceaccounts,services,services/status read
  core bindings,limitranges,namespaces/status,pods/log,pods/status,replicationcontrollers/status,resourcequotas,resourcequotas/status read
  core namespaces read
  core,events.k8s.io events read
  discovery.k8s.io endpointslices read
  apps controllerrevisions,daemonsets,daemonsets/status,deployments,deployments/scale,deployments/status,replicasets,replicasets/scale,replicasets/status,statefulsets,statefulsets/scale,statefulsets/status read
  autoscaling horizontalpodautoscalers,horizontalpodautoscalers/status read
  batch cronjobs,cronjobs/status,jobs,jobs/status read
  extensions daemonsets,daemonsets/status,deployments,deployments/scale,deployments/status,ingresses,ingresses/status,networkpolicies,replicasets,replicasets/scale,replicasets/status,replicationcontrollers/scale read
  policy poddisruptionbudgets,poddisruptionbudgets/status read
  networking.k8s.io ingresses,ingresses/status,networkpolicies read
  resource.k8s.io resourceclaims,resourceclaims/status,resourceclaimtemplates read
system:auth-delegator
  authentication.k8s.io tokenreviews create
  authorization.k8s.io subjectaccessreviews create
system:basic-user
  authorization.k8s.io selfsubjectaccessreviews,selfsubjectrulesreviews create
  authentication.k8s.io selfsubjectreviews create
system:certificates.k8s.io:certificatesigningrequests:nodeclient
  certificates.k8s.io certificatesigningrequests/nodeclient create
system:certificates.k8s.io:certificatesigningrequests:selfnodeclient
  certificates.k8s.io certificatesigningrequests/selfnodeclient create
system:certificates.k8s.io:kube-apiserver-client-approver
  certificates.k8s.io signers approve kubernetes.io/kube-apiserver-client
system:certificates.k8s.io:kube-apiserver-client-kubelet-approver
  certificates.k8s.io signers approve kubernetes.io/kube-apiserver-client-kubelet
system:certificates.k8s.io:kubelet-serving-approver
  certificates.k8s.io signers approve kubernetes.io/kubelet-serving
system:certificates.k8s.io:legacy-unknown-approver
  certificates.k8s.io signers approve kubernetes.io/legacy-unknown
system:discovery
system:heapster
  core events,namespaces,nodes,pods read
  extensions deployments read
system:kube-aggregator
  core endpoints,services read
system:kube-controller-manager
  coordination.k8s.io leases create
  coordination.k8s.io leases get,update kube-controller-manager
  core secrets,serviceaccounts create
  core secrets delete
  core configmaps,namespaces,secrets,serviceaccounts get
  core secrets,serviceaccounts update
  authentication.k8s.io tokenreviews create
  authorization.k8s.io subjectaccessreviews create
  * * list,watch
  core serviceaccounts/token create
system:kube-dns
  core endpoints,services list,watch
system:kube-scheduler
  coordination.k8s.io leases create
  coordination.k8s.io leases get,list,update,watch kube-scheduler
  coordination.k8s.io leasecandidates read,write
  core nodes read
  core pods delete,get,list,watch
  core bindings,pods/binding create
  core pods/status patch,update
  core replicationcontrollers,services read
  apps,extensions replicasets read
  apps statefulsets read
  policy poddisruptionbudgets read
  core persistentvolumeclaims,persistentvolumes read
  authentication.k8s.io tokenreviews create
  authorization.k8s.io subjectaccessreviews create
  storage.k8s.io csinodes read
  storage.k8s.io volumeattachments read
  core namespaces read
  storage.k8s.io csidrivers read
  storage.k8s.io csistoragecapacities read
  resource.k8s.io deviceclasses read
  resource.k8s.io resourceclaims get,list,patch,update,watch
  resource.k8s.io resourceclaims/status get,list,patch,update,watch
  core pods/finalizers update
  resource.k8s.io resourceslices read
system:kubelet-api-admin
  core nodes read
  core nodes proxy
  core nodes/log,nodes/metrics,nodes/proxy,nodes/stats *
  core nodes/configz,nodes/healthz,nodes/pods *
system:monitoring
  core nodes/metrics get
system:node
  authentication.k8s.io tokenreviews create
  authorization.k8s.io localsubjectaccessreviews,subjectaccessreviews create
  core services read
  core nodes create,get,list,watch
  core nodes/status patch,update
  core nodes patch,update
  core pods read
  core pods create,delete
  core pods/status patch,update
  core pods/eviction create
  core configmaps,secrets read
  core persistentvolumeclaims,persistentvolumes get
  core endpoints get
  certificates.k8s.io certificatesigningrequests create,get,list,watch
  coordination.k8s.io leases create,delete,get,patch,update
  storage.k8s.io volumeattachments get
  core serviceaccounts/token create
  core persistentvolumeclaims/status get,patch,update
  storage.k8s.io csidrivers read
  storage.k8s.io csinodes create,delete,get,patch,update
  node.k8s.io runtimeclasses read
  resource.k8s.io resourceclaims get
  resource.k8s.io resourceslices deletecollection
  core serviceaccounts get
system:node-bootstrapper
  certificates.k8s.io certificatesigningrequests create,get,list,watch
system:node-problem-detector
  core nodes get
  core nodes/status patch
system:node-proxier
  core endpoints,services list,watch
  core nodes read
  networking.k8s.io servicecidrs list,watch
  discovery.k8s.io endpointslices list,watch
system:persistent-volume-provisioner
  core persistentvolumes create,delete,get,list,watch
  core persistentvolumeclaims get,list,update,watch
  storage.k8s.io storageclasses read
  core events watch
system:public-info-viewer
system:service-account-issuer-discovery
system:volume-scheduler
  core persistentvolumes get,list,patch,update,watch
  storage.k8s.io storageclasses read
  core persistentvolumeclaims get,list,patch,update,watch
kube-public/system:controller:bootstrap-signer
  core configmaps read
  core configmaps update cluster-info
kube-system/extension-apiserver-authentication-reader
  core configmaps read extension-apiserver-authentication
kube-system/system::leader-locking-kube-controller-manager
  coordination.k8s.io leases create,get,list,update,watch
  coordination.k8s.io leasecandidates create,get,list,update,watch
kube-system/system::leader-locking-kube-scheduler
  coordination.k8s.io leases create,get,list,update,watch
  coordination.k8s.io leasecandidates create,get,list,update,watch
kube-system/system:controller:bootstrap-signer
  core secrets read
kube-system/system:controller:cloud-provider
  core configmaps create,get,list,watch
kube-system/system:controller:token-cleaner
  core secrets delete,get,list,watch
kubeadm:get-nodes
  core nodes get
kube-system/kubeadm:kubelet-config
  core configmaps get kubelet-config
kube-system/kubeadm:nodes-kubeadm-config
  core configmaps get kubeadm-config
kube-public/kubeadm:bootstrap-signer-clusterinfo
  core configmaps get cluster-info
`;

const verbsCalled: ReadonlyMap<string, readonly string[]> = new Map([
  ['read', ['get', 'list', 'watch']],
  ['write', ['create', 'delete', 'deletecollection', 'patch', 'update']],
]);

const writesEvents: BuiltinRule = {
  apiGroups: ['', 'events.k8s.io'],
  resources: ['events'],
  verbs: ['create', 'patch', 'update'],
  resourceNames: [],
};

function ruleOf(line: string): BuiltinRule {
  const [groups = '', resources = '', verbs = '', names = ''] = line.trim().split(' ');
  return {
    apiGroups: groups.split(',').map((group) => (group === 'core' ? '' : group)),
    resources: resources.split(','),
    verbs: verbs.split(',').flatMap((verb) => verbsCalled.get(verb) ?? [verb]),
    resourceNames: names === '' ? [] : names.split(','),
  };
}

function rolesOf(text: string): ReadonlyMap<string, readonly BuiltinRule[]> {
  const byName = new Map<string, BuiltinRule[]>();
  let rules: BuiltinRule[] = [];
  for (const line of text.trim().split('\n')) {
    if (line.startsWith(' ')) rules.push(ruleOf(line));
    else {
      rules = line.includes(':') ? [writesEvents] : [];
      byName.set(line, rules);
    }
  }
  const part = (name: string): readonly BuiltinRule[] => byName.get(`system:aggregate-to-${name}`) ?? [];
  return new Map<string, readonly BuiltinRule[]>([
    ...byName,
    ['view', part('view')],
    ['edit', [...part('edit'), ...part('view')]],
    ['admin', [...part('admin'), ...part('edit'), ...part('view')]],
  ]);
}

let known: ReadonlyMap<string, readonly BuiltinRule[]> | undefined;

/** @param name of a ClusterRole, or `namespace/name` of a Role. @returns undefined for what not every cluster has. */
export function builtinRole(name: string): readonly BuiltinRule[] | undefined {
  known ??= rolesOf(`${roles.trim()}\n${controllerRoles.trim()}`);
  return known.get(name);
}
