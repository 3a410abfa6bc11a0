/** Services: whom they select, and at which ports. */

import { type Labels, readLabels } from '../../model/kubernetes/labels.ts';
import { protocolOf } from '../../model/kubernetes/network.ts';
import type { Protocol } from '../../model/kubernetes/traffic.ts';
import type { Field } from '../../yaml/field.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface ServiceFact extends Fact {
  /** Undefined when it has none, or it is unknown. */
  readonly selector: Labels | undefined;
  readonly type: string | undefined;
  readonly ports: readonly ServicePort[];
}

export interface ServicePort {
  readonly number: number;
  readonly protocol: Protocol;
  /** A number, or what the container calls it. */
  readonly target: number | string;
}

export const service: FactSource<ServiceFact> = {
  objects: {
    of: ['Service'],
    evenPartial: true,
    extract(resource) {
      if (resource.group !== '') return [];
      const selector = resource.at('spec', 'selector');
      const labels = selector.present ? readLabels(selector) : undefined;
      return [
        {
          says: {
            type: resource.at('spec', 'type').string,
            ports: resource.at('spec', 'ports').items.flatMap(portOf),
            selector: labels !== undefined && Object.keys(labels).length > 0 ? labels : undefined,
          },
          places: { selector: selector.present ? selector.anchorOfKey : resource.anchor },
        },
      ];
    },
  },
};

function portOf(item: Field): readonly ServicePort[] {
  const number = item.at('port').integer;
  if (number === undefined) return [];
  const target = item.at('targetPort');
  return [{ number, protocol: protocolOf(item.at('protocol')), target: target.integer ?? target.string ?? number }];
}
