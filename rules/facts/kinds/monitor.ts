/** Monitors of the Prometheus operator, and what they select. Source: prometheus-operator.dev, API reference, ServiceMonitor and PodMonitor. */

import { readSelector, type Selector } from '../../model/kubernetes/labels.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface MonitorFact extends Fact {
  readonly selects: 'Service' | 'pods';
  readonly selector: Selector | undefined;
  /** Where it looks; undefined: in its own namespace. */
  readonly namespaces: 'any' | readonly string[] | undefined;
}

export const monitor: FactSource<MonitorFact> = {
  objects: {
    of: ['ServiceMonitor', 'PodMonitor'],
    extract(resource) {
      if (resource.group !== 'monitoring.coreos.com') return [];
      const selector = resource.at('spec', 'selector');
      const where = resource.at('spec', 'namespaceSelector');
      const names = where.at('matchNames').strings.map(({ text }) => text);
      return [
        {
          says: {
            selects: resource.is('ServiceMonitor') ? 'Service' : 'pods',
            selector: selector.present ? readSelector(selector) : undefined,
            namespaces: where.unknown || where.at('any').is(true) ? 'any' : names.length === 0 ? undefined : names,
          },
          places: { selector: selector.present ? selector.anchorOfKey : resource.anchor },
        },
      ];
    },
  },
};
