import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter, polaris } from '../../contract/rule.ts';

export default defineRule({
  id: 'blocked-eviction',
  subject: 'resource',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'Budget allows no eviction',
  why: 'A node cannot be drained while the budget forbids it, so that upgrades of the cluster stop.',
  remedy: 'Let one pod be away: `maxUnavailable: 1`.',
  aliases: [polaris('pdbDisruptionsIsZero'), kubeLinter('pdb-max-unavailable'), kubeLinter('pdb-min-available')],
  examples: {
    bad: [
      objects`
        PodDisruptionBudget shop/web
          maxUnavailable: 0
          selector:
            matchLabels:
              app: web
      `,
      objects`
        PodDisruptionBudget shop/web
          minAvailable: 100%
        #               ^^^^ blocked-eviction
          selector:
            matchLabels:
              app: web
      `,
    ],
    good: [
      objects`
        PodDisruptionBudget shop/web
          maxUnavailable: 1
          selector:
            matchLabels:
              app: web
      `,
      objects`
        PodDisruptionBudget shop/web
          minAvailable: 50%
          selector:
            matchLabels:
              app: web
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('PodDisruptionBudget')) return;
    const most = resource.at('spec', 'maxUnavailable');
    const least = resource.at('spec', 'minAvailable');
    for (const field of [
      most.is(0) || most.is('0') || most.is('0%') ? most : undefined,
      least.is('100%') ? least : undefined,
    ])
      if (field !== undefined) report(field, `Lets no pod be evicted: PodDisruptionBudget ${resource.name}.`);
    for (const field of [most, least]) {
      const percent = /^(\d+)%$/.exec(field.string ?? '')?.[1];
      if (Number(percent) > 100)
        report(
          field,
          `Refused by the API server, as ${field.string} is more than all pods: PodDisruptionBudget ${resource.name}.`,
        );
    }
  },
});
