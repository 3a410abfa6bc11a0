/** Services: whom they select, and at which ports. */

import { isPrivate, readBlock } from '../../model/kubernetes/address.ts';
import { type Labels, readLabels } from '../../model/kubernetes/labels.ts';
import { protocolOf } from '../../model/kubernetes/network.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Protocol } from '../../model/kubernetes/traffic.ts';
import type { Field } from '../../yaml/field.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface ServiceFact extends Fact {
  /** Its own; undefined when unknown. */
  readonly labels: Labels | undefined;
  /** Undefined when it has none, or it is unknown. */
  readonly selector: Labels | undefined;
  readonly type: string | undefined;
  /** It has addresses of its own outside of the cluster. */
  readonly hasExternalIPs: boolean;
  /** The load balancer takes connections from private addresses alone, or is an internal one. */
  readonly isInternal: boolean;
  readonly ports: readonly ServicePort[];
  /** All of its ports are known. */
  readonly isPortsKnown: boolean;
}

/** One port of a Service, with the API's defaults filled in. */
export interface ServicePort {
  readonly number: number;
  readonly name: string | undefined;
  readonly appProtocol: string | undefined;
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
      const { items } = resource.at('spec', 'ports');
      const labels = selector.present ? readLabels(selector) : undefined;
      return [
        {
          says: {
            labels: readLabels(resource.at('metadata', 'labels')),
            type: resource.at('spec', 'type').string,
            hasExternalIPs: resource.at('spec', 'externalIPs').strings.length > 0,
            isInternal: isInternal(resource),
            ports: items.flatMap(portOf),
            isPortsKnown: !resource.partial && items.length > 0 && items.every(isKnown),
            selector: labels !== undefined && Object.keys(labels).length > 0 ? labels : undefined,
          },
          places: {
            selector: selector.present ? selector.anchorOfKey : resource.anchor,
            type: resource.at('spec', 'type').present ? resource.at('spec', 'type').anchor : resource.anchor,
            ...Object.fromEntries(items.map((item, i) => [`target${i}`, item.at('targetPort').anchor])),
          },
        },
      ];
    },
  },
};

/**
 * Annotations by which clouds make a load balancer that only their own networks reach, and the values that say so; none stands for any. Sources: the
 * documentation of the AWS Load Balancer Controller, Google Kubernetes Engine, Azure and OpenStack on internal load balancers; read 2026-11-28.
 */
const internalBy: readonly (readonly [annotation: string, value: RegExp])[] = [
  ['service.beta.kubernetes.io/aws-load-balancer-internal', /^(?!false$)./],
  ['service.beta.kubernetes.io/aws-load-balancer-scheme', /^internal$/],
  ['cloud.google.com/load-balancer-type', /^internal$/i],
  ['networking.gke.io/load-balancer-type', /^internal$/i],
  ['service.beta.kubernetes.io/azure-load-balancer-internal', /^true$/],
  ['service.beta.kubernetes.io/openstack-internal-load-balancer', /^true$/],
];

function isInternal(resource: Resource): boolean {
  const annotations = resource.at('metadata', 'annotations');
  if (internalBy.some(([key, value]) => value.test(annotations.at(key).text ?? ''))) return true;
  const ranges = resource.at('spec', 'loadBalancerSourceRanges').strings.map(({ text }) => readBlock(text));
  return ranges.length > 0 && ranges.every((block) => block !== undefined && isPrivate(block));
}

function portOf(item: Field): readonly ServicePort[] {
  const number = item.at('port').integer;
  if (number === undefined) return [];
  const target = item.at('targetPort');
  return [
    {
      number,
      name: item.at('name').text,
      appProtocol: item.at('appProtocol').text,
      protocol: protocolOf(item.at('protocol')),
      target: target.integer ?? target.string ?? number,
    },
  ];
}

function isKnown(item: Field): boolean {
  const isSaid = (key: string): boolean => item.at(key).missing || item.at(key).text !== undefined;
  return item.at('port').integer !== undefined && ['name', 'targetPort', 'protocol'].every(isSaid);
}
