import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter, kubeScore, polaris } from '../../contract/rule.ts';

export default defineRule({
  id: 'unspread-pods',
  subject: 'pod',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Nothing spreads the pods over nodes',
  why: 'The scheduler only prefers to spread them, so that all of them may run on one node, and go with it.',
  remedy: 'Write `topologySpreadConstraints` over `kubernetes.io/hostname`, or a `podAntiAffinity`.',
  ignoreWhen: 'The cluster has one node, or default constraints of its own.',
  aliases: [
    kubeLinter('no-anti-affinity'),
    kubeScore('deployment-has-host-podantiaffinity'),
    kubeScore('statefulset-has-host-podantiaffinity'),
    polaris('topologySpreadConstraint'),
  ],
  examples: {
    bad: [
      objects`Deployment shop/web app=web replicas=3`,
      objects`
        StatefulSet shop/web app=web replicas=2
          affinity:
            nodeAffinity: {}
      `,
    ],
    good: [
      objects`
        Deployment shop/web app=web replicas=3
          topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: kubernetes.io/hostname
              whenUnsatisfiable: ScheduleAnyway
              labelSelector:
                matchLabels:
                  app: web
      `,
      objects`Deployment shop/web app=web replicas=1`,
    ],
  },

  check(pod, report) {
    const { resource } = pod;
    if (!(resource.is('Deployment') || resource.is('StatefulSet')) || resource.partial) return;
    if ((resource.at('spec', 'replicas').integer ?? 1) < 2) return;
    if (pod.at('topologySpreadConstraints').missing && pod.at('affinity', 'podAntiAffinity').missing)
      report(resource, `May run all of its pods on one node: ${resource.label}.`);
  },
});
