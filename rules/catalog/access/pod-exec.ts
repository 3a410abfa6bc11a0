import { clusterRole, role } from '../../contract/example.ts';
import { checkov, defineRule, kics, kubescape, nsa, polaris, trivy } from '../../contract/rule.ts';
import { requests } from '../../model/kubernetes/permission.ts';
import { listed } from './shared/narrow.ts';
import { takeVerbs, withUse } from './shared/revoke.ts';

export default defineRule({
  id: 'pod-exec',
  subject: 'rbac-rule',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Role opens shells in running containers',
  why: 'A shell in a container has its secrets, its service account and its network, and leaves no trace in the image or the manifests. Before Kubernetes 1.35 the verb `get` is enough.',
  remedy: 'Remove `pods/exec` and `pods/attach`. To look into a pod, `pods/log` and metrics usually do.',
  ignoreWhen:
    'It is for people who debug in a namespace without secrets, or for a tool such as a backup that has to run commands.',
  standards: [nsa()],
  aliases: [
    polaris('clusterrolebindingPodExecAttach'),
    polaris('rolebindingClusterRolePodExecAttach'),
    polaris('rolebindingRolePodExecAttach'),
    kubescape('exec-into-container-v1'),
    polaris('rolePodExecAttach'),
    polaris('clusterrolePodExecAttach'),
    trivy('KSV-0053'),
    trivy('KSV-0054'),
    checkov('CKV2_K8S_2'),
    kubescape('C-0002'),
    kics('RBAC Roles with Exec Permission'),
    kics('RBAC Roles with Attach Permission'),
  ],
  examples: {
    bad: [
      role`
        - apiGroups: [""]
      -   resources: [pods, pods/exec]
      +   resources: [pods]
          verbs: [get, create]
      `,
      clusterRole`
        - apiGroups: ["*"]
          resources: ["*/attach"]
          verbs: ["*"]
      `,
    ],
    good: [
      role`
        - apiGroups: [""]
          resources: [pods, pods/log]
          verbs: [get, list]
      `,
    ],
  },

  permission: {
    does: 'opens shells in running containers',
    requests: [requests('', 'pods/exec pods/attach', 'create')],
  },

  check(rule, report, { kubernetesMinor }) {
    // A WebSocket begins as a GET; since 1.35 it needs `create` all the same (kubernetes/kubernetes#134577).
    const verbs = kubernetesMinor < 35 ? ['create', 'get'] : ['create'];
    const grants = ['pods/exec', 'pods/attach'].flatMap((resource) => rule.grants('', resource, verbs) ?? []);
    const words = [...new Set(grants.map(({ resource }) => resource))].filter(({ text }) => text !== '*');
    const [first] = words;
    if (first === undefined || rule.bootstrap) return;
    const shells = listed(words);
    report(first.field, `Opens shells in running containers by ${shells}: ${rule.role.label}.`, ({ facts }) =>
      withUse(takeVerbs(rule, words, ['create', 'get'], 'kubectl exec and attach fail'), rule, facts),
    );
  },
});
