import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter, kubescape } from '../../contract/rule.ts';
import { isThere } from '../../facts/questions/lookup.ts';

export default defineRule({
  id: 'missing-account',
  subject: 'workspace',
  reads: ['pods', 'service-account'],
  joins: 'absence',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'ServiceAccount of the pod does not exist',
  why: 'The API server refuses pods whose account does not exist. A workload then never gets any.',
  remedy: 'Create the ServiceAccount, or name one that is there.',
  ignoreWhen: 'The account comes from another repository, chart or operator.',
  aliases: [kubeLinter('non-existent-service-account'), kubescape('non-existent-service-account'), kubescape('C-0307')],
  examples: {
    bad: [
      objects`
        Deployment shop/web app=web
          serviceAccountName: web
      `,
      objects`
        Deployment shop/web app=web
          serviceAccountName: web
          #                   ^^^ missing-account
        ServiceAccount bank/web
      `,
    ],
    good: [
      objects`
        Deployment shop/web app=web
          serviceAccountName: web
        ServiceAccount shop/web
      `,
      objects`
        Deployment shop/web app=web
          serviceAccountName: default
      `,
    ],
  },

  check(facts, report) {
    for (const pods of facts.byKind.pods) {
      const { serviceAccount } = pods;
      if (serviceAccount === undefined || serviceAccount === '' || serviceAccount === 'default') continue;
      if (!isThere(facts, 'service-account', serviceAccount, pods))
        report(pods, `Names a ServiceAccount that does not exist: ${serviceAccount}, for ${pods.kind} ${pods.name}.`, {
          place: 'account',
        });
    }
  },
});
