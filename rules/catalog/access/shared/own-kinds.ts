/** Kinds that a project brings along: a star on them gives nothing of Kubernetes away. */
import { powerfulGroups } from '../../../data/powerful-groups.ts';
import { readVerbs } from '../../../data/rbac-verbs.ts';
import type { PolicyRule } from '../../../model/kubernetes/access.ts';

/** Whether a rule speaks of kinds alone that Kubernetes does not define, and writes none of a project that commands clusters. */
export function isOfOwnKinds(rule: PolicyRule): boolean {
  const isHarmless = (group: string): boolean => isReading(rule) || !powerfulGroups.test(group);
  return (
    rule.apiGroups.length > 0 &&
    rule.apiGroups.every(
      ({ text }) =>
        // What a metrics server shows is how much pods and nodes use; routes of the Gateway API hold no secrets.
        text === 'metrics.k8s.io' ||
        (text === 'gateway.networking.k8s.io' && isReading(rule)) ||
        (text.includes('.') && !/(?:^|\.)k8s\.io$/.test(text) && isHarmless(text)),
    )
  );
}

export const isReading = ({ verbs }: PolicyRule): boolean =>
  verbs.every(({ text }) => (readVerbs as readonly string[]).includes(text));
