import { objects } from '../../contract/objects.ts';
import { defineRule, kics } from '../../contract/rule.ts';
import type { WorkloadFact } from '../../facts/kinds/workload.ts';

export default defineRule({
  id: 'shared-account',
  subject: 'workspace',
  reads: ['workload'],
  severity: 'info',
  profile: 'all',
  title: 'Several workloads act as one account',
  why: 'What one of them needs the others may do as well, and the audit log cannot tell them apart.',
  remedy: 'Give each workload a ServiceAccount of its own.',
  aliases: [kics('Shared Service Account')],
  examples: {
    bad: [
      objects`
        Pod shop/web
          serviceAccountName: shop
        #                     ^^^^ shared-account
        Pod shop/cart
          serviceAccountName: shop
        #                     ^^^^ shared-account
      `,
      objects`
        Pod shop/web
          serviceAccountName: shop
        Pod shop/cart
          serviceAccountName: shop
        Pod shop/mail
          serviceAccountName: mail
      `,
    ],
    good: [
      objects`
        Pod shop/web
          serviceAccountName: web
        Pod shop/cart
          serviceAccountName: cart
      `,
      objects`
        Pod shop/web
          serviceAccountName: shop
        Pod shop/cart
          serviceAccountName: shop
          automountServiceAccountToken: false
      `,
    ],
  },

  check(facts, report) {
    const users = new Map<string, WorkloadFact[]>();
    for (const workload of facts.byKind.workload) {
      const { serviceAccount } = workload;
      // The default account is another rule's; without its token an account is only a name.
      if (serviceAccount === undefined || serviceAccount === '' || serviceAccount === 'default') continue;
      if (workload.automount === false) continue;
      const key = `${facts.namespaceOf(workload) ?? workload.ref.file} ${serviceAccount}`;
      const known = users.get(key);
      if (known === undefined) users.set(key, [workload]);
      else known.push(workload);
    }
    for (const workloads of users.values()) {
      const counts = new Map<string, number>();
      for (const workload of workloads) counts.set(titleOf(workload), (counts.get(titleOf(workload)) ?? 0) + 1);
      const [first] = workloads;
      const second = workloads.find((workload) => first !== undefined && titleOf(workload) !== titleOf(first));
      if (first === undefined || second === undefined) continue;
      for (const workload of workloads) {
        const title = titleOf(workload);
        const other = titleOf(title === titleOf(first) ? second : first);
        const others = workloads.length - (counts.get(title) ?? 0);
        report(
          workload,
          `Acts as the account ${workload.serviceAccount} of ${other}${others > 1 ? ' and others' : ''}: ${title}.`,
          { place: 'account' },
        );
      }
    }
  },
});

const titleOf = ({ kind, name }: WorkloadFact): string => `${kind} ${name}`;
