import { clusterRole, role } from '../../contract/example.ts';
import { checkov, cis, defineRule, kics, kubeLinter, kubescape, polaris, trivy } from '../../contract/rule.ts';
import { readVerbs } from '../../data/rbac-verbs.ts';
import { isOfOwnKinds, isReading } from './shared/own-kinds.ts';

export default defineRule({
  id: 'wildcard-resources',
  subject: 'rbac-rule',
  severity: 'high',
  profile: 'recommended',
  title: 'Role covers every resource',
  why: 'The star includes secrets, `pods/exec` and `nodes/proxy`, and every resource that is installed later. Reading all of them is enough to steal the passwords.',
  remedy: 'Name the resources that the program works with, subresources such as `pods/log` among them.',
  ignoreWhen: 'It is a tool that handles every kind of object by design, such as a backup or a garbage collector.',
  standards: [cis('5.1.3')],
  aliases: [
    trivy('KSV-0046'),
    trivy('KSV-0112'),
    checkov('CKV_K8S_49'),
    kubeLinter('wildcard-in-rules'),
    kics('RBAC Wildcard In Rule'),
    polaris('rolePodExecAttach'),
    polaris('clusterrolePodExecAttach'),
    kubescape('rule-can-list-get-secrets-v1'),
    kubescape('rule-can-delete-k8s-events-v1'),
    kubescape('exec-into-container-v1'),
    kubescape('rule-can-impersonate-users-groups-v1'),
  ],
  examples: {
    bad: [
      clusterRole`
        - apiGroups: [""]
          resources: ["*"]
          verbs: [get, list]
      `,
      role`
        - apiGroups: [apps, batch]
          resources: ["*"]
          verbs: [create, patch]
      `,
    ],
    good: [
      clusterRole`
        - apiGroups: [""]
          resources: [pods, pods/log, services]
          verbs: [get, list]
      `,
      role`
        - apiGroups: ["*"]
          resources: ["*/scale"]
          verbs: [get, update]
      `,
    ],
  },

  check(rule, report) {
    const star = rule.resources.find(({ text }) => text === '*');
    // The resources of the metrics APIs are names of metrics, which nobody knows before.
    const metrics =
      rule.apiGroups.length > 0 &&
      rule.apiGroups.every(({ text }) => /^(?:custom|external)\.metrics\.k8s\.io$/.test(text));
    if (star === undefined || rule.unlimited || rule.bootstrap || metrics) return;
    const secrets = rule.grants('', 'secrets', readVerbs) !== undefined;
    const groups = rule.apiGroups.some(({ text }) => text === '*')
      ? ''
      : ` of ${rule.apiGroups.map(({ text }) => (text === '' ? 'the core group' : text)).join(', ')}`;
    // Who allows every verb on them all is told so once.
    const told = rule.verbs.some(({ text }) => text === '*');
    const message = `Covers every resource${groups}${secrets ? ', including secrets' : ''}: ${rule.role.label}.`;
    report(
      star.field,
      message,
      undefined,
      [],
      isOfOwnKinds(rule)
        ? { from: 'strict', ...(isReading(rule) ? { atMost: 'low' } : {}) }
        : told
          ? { from: 'strict' }
          : {},
    );
  },
});
