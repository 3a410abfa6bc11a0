/**
 * API groups that only the OpenShift platform serves, and its security context constraints that let nobody be root. Source: docs.redhat.com, OpenShift
 * Container Platform 4.20, "API reference" and "Managing security context constraints", read 2026-11-28. Left out: groups of operators that are also
 * installed elsewhere, such as `sriovnetwork.openshift.io` and `nfd.openshift.io`.
 */

/** Groups of which an object says that the cluster is one of OpenShift. */
export const openshiftGroups: ReadonlySet<string> = new Set(
  'apps build image project route security template user oauth authorization quota config operator console machine machineconfiguration'
    .split(' ')
    .map((name) => `${name}.openshift.io`),
);

/** Each of them gives a user from the range of the namespace, or asks for one that is not root. */
export const restrictedConstraints: ReadonlySet<string> = new Set(
  'restricted restricted-v2 restricted-v3 nonroot nonroot-v2'.split(' '),
);
