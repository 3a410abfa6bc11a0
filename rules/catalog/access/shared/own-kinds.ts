/** Kinds that a project brings along: a star on them gives nothing of Kubernetes away. */
import { powerfulGroups } from '../../../data/powerful-groups.ts';
import type { PolicyRule } from '../../../model/kubernetes/access.ts';

/** Whether a rule speaks of kinds alone that neither Kubernetes nor a project that commands clusters defines. */
export const isOfOwnKinds = ({ apiGroups }: PolicyRule): boolean =>
  apiGroups.length > 0 &&
  apiGroups.every(
    ({ text }) =>
      // What a metrics server shows is how much pods and nodes use.
      text === 'metrics.k8s.io' || (text.includes('.') && !/(?:^|\.)k8s\.io$/.test(text) && !powerfulGroups.test(text)),
  );
