/** Keys of what governs others: network policies, roles, webhooks, meshes and namespaces. Sources: each row has its own; read 2026-11-28. */
import type { KeyHelp, KeyHelpTable } from './key-help.ts';

const network = 'Kubernetes documentation, "Network Policies"';
const rbac = 'Kubernetes documentation, "Using RBAC Authorization"';
const webhooks = 'Kubernetes documentation, "Dynamic Admission Control"';
const admission = 'Kubernetes documentation, "Pod Security Admission"';

const roleRef: KeyHelp = {
  does: 'The Role or ClusterRole whose permissions are given. A ClusterRole in a RoleBinding counts in the namespace of the binding alone.',
  unset: 'The API server refuses a binding without it.',
  checked:
    'It cannot be changed afterwards. Who writes the binding needs every permission of the role, or the verb `bind` on it.',
  source: rbac,
};
const subjects: KeyHelp = {
  does: 'Who is given the permissions: users, groups and service accounts. The group `system:authenticated` is everybody who has a login.',
  unset: 'Nobody.',
  source: rbac,
};
const failurePolicy: KeyHelp = {
  does: 'What becomes of a request while the webhook does not answer: `Fail` refuses it, `Ignore` lets it pass unchecked.',
  unset: 'Fail',
  checked:
    'With `Fail` a webhook that is down stops what it is asked about: leave out kube-system and its own namespace.',
  source: webhooks,
};
const namespaceSelector: KeyHelp = {
  does: 'The webhook is asked about objects of namespaces with these labels alone. Who may change labels of a namespace can leave it.',
  unset: 'Every namespace.',
  source: webhooks,
};
const version: KeyHelp = {
  does: 'The version of Kubernetes whose standard counts, such as `v1.31`, or `latest`.',
  unset: '`latest`: an upgrade of the cluster may refuse what it admitted before.',
  since: '1.23',
  source: admission,
};

/** Of objects that say what others may do. */
export const policyKeys: KeyHelpTable = {
  'networking.NetworkPolicySpec.podSelector': {
    does: 'The pods that the policy isolates: what no policy lets in or out of them is refused. `{}` stands for every pod of the namespace.',
    unset: 'Every pod of the namespace, where the API server takes a policy without it; older ones refuse it.',
    source: network,
  },
  'networking.NetworkPolicySpec.policyTypes': {
    does: 'The directions in which the selected pods are isolated. A direction that is not named stays open, unless another policy isolates it.',
    unset:
      '`Ingress`, and `Egress` where the policy has egress rules. A policy that is to refuse all egress has to name it.',
    since: '1.8',
    source: network,
  },
  'networking.NetworkPolicySpec.ingress': {
    does: 'Who may connect to the selected pods. An empty rule lets everybody in; policies add up.',
    unset: 'Nobody may, where the policy isolates that direction.',
    source: network,
  },
  'networking.NetworkPolicySpec.egress': {
    does: 'What the selected pods may connect to. Without a rule for DNS they resolve no names.',
    unset: 'Nothing, where the policy isolates that direction.',
    since: '1.8',
    source: network,
  },
  'rbac.PolicyRule.verbs': {
    does: 'What may be done: `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, `deletecollection`; for some resources `bind`, `escalate`, `impersonate`, `use`, `approve`, `sign`.',
    unset: 'The API server refuses a rule without it.',
    checked:
      '`list` and `watch` show whole objects, as `get` does. `*` includes verbs that come later. Who writes a role needs all that is in it, or the verb `escalate`.',
    source: rbac,
  },
  'rbac.PolicyRule.resources': {
    does: 'The resources, in the plural and in small letters; a part of one is written as `pods/exec`.',
    unset: 'The rule is about paths, by `nonResourceURLs`.',
    checked: '`*` includes parts of resources and kinds that come later.',
    source: rbac,
  },
  'rbac.PolicyRule.resourceNames': {
    does: 'Narrows the rule to objects with these names.',
    unset: 'Objects of any name.',
    checked:
      'It does not narrow `create` and `deletecollection`, whose requests name no object, and a `list` only where it asks for that name.',
    source: rbac,
  },
  'rbac.PolicyRule.apiGroups': {
    does: 'The API groups of the resources; `""` is the core group, with Pods and Secrets.',
    unset: 'The API server refuses a rule about resources without it.',
    source: rbac,
  },
  'rbac.PolicyRule.nonResourceURLs': {
    does: 'Paths of the API server that are no objects, such as `/metrics`.',
    unset: 'The rule is about resources.',
    checked: 'They count in a ClusterRole that a ClusterRoleBinding gives.',
    source: rbac,
  },
  'rbac.RoleBinding.roleRef': roleRef,
  'rbac.ClusterRoleBinding.roleRef': roleRef,
  'rbac.RoleBinding.subjects': subjects,
  'rbac.ClusterRoleBinding.subjects': subjects,
  'rbac.ClusterRole.aggregationRule': {
    does: 'Has the controller fill `rules` from every ClusterRole with these labels.',
    unset: 'The rules are as they are written.',
    checked: 'Rules that are written beside it are overwritten. Who may label ClusterRoles adds to it.',
    since: '1.9',
    source: rbac,
  },
  'ValidatingWebhookConfiguration.webhooks.failurePolicy': failurePolicy,
  'MutatingWebhookConfiguration.webhooks.failurePolicy': failurePolicy,
  'ValidatingWebhookConfiguration.webhooks.namespaceSelector': namespaceSelector,
  'MutatingWebhookConfiguration.webhooks.namespaceSelector': namespaceSelector,
  'PeerAuthentication.spec.mtls.mode': {
    does: '`STRICT`: the sidecars refuse what comes without mutual TLS. `PERMISSIVE`: they take plain text, too. `DISABLE`: no TLS.',
    unset: 'What the namespace sets, then the mesh, else `PERMISSIVE`.',
    source: 'Istio reference, PeerAuthentication',
  },
  'pod-security.kubernetes.io/enforce': {
    does: 'The Pod Security Standard that pods of the namespace have to meet: `privileged` (all may be done), `baseline` or `restricted`.',
    unset: 'What the API server was configured with, else `privileged`.',
    checked:
      'Pods that do not meet it are refused. Those that run already stay, and of workloads not the object is refused, but its pods.',
    since: '1.23',
    source: admission,
  },
  'pod-security.kubernetes.io/warn': {
    does: 'The standard that a person is warned of when an object does not meet it. Nothing is refused.',
    unset: 'Nobody is warned.',
    since: '1.23',
    source: admission,
  },
  'pod-security.kubernetes.io/audit': {
    does: 'The standard whose breaches are noted in the audit log. Nothing is refused.',
    unset: 'Nothing is noted.',
    since: '1.23',
    source: admission,
  },
  'pod-security.kubernetes.io/enforce-version': version,
  'pod-security.kubernetes.io/warn-version': version,
  'pod-security.kubernetes.io/audit-version': version,
};
