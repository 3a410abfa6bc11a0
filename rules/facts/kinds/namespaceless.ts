/** Objects that end up in whatever namespace they are applied to. */

import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Fact, FactSource } from '../fact.ts';

/** A namespaced object that is given no namespace, or the one called default. */
export interface NamespacelessFact extends Fact {
  readonly isPod: boolean;
}

export const namespaceless: FactSource<NamespacelessFact> = {
  objects: {
    of: 'every kind',
    evenPartial: true,
    extract(resource) {
      const isPod = resource.pods.length > 0;
      if (!isPod && !isWorthOne(resource)) return [];
      const field = resource.at('metadata', 'namespace');
      if (!(field.state === 'absent' || field.is('default')) || everywhere.has(resource.name)) return [];
      return [{ says: { isPod }, places: { name: field.present ? field.anchor : resource.anchor } }];
    },
  },
};

/** What every namespace has by itself. */
const everywhere: ReadonlySet<string> = new Set(['default', 'kubernetes', 'kube-root-ca.crt']);

/** Kinds that are worth a namespace of their own. */
const placed: ReadonlySet<string> = new Set(
  'ConfigMap Endpoints EndpointSlice Ingress NetworkPolicy PersistentVolumeClaim PodDisruptionBudget PodTemplate Role RoleBinding Secret Service ServiceAccount HorizontalPodAutoscaler LimitRange ResourceQuota Lease'.split(
    ' ',
  ),
);

const builtIn: ReadonlySet<string> = new Set(['', 'apps', 'batch', 'policy', 'autoscaling']);

const isWorthOne = ({ kind, group }: Resource): boolean =>
  placed.has(kind) && (builtIn.has(group) || group.endsWith('.k8s.io'));
