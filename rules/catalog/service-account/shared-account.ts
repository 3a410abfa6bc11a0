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
        Pod shop/cart
          serviceAccountName: shop
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
      users.set(key, [...(users.get(key) ?? []), workload]);
    }
    for (const workloads of users.values()) {
      for (const workload of workloads) {
        const others = workloads.filter((other) => other.kind !== workload.kind || other.name !== workload.name);
        const [other] = others;
        if (other !== undefined)
          report(
            workload,
            `Acts as the account ${workload.serviceAccount} of ${other.kind} ${other.name}${others.length > 1 ? ' and others' : ''}: ${workload.kind} ${workload.name}.`,
            { place: 'account' },
          );
      }
    }
  },
});
