import { clusterRole } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { checkov, cis, defineRule, kubescape, trivy } from '../../contract/rule.ts';
import { requests } from '../../model/kubernetes/permission.ts';

export default defineRule({
  id: 'node-proxy',
  subject: 'rbac-rule',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Role reaches the kubelet of every node',
  why: 'Behind `nodes/proxy` is the API of the kubelet, which runs commands in every pod of the node. A WebSocket begins as a GET, so `get` alone is enough, and neither admission nor the audit log sees it.',
  remedy:
    'Ask for what is needed of the kubelet: `nodes/metrics`, `nodes/stats`, `nodes/log`, since Kubernetes 1.33 also `nodes/pods`, `nodes/healthz` and `nodes/configz`.',
  ignoreWhen: 'The program is trusted with everything that runs on the nodes.',
  standards: [cis('5.1.10')],
  aliases: [
    kubescape('rule-can-access-proxy-subresource'),
    checkov('CKV2_K8S_2'),
    trivy('KSV-0047'),
    kubescape('C-0279'),
  ],
  examples: {
    bad: [
      clusterRole`
        - apiGroups: [""]
          resources: [nodes, nodes/proxy]
          verbs: [get]
      `,
      clusterRole`
        - apiGroups: ["*"]
          resources: ["*/proxy"]
          verbs: ["*"]
      `,
    ],
    good: [
      objects`
        ClusterRole metrics
          - apiGroups: [""]
            resources: [nodes, nodes/metrics]
            verbs: [get]
      `,
      clusterRole`
        - apiGroups: [""]
          resources: [services/proxy]
          verbs: [get]
      `,
    ],
  },

  permission: {
    does: 'reaches the kubelet of every node',
    requests: [requests('', 'nodes/proxy', 'get create update patch delete')],
  },

  check(rule, report, { kubernetesMinor }) {
    const word = rule.grants('', 'nodes/proxy', ['get', 'create', 'update', 'patch', 'delete'])?.resource;
    if (word === undefined || word.text === '*' || rule.bootstrap) return;
    report(word.field, `Reaches the kubelet of every node, and so every container on it: ${rule.role.label}.`, () => {
      if (word.text !== 'nodes/proxy')
        return { refused: `${word.text} stands for several resources: name those that are needed.` };
      // Finer resources for the rest of the kubelet's API are on by default since 1.33 (KEP-2862).
      const instead = [
        'nodes/metrics',
        'nodes/stats',
        ...(kubernetesMinor >= 33 ? ['nodes/healthz', 'nodes/pods'] : []),
      ];
      const [first, ...rest] = instead.filter((name) => !rule.resources.some(({ text }) => text === name));
      const resources = rule.field.at('resources');
      return {
        title: `Ask for ${instead.join(', ')} instead (other requests to kubelets fail)`,
        changes: [
          first === undefined ? word.field.remove() : word.field.set(first),
          ...rest.map((name) => resources.append(name)),
        ],
        assumes: `whom ${rule.role.name} is for asks the kubelet for nothing else`,
      };
    });
  },
});
