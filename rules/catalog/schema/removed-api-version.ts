import { role } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule, kubeaudit, kubeLinter, kubeScore, trivy } from '../../contract/rule.ts';
import { removedApis } from '../../data/removed-apis.ts';

export default defineRule({
  id: 'removed-api-version',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  tags: ['reliability'],
  title: 'API version was removed from Kubernetes',
  why: 'The API server refuses the object, so that whatever it was to protect is not there: a NetworkPolicy, a Role, a budget.',
  remedy: 'Write the version that came in its place; where its fields differ, the migration guide says how.',
  ignoreWhen: 'The cluster is older than `kubernetesVersion` says; better set that.',
  aliases: [
    trivy('KSV-0107'),
    kubeScore('stable-version'),
    kubeLinter('no-extensions-v1beta'),
    kubeaudit('deprecatedapis'),
    kubeaudit('DeprecatedAPIUsed'),
  ],
  examples: {
    bad: [
      objects`
        Role.rbac.authorization.k8s.io/v1beta1 reader
          - apiGroups: [""]
            resources: [pods]
            verbs: [get]
      `,
      objects`
        PodSecurityPolicy.policy/v1beta1 restricted
          privileged: false
      `,
    ],
    good: [
      role`
        - apiGroups: [""]
          resources: [pods]
          verbs: [get]
      `,
      objects`
        HorizontalPodAutoscaler web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          maxReplicas: 3
      `,
    ],
  },

  check(resource, report, { kubernetesMinor }) {
    const { apiVersion, kind } = resource;
    const removed = removedApis.get(`${apiVersion} ${kind}`);
    if (removed === undefined || kubernetesMinor < removed.since) return;
    const { since, successor, needs } = removed;
    const field = resource.at('apiVersion');
    if (successor === undefined) {
      const gone = goneSince(kind);
      const what =
        gone === since
          ? `Removed in Kubernetes 1.${since}: ${kind}`
          : `Removed in Kubernetes 1.${since}, and all versions in 1.${gone}: ${kind} of ${apiVersion}`;
      report(field, `${what}; Pod Security labels of namespaces replace it.`);
      return;
    }
    report(field, `Removed in Kubernetes 1.${since}, which serves ${kind} as ${successor}.`, () => {
      const selector = resource.at('spec', 'selector');
      const isReady = needs === 'nothing' || (needs === 'spec.selector' && selector.isMap && selector.keys.length > 0);
      if (!isReady)
        return { refused: `Its fields differ from those of ${successor}; the migration guide of Kubernetes says how.` };
      return { title: `Write ${successor}`, changes: [field.set(successor)] };
    });
  },
});

/** The minor version that removed a kind from the last group it was in. */
function goneSince(kind: string): number {
  return Math.max(...[...removedApis].flatMap(([api, { since }]) => (api.endsWith(` ${kind}`) ? [since] : [])));
}
