/**
 * Which verbs the API serves for which resource, and which API group a resource belongs to. Sources: the discovery documents of
 * Kubernetes 1.37 and "Authorization: request verbs and authorization" in its documentation, read 2026-11-23; groups and scopes from the Go types of
 * k8s.io/api 0.37, compared by `npm run refresh-data`, read 2026-11-27.
 */

export const readVerbs = ['get', 'list', 'watch'] as const;

/** What the API serves for an ordinary resource, and for custom ones. */
export const standardVerbs = [...readVerbs, 'create', 'update', 'patch', 'delete', 'deletecollection'] as const;

/** Verbs that no request uses by itself: they are asked for beside one, and each is a power of its own. */
export const powerVerbs: ReadonlySet<string> = new Set([
  'bind',
  'escalate',
  'impersonate',
  'approve',
  'sign',
  'attest',
  'use',
]);

const review = ['create'];
const part = ['get', 'update', 'patch'];

/** Resources that are served otherwise than with the standard verbs. */
export const verbsOfResource: ReadonlyMap<string, readonly string[]> = new Map([
  ['bindings', review],
  ['tokenreviews', review],
  ['subjectaccessreviews', review],
  ['localsubjectaccessreviews', review],
  ['selfsubjectaccessreviews', review],
  ['selfsubjectrulesreviews', review],
  ['selfsubjectreviews', review],
  ['componentstatuses', ['get', 'list']],
  // Virtual ones: nothing can be read or written, only these may be asked for.
  ['users', ['impersonate']],
  ['groups', ['impersonate']],
  ['uids', ['impersonate']],
  ['userextras', ['impersonate']],
  ['signers', ['approve', 'sign', 'attest']],
]);

/** Subresources, whatever the resource; the parts not named here are read and written like a status. */
export const verbsOfSubresource: ReadonlyMap<string, readonly string[]> = new Map([
  ['log', ['get']],
  ['metrics', ['get']],
  ['stats', ['get']],
  ['healthz', ['get']],
  ['configz', ['get']],
  ['exec', ['get', 'create']],
  ['attach', ['get', 'create']],
  ['portforward', ['get', 'create']],
  ['proxy', ['get', 'create', 'update', 'patch', 'delete']],
  ['binding', ['create']],
  ['eviction', ['create']],
  ['token', ['create']],
  ['finalize', ['update']],
]);

export const verbsOfPart: readonly string[] = part;

/** Resources of Kubernetes itself by API group; a name that two groups share is left out. */
const resourcesOfGroup: readonly (readonly [group: string, resources: string])[] = [
  [
    '',
    'bindings componentstatuses configmaps endpoints limitranges namespaces persistentvolumeclaims persistentvolumes podtemplates replicationcontrollers resourcequotas secrets serviceaccounts services',
  ],
  [
    'admissionregistration.k8s.io',
    'mutatingwebhookconfigurations validatingwebhookconfigurations mutatingadmissionpolicies mutatingadmissionpolicybindings validatingadmissionpolicies validatingadmissionpolicybindings',
  ],
  ['apiextensions.k8s.io', 'customresourcedefinitions'],
  ['apiregistration.k8s.io', 'apiservices'],
  ['apps', 'controllerrevisions daemonsets deployments replicasets statefulsets'],
  ['authentication.k8s.io', 'selfsubjectreviews tokenreviews'],
  [
    'authorization.k8s.io',
    'subjectaccessreviews localsubjectaccessreviews selfsubjectaccessreviews selfsubjectrulesreviews',
  ],
  ['autoscaling', 'horizontalpodautoscalers'],
  ['batch', 'cronjobs jobs'],
  ['certificates.k8s.io', 'certificatesigningrequests clustertrustbundles podcertificaterequests'],
  ['coordination.k8s.io', 'leases'],
  ['discovery.k8s.io', 'endpointslices'],
  ['flowcontrol.apiserver.k8s.io', 'flowschemas prioritylevelconfigurations'],
  ['networking.k8s.io', 'ingresses ingressclasses ipaddresses networkpolicies servicecidrs'],
  ['node.k8s.io', 'runtimeclasses'],
  ['policy', 'poddisruptionbudgets'],
  ['rbac.authorization.k8s.io', 'clusterroles clusterrolebindings roles rolebindings'],
  ['resource.k8s.io', 'deviceclasses devicetaintrules resourceclaims resourceclaimtemplates resourceslices'],
  ['scheduling.k8s.io', 'priorityclasses'],
  [
    'storage.k8s.io',
    'csidrivers csinodes csistoragecapacities storageclasses volumeattachments volumeattributesclasses',
  ],
  ['storagemigration.k8s.io', 'storageversionmigrations'],
];

/** Pods and nodes also belong to metrics.k8s.io, events also to events.k8s.io; the core group is what is nearly always meant. */
const coreFirst = ['pods', 'nodes', 'events'];

export const groupOfResource: ReadonlyMap<string, string> = new Map([
  ...resourcesOfGroup.flatMap(([group, resources]) =>
    resources.split(' ').map((resource) => [resource, group] as const),
  ),
  ...coreFirst.map((resource) => [resource, ''] as const),
]);

/** Resources that lie in no namespace, so that a RoleBinding gives nothing on them. Source: `kubectl api-resources --namespaced=false`, 1.35, and the markers of the types of 1.37. */
export const clusterScoped: ReadonlySet<string> = new Set(
  'apiservices certificatesigningrequests clusterrolebindings clusterroles clustertrustbundles componentstatuses csidrivers csinodes customresourcedefinitions deviceclasses devicetaintrules flowschemas groups ingressclasses ipaddresses mutatingadmissionpolicies mutatingadmissionpolicybindings mutatingwebhookconfigurations namespaces nodes persistentvolumes priorityclasses prioritylevelconfigurations resourcepoolstatusrequests resourceslices runtimeclasses selfsubjectaccessreviews selfsubjectreviews selfsubjectrulesreviews servicecidrs signers storageclasses storageversionmigrations subjectaccessreviews tokenreviews uids userextras users validatingadmissionpolicies validatingadmissionpolicybindings validatingwebhookconfigurations volumeattachments volumeattributesclasses'.split(
    ' ',
  ),
);

/** Resources that Kubernetes has no more, with the minor version that came without them. Source: its changelogs of 1.8 and 1.25, read 2026-11-28. */
export const removedResources: ReadonlyMap<string, number> = new Map([
  ['thirdpartyresources', 8],
  ['podsecuritypolicies', 25],
]);
