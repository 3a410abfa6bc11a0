/**
 * The roles that every cluster has for the controllers of kube-controller-manager, in the form of `builtin-roles.ts`. Source: Kubernetes 1.35,
 * plugin/pkg/auth/authorizer/rbac/bootstrappolicy; read 2026-11-27.
 */
export const controllerRoles = `
system:controller:attachdetach-controller
  core persistentvolumeclaims,persistentvolumes list,watch
  core nodes read
  core nodes/status patch,update
  core pods list,watch
  storage.k8s.io volumeattachments create,delete,get,list,watch
  storage.k8s.io csidrivers read
  storage.k8s.io csinodes read
system:controller:certificate-controller
  certificates.k8s.io certificatesigningrequests delete,get,list,watch
  certificates.k8s.io certificatesigningrequests/approval,certificatesigningrequests/status update
  certificates.k8s.io signers approve kubernetes.io/kube-apiserver-client-kubelet
  certificates.k8s.io signers sign kubernetes.io/kube-apiserver-client,kubernetes.io/kube-apiserver-client-kubelet,kubernetes.io/kubelet-serving,kubernetes.io/legacy-unknown
  authorization.k8s.io subjectaccessreviews create
system:controller:clusterrole-aggregation-controller
  rbac.authorization.k8s.io clusterroles escalate,get,list,patch,update,watch
system:controller:cronjob-controller
  batch cronjobs get,list,update,watch
  batch jobs create,delete,get,list,patch,update,watch
  batch cronjobs/status update
  batch cronjobs/finalizers update
  core pods delete,list,watch
system:controller:daemon-set-controller
  apps,extensions daemonsets read
  apps,extensions daemonsets/status update
  apps,extensions daemonsets/finalizers update
  core nodes list,watch
  core pods create,delete,list,patch,watch
  core pods/binding create
  apps controllerrevisions create,delete,get,list,patch,update,watch
system:controller:deployment-controller
  apps,extensions deployments get,list,update,watch
  apps,extensions deployments/status update
  apps,extensions deployments/finalizers update
  apps,extensions replicasets create,delete,get,list,patch,update,watch
  core pods get,list,update,watch
system:controller:disruption-controller
  apps,extensions deployments read
  apps,extensions replicasets read
  core replicationcontrollers read
  policy poddisruptionbudgets read
  apps statefulsets read
  policy poddisruptionbudgets/status update
  core pods/status patch,update
  * */scale get
system:controller:endpoint-controller
  core pods,services read
  core endpoints create,delete,get,list,update,watch
  core endpoints/restricted create
system:controller:endpointslice-controller
  core nodes,pods,services read
  core services/finalizers update
  discovery.k8s.io endpointslices create,delete,get,list,update,watch
system:controller:endpointslicemirroring-controller
  core endpoints,services read
  core services/finalizers update
  core endpoints/finalizers update
  discovery.k8s.io endpointslices create,delete,get,list,update,watch
system:controller:ephemeral-volume-controller
  core pods read
  core pods/finalizers update
  core persistentvolumeclaims create,get,list,watch
system:controller:expand-controller
  core persistentvolumes get,list,patch,update,watch
  core persistentvolumeclaims/status patch,update
  core persistentvolumeclaims read
  core services get
system:controller:generic-garbage-collector
  * * delete,get,list,patch,update,watch
system:controller:horizontal-pod-autoscaler
  autoscaling horizontalpodautoscalers read
  autoscaling horizontalpodautoscalers/status update
  * */scale get,update
  core pods list,watch
  metrics.k8s.io pods list,watch
  custom.metrics.k8s.io * read
  external.metrics.k8s.io * read
system:controller:job-controller
  batch jobs get,list,patch,update,watch
  batch jobs/status update
  batch jobs/finalizers update
  core pods create,delete,list,patch,watch
system:controller:legacy-service-account-token-cleaner
  core configmaps get kube-apiserver-legacy-service-account-token-tracking
  core secrets delete,patch
system:controller:namespace-controller
  core namespaces delete,get,list,watch
  core namespaces/finalize,namespaces/status update
  * * delete,deletecollection,get,list,watch
system:controller:node-controller
  core nodes delete,get,list,patch,update,watch
  core nodes/status patch,update
  core pods/status patch,update
  core pods delete,get,list,watch
system:controller:persistent-volume-binder
  core persistentvolumes create,delete,get,list,update,watch
  core persistentvolumes/status update
  core persistentvolumeclaims get,list,update,watch
  core persistentvolumeclaims/status update
  core pods create,delete,get,list,watch
  storage.k8s.io storageclasses read
  core nodes list,watch
  core events watch
  core services get
system:controller:pod-garbage-collector
  core pods delete,list,watch
  core nodes read
  core pods/status patch
system:controller:pv-protection-controller
  core persistentvolumes get,list,update,watch
system:controller:pvc-protection-controller
  core persistentvolumeclaims get,list,update,watch
  core pods read
system:controller:replicaset-controller
  apps,extensions replicasets get,list,update,watch
  apps,extensions replicasets/status update
  apps,extensions replicasets/finalizers update
  core pods create,delete,list,patch,watch
system:controller:replication-controller
  core replicationcontrollers get,list,update,watch
  core replicationcontrollers/status update
  core replicationcontrollers/finalizers update
  core pods create,delete,list,patch,watch
system:controller:resource-claim-controller
  core pods read
  core pods/finalizers update
  resource.k8s.io resourceclaims create,delete,get,list,watch
  resource.k8s.io resourceclaims,resourceclaims/status patch,update
  core pods/status patch,update
system:controller:resourcequota-controller
  * * list,watch
  core resourcequotas/status update
system:controller:root-ca-cert-publisher
  core configmaps create,update
system:controller:route-controller
  core nodes list,watch
  core nodes/status patch
system:controller:selinux-warning-controller
  core persistentvolumes read
  core persistentvolumeclaims read
  core pods read
  storage.k8s.io csidrivers read
system:controller:service-account-controller
  core serviceaccounts create
system:controller:service-cidrs-controller
  networking.k8s.io servicecidrs get,list,patch,update,watch
  networking.k8s.io servicecidrs/finalizers patch,update
  networking.k8s.io servicecidrs/status patch,update
  networking.k8s.io ipaddresses read
system:controller:service-controller
  core services read
  core services/status patch,update
  core nodes list,watch
system:controller:statefulset-controller
  core pods list,watch
  apps statefulsets read
  apps statefulsets/status update
  apps statefulsets/finalizers update
  core pods create,delete,get,patch,update
  apps controllerrevisions create,delete,get,list,patch,update,watch
  core persistentvolumeclaims create,get,list,watch
  core persistentvolumeclaims delete,update
  core pods/finalizers update
system:controller:ttl-after-finished-controller
  batch jobs delete,get,list,watch
system:controller:ttl-controller
  core nodes list,patch,update,watch
system:controller:validatingadmissionpolicy-status-controller
  admissionregistration.k8s.io validatingadmissionpolicies read
  admissionregistration.k8s.io validatingadmissionpolicies/status get,patch,update
system:controller:volumeattributesclass-protection-controller
  core persistentvolumeclaims read
  core persistentvolumes read
  storage.k8s.io volumeattributesclasses get,list,update,watch
`;
