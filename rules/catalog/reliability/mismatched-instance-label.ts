import { pod } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule, polaris } from '../../contract/rule.ts';

export default defineRule({
  id: 'mismatched-instance-label',
  subject: 'resource',
  severity: 'info',
  profile: 'all',
  tags: ['practice'],
  title: 'Instance label differs from the name of the object',
  why: 'Tools that group objects by `app.kubernetes.io/instance` show it elsewhere.',
  remedy: 'Give the label the name of the object.',
  aliases: [polaris('metadataAndInstanceMismatched')],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      objects`Deployment shop/web app=web`,
    ],
    good: [
      objects`
        Deployment shop/web
          labels:
            app.kubernetes.io/instance: web
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
        Service shop/web app=web
          ports:
            - port: 80
      `,
    ],
  },

  check(resource, report) {
    if (resource.pods.length === 0 || resource.partial || resource.name === '') return;
    const label = resource.at('metadata', 'labels', 'app.kubernetes.io/instance');
    if (label.missing) report(resource, `Has no label app.kubernetes.io/instance: ${resource.label}.`);
    else if (label.text !== undefined && label.text !== resource.name)
      report(label, `Differs from the name of the object, ${resource.name}: ${label.text}.`);
  },
});
