import { objects } from '../../contract/objects.ts';
import { defineRule, polaris } from '../../contract/rule.ts';

export default defineRule({
  id: 'idle-autoscaler',
  subject: 'resource',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Autoscaler cannot add pods',
  why: 'It cannot add a pod, whatever the load.',
  remedy: 'Set `maxReplicas` above `minReplicas`.',
  aliases: [polaris('hpaMaxAvailability')],
  examples: {
    bad: [
      objects`
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          minReplicas: 3
          maxReplicas: 3
        #              ^ idle-autoscaler
      `,
      objects`
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          maxReplicas: 1
      `,
    ],
    good: [
      objects`
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          minReplicas: 2
          maxReplicas: 5
      `,
      objects`
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          maxReplicas: 2
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('HorizontalPodAutoscaler')) return;
    const most = resource.at('spec', 'maxReplicas');
    const least = resource.at('spec', 'minReplicas');
    const from = least.missing ? 1 : least.integer;
    if (most.integer === undefined || from === undefined || most.integer > from) return;
    report(most, `Cannot add a pod: autoscaler ${resource.name}.`);
  },
});
