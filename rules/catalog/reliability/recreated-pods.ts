import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter, kubeScore } from '../../contract/rule.ts';

export default defineRule({
  id: 'recreated-pods',
  subject: 'resource',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Update removes all pods first',
  why: 'No pod answers between the old pods and the new ones.',
  remedy: 'Use the strategy `RollingUpdate`.',
  ignoreWhen: 'Two versions cannot run at once, such as over one volume.',
  aliases: [kubeScore('deployment-strategy'), kubeLinter('no-rolling-update-strategy')],
  examples: {
    bad: [
      objects`
        Deployment shop/web
          strategy:
            type: Recreate
        #         ^^^^^^^^ recreated-pods
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
      objects`
        Deployment shop/web
          strategy: {type: Recreate}
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
    ],
    good: [
      objects`Deployment shop/web app=web`,
      objects`
        Deployment shop/web
          strategy:
            type: RollingUpdate
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
    ],
  },

  check(resource, report) {
    if (resource.kind !== 'Deployment' && resource.kind !== 'DeploymentConfig') return;
    const type = resource.at('spec', 'strategy', 'type');
    if (type.string === undefined || /^Rolling(?:Update)?$/.test(type.string)) return;
    report(type, `Removes all pods in an update before new ones start: ${resource.label}.`);
  },
});
