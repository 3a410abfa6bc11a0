import { yaml } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'incomplete-resource-quota',
  subject: 'resource',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'ResourceQuota is incomplete',
  why: 'What is not limited can still be used up by one workload of the namespace.',
  remedy: 'Set `requests.cpu`, `requests.memory`, `limits.cpu`, `limits.memory`.',
  aliases: [trivy('KSV-0040')],
  examples: {
    bad: [
      objects`
        ResourceQuota all
        #             ^^^ incomplete-resource-quota
          hard:
            requests.cpu: '1'
            requests.memory: 1Gi
            limits.memory: 2Gi
      `,
      yaml`
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: all
        spec: {}
      `,
    ],
    good: [
      objects`
        ResourceQuota all
          hard:
            requests.cpu: '1'
            requests.memory: 1Gi
            limits.cpu: '2'
            limits.memory: 2Gi
      `,
      objects`
        Service shop/web app=web
          ports:
            - port: 80
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('ResourceQuota', '')) return;
    const hard = resource.at('spec', 'hard');
    const missing = ['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'].filter(
      (key) => hard.at(key).missing,
    );
    if (missing.length > 0) report(resource, `Has no ${missing.join(', ')}: ${resource.label}.`);
  },
});
