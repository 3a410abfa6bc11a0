/**
 * Services that the API server itself calls: webhooks of admission and conversion, and APIs that are served by programs of the cluster. Sources: Kubernetes
 * API reference, WebhookClientConfig and APIService; read 2026-11-28.
 */
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Field } from '../../yaml/field.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface ApiCallFact extends Fact {
  /** As written: a kustomization gives the Service and what names it one prefix. */
  readonly services: readonly {
    readonly name: string;
    /** Undefined when unknown. */
    readonly namespace: string | undefined;
    /** Of the Service. */
    readonly port: number;
  }[];
}

export const apiCall: FactSource<ApiCallFact> = {
  objects: {
    of: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration', 'CustomResourceDefinition', 'APIService'],
    // Without what else they need they are parts that a patch completes, and name a Service all the same.
    evenPartial: true,
    extract(resource) {
      const services = servicesNamed(resource).flatMap((service) => {
        const name = service.at('name').string;
        if (name === undefined) return [];
        return [{ name, namespace: service.at('namespace').string, port: service.at('port').integer ?? 443 }];
      });
      return services.length === 0 ? [] : [{ says: { services } }];
    },
  },
};

function servicesNamed(resource: Resource): readonly Field[] {
  if (resource.group === 'admissionregistration.k8s.io')
    return resource.at('webhooks').items.map((webhook) => webhook.at('clientConfig', 'service'));
  if (resource.is('APIService', 'apiregistration.k8s.io')) return [resource.at('spec', 'service')];
  return resource.is('CustomResourceDefinition', 'apiextensions.k8s.io')
    ? [
        resource.at('spec', 'conversion', 'webhook', 'clientConfig', 'service'),
        resource.at('spec', 'conversion', 'webhookClientConfig', 'service'),
      ]
    : [];
}
