import { pod } from '../../contract/example.ts';
import { cis, defineRule, kics, kubeLinter } from '../../contract/rule.ts';

export default defineRule({
  id: 'default-account',
  subject: 'pod',
  severity: 'low',
  profile: 'all',
  title: 'Pod uses the default service account',
  why: 'A right that is given to the default account is given to every pod of the namespace that names none.',
  remedy: 'Give the workload an account of its own, or mount no token.',
  standards: [cis('5.1.5')],
  aliases: [kubeLinter('default-service-account'), kics('Service Account Name Undefined Or Empty')],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      pod`
        serviceAccountName: default
        #                   ^^^^^^^ default-account
      `,
    ],
    good: [pod`serviceAccountName: web`, pod`automountServiceAccountToken: false`],
  },

  check(pod, report) {
    if (!pod.isCreatedDirectly || pod.at('automountServiceAccountToken').is(false)) return;
    const name = pod.account;
    if (!name.missing && !name.is('default') && !name.is('')) return;
    report(name, 'Uses the default account of its namespace.');
  },
});
