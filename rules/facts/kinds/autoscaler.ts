/** What scales workloads. Sources: autoscaling API reference; KEDA documentation, "ScaledObject specification", with its defaults. */

import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Fact, FactSource, Statement } from '../fact.ts';

export interface AutoscalerFact extends Fact {
  readonly targetKind: string | undefined;
  readonly targetName: string | undefined;
  readonly minReplicas: number | undefined;
}

export const autoscaler: FactSource<AutoscalerFact> = {
  objects: {
    of: ['HorizontalPodAutoscaler', 'ScaledObject'],
    evenPartial: true,
    extract(resource) {
      if (resource.kind === 'HorizontalPodAutoscaler') return [autoscalerOf(resource)];
      return resource.group === 'keda.sh' ? [scaledObjectOf(resource)] : [];
    },
  },
};

function autoscalerOf(resource: Resource): Statement<AutoscalerFact> {
  const target = resource.at('spec', 'scaleTargetRef');
  const least = resource.at('spec', 'minReplicas');
  return {
    says: { targetKind: target.at('kind').string, targetName: target.at('name').string, minReplicas: least.integer },
    places: { target: target.at('name').present ? target.at('name').anchor : resource.anchor, least: least.anchor },
  };
}

function scaledObjectOf(resource: Resource): Statement<AutoscalerFact> {
  const target = resource.at('spec', 'scaleTargetRef');
  const least = resource.at('spec', 'minReplicaCount');
  return {
    says: {
      targetKind: target.at('kind').string ?? 'Deployment',
      targetName: target.at('name').string,
      minReplicas: least.missing ? 0 : least.integer,
    },
    places: { target: target.at('name').present ? target.at('name').anchor : resource.anchor, least: least.anchor },
  };
}
