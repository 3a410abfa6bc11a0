import { defineRule, kubeLinter, kubeScore, polaris, yaml } from '../rule.ts';

export default defineRule({
  id: 'few-replicas',
  subject: 'resource',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  since: '0.1.0',
  title: 'Fewer than three pods',
  why: 'When one node goes while another is being upgraded, nobody answers.',
  remedy: 'Run three or more.',
  standards: [],
  aliases: [
    kubeLinter('minimum-three-replicas'),
    kubeLinter('hpa-minimum-three-replicas'),
    polaris('deploymentMissingReplicas'),
    polaris('hpaMinAvailability'),
    kubeScore('deployment-replicas'),
  ],
  examples: {
    bad: [
      yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          replicas: 1
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: web
                  image: nginx:1.29
      `,
      yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
          namespace: shop
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          minReplicas: 2
          maxReplicas: 5
      `,
    ],
    good: [
      yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          replicas: 3
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: web
                  image: nginx:1.29
      `,
      yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
          namespace: shop
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          minReplicas: 3
          maxReplicas: 5
      `,
    ],
  },

  check(resource, report) {
    const field = resource.is('Deployment', 'apps')
      ? resource.at('spec', 'replicas')
      : resource.is('HorizontalPodAutoscaler')
        ? resource.at('spec', 'minReplicas')
        : undefined;
    // None at all is meant to be off; what nothing says is left to an autoscaler.
    if (field?.integer === undefined || field.integer === 0 || field.integer > 2) return;
    report(field, `${resource.label} runs ${field.integer === 1 ? 'a single pod' : 'two pods'}.`);
  },
});
