import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter, polaris } from '../../contract/rule.ts';
import type { Facts } from '../../facts/index.ts';
import type { BudgetFact } from '../../facts/kinds/budget.ts';
import type { PodsFact } from '../../facts/kinds/pods.ts';
import { autoscalerOf, podsSelected } from '../../facts/questions/lookup.ts';

export default defineRule({
  id: 'unmeetable-budget',
  subject: 'workspace',
  reads: ['pods', 'budget', 'autoscaler'],
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'Budget allows no disruption',
  why: 'No pod may ever be evicted, so no node can be drained.',
  remedy: 'Ask for fewer pods than `replicas` or `minReplicas`, or use `maxUnavailable`.',
  aliases: [polaris('pdbMinAvailableGreaterThanHPAMinReplicas'), kubeLinter('pdb-min-available')],
  examples: {
    bad: [
      objects`
        Deployment shop/web app=web
        PodDisruptionBudget shop/web
          minAvailable: 3
        #               ^ unmeetable-budget
          selector:
            matchLabels:
              app: web
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          minReplicas: 3
          maxReplicas: 5
      `,
      objects`
        Deployment shop/web app=web
        PodDisruptionBudget shop/web
          minAvailable: 2
          selector:
            matchLabels:
              app: web
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          minReplicas: 2
          maxReplicas: 5
      `,
    ],
    good: [
      objects`
        Deployment shop/web app=web
        PodDisruptionBudget shop/web
          minAvailable: 2
          selector:
            matchLabels:
              app: web
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          minReplicas: 3
          maxReplicas: 5
      `,
      objects`
        Deployment shop/web app=web
        PodDisruptionBudget shop/web
          minAvailable: 50%
          selector:
            matchLabels:
              app: web
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          minReplicas: 3
          maxReplicas: 5
      `,
    ],
  },

  check(facts, report) {
    for (const budgets of alike(facts).values()) {
      const [{ selector = [], ...first }] = budgets;
      const pods = runningFewest(facts, podsSelected(facts, first, selector));
      for (const budget of budgets) {
        const wanted = Number(budget.minAvailable);
        const enough = pods.findIndex(({ least }) => wanted < least);
        const few = pods.slice(0, enough < 0 ? pods.length : enough).sort((a, b) => a.place - b.place);
        for (const { runs } of few)
          report(budget, `Asks for ${budget.minAvailable} pods, and ${runs}: PodDisruptionBudget ${budget.name}.`, {
            place: 'minAvailable',
          });
      }
    }
  },
});

/** Budgets of one namespace and one selector select the same pods. */
function alike(facts: Facts): ReadonlyMap<string, readonly [BudgetFact, ...BudgetFact[]]> {
  const groups = new Map<string, [BudgetFact, ...BudgetFact[]]>();
  for (const budget of facts.byKind.budget) {
    const { selector, minAvailable = '' } = budget;
    if (selector === undefined || !/^\d+$/.test(minAvailable)) continue;
    const key = JSON.stringify([facts.namespaceOf(budget), selector]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [budget]);
    else group.push(budget);
  }
  return groups;
}

interface Running {
  /** How many pods there are at least. */
  readonly least: number;
  readonly runs: string;
  /** Among the pods that are selected. */
  readonly place: number;
}

/** The fewest first, so that a budget looks no further than at those that it asks too much of. */
function runningFewest(facts: Facts, selected: readonly PodsFact[]): readonly Running[] {
  const running = selected.flatMap((pods, place): Running[] => {
    if (pods.labels === undefined) return [];
    const scaled = autoscalerOf(facts, pods);
    const least = scaled === undefined ? pods.replicas : scaled.minReplicas;
    // None at all is meant to be off.
    if (least === undefined || least === 0) return [];
    const runs =
      scaled === undefined ? `${pods.kind} ${pods.name} runs ${least}` : `the autoscaler may keep only ${least}`;
    return [{ least, runs, place }];
  });
  return running.sort((a, b) => a.least - b.least);
}
