/**
 * Facts on what objects refer to: which pods there are, whom Services, budgets and autoscalers select, where routes lead. Objects that lack
 * something their kind requires count as well: they exist, and may be what somebody refers to.
 */

import { adminInterfaceOf } from '../data/admin-interfaces.ts';
import { type Labels, readLabels, readSelector, type Selector } from '../model/kubernetes/labels.ts';
import { type Mention, mentionsOfConfigMap } from '../model/kubernetes/mentions.ts';
import type { Resource } from '../model/kubernetes/resource.ts';
import type { Protocol } from '../model/kubernetes/traffic.ts';
import type { Field } from '../yaml/field.ts';
import type { Extracted, Fact, FactPlaces, FactWithoutRef } from './facts.ts';
import { protocolOf } from './workload-facts.ts';

/** The pods of one template. */
export interface PodsFact extends Fact {
  /** Undefined when unknown. */
  readonly labels: Labels | undefined;
  readonly serviceAccount: string | undefined;
  readonly replicas: number | undefined;
  /** Of a StatefulSet: the Service that gives its pods their names. */
  readonly serviceName: string | undefined;
  /** The program with an interface for administrators that one of the images is known for. */
  readonly admin: string | undefined;
}

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

/** What an Ingress or a route of the Gateway API leads to. */
export interface BackendsFact extends Fact {
  /** Which controller an Ingress is for. */
  readonly className: string | undefined;
  /** It is for calls inside a mesh (GAMMA), and lets nobody in. */
  readonly isInside: boolean;
  /** Names of Services; `place` is where one is named. */
  readonly services: readonly {
    readonly name: string;
    readonly namespace: string | undefined;
    readonly place: string;
  }[];
}

export interface AutoscalerFact extends Fact {
  readonly targetKind: string | undefined;
  readonly targetName: string | undefined;
  readonly minReplicas: number | undefined;
}

export interface BudgetFact extends Fact {
  readonly selector: Selector | undefined;
  readonly minAvailable: string | undefined;
}

/** A ConfigMap or Secret, or what makes one. */
export interface SettingsFact extends Fact {
  readonly holds: 'ConfigMap' | 'Secret';
  /** Undefined when nobody can say what it will be called. */
  readonly called: string | undefined;
  /** Hosts that a ConfigMap names; nothing of a Secret is kept. */
  readonly mentions: readonly Mention[];
}

/** ConfigMaps and Secrets that the containers of a template read variables from, and fail to start without. */
export interface SettingsUseFact extends Fact {
  readonly uses: readonly {
    readonly holds: 'ConfigMap' | 'Secret';
    readonly called: string;
    readonly place: string;
  }[];
}

/** A namespaced object that is given no namespace, or the one called default. */
export interface NamespacelessFact extends Fact {
  readonly isPod: boolean;
}

export function referenceFactsOf(resource: Resource): readonly Extracted[] {
  return [...relationsOf(resource), ...namespacelessOf(resource), ...settingsOf(resource), ...settingsUsesOf(resource)];
}

/** Kinds that are worth a namespace of their own. */
const placed: ReadonlySet<string> = new Set(
  'ConfigMap Endpoints EndpointSlice Ingress NetworkPolicy PersistentVolumeClaim PodDisruptionBudget PodTemplate Role RoleBinding Secret Service ServiceAccount HorizontalPodAutoscaler LimitRange ResourceQuota Lease'.split(
    ' ',
  ),
);

function namespacelessOf(resource: Resource): readonly Extracted[] {
  const { apiVersion, kind, name, namespace, pods, group } = resource;
  const field = resource.at('metadata', 'namespace');
  const builtIn =
    group === '' ||
    group === 'apps' ||
    group === 'batch' ||
    group.endsWith('.k8s.io') ||
    group === 'policy' ||
    group === 'autoscaling';
  if (!(pods.length > 0 || (builtIn && placed.has(kind))) || !(field.state === 'absent' || field.is('default')))
    return [];
  // What every namespace has by itself.
  if (name === 'default' || name === 'kubernetes' || name === 'kube-root-ca.crt') return [];
  return [
    {
      fact: { apiVersion, kind, name, namespace, factKind: 'namespaceless', isPod: pods.length > 0 },
      resource,
      places: { name: field.present ? field.anchor : resource.anchor },
    },
  ];
}

function relationsOf(resource: Resource): readonly Extracted[] {
  const { apiVersion, kind, name, namespace } = resource;
  const base = { apiVersion, kind, name, namespace };
  const at = (fact: FactWithoutRef, places: FactPlaces = {}): Extracted => ({
    fact,
    resource,
    places: { name: resource.anchor, ...places },
  });
  if (resource.pods.length > 0) {
    return resource.pods.map((pod) => {
      const { labels } = pod;
      const account = pod.at('serviceAccountName').present ? pod.at('serviceAccountName') : pod.at('serviceAccount');
      return at(
        {
          ...base,
          factKind: 'pods',
          // Elsewhere labels may be added that this text does not show.
          labels: labels === undefined || !pod.isCreatedDirectly ? undefined : Object.fromEntries(labels),
          serviceAccount: account.string,
          replicas: resource.at('spec', 'replicas').integer,
          serviceName: resource.is('StatefulSet', 'apps') ? resource.at('spec', 'serviceName').string : undefined,
          admin: pod.containers
            .map(({ image }) => adminInterfaceOf(image?.reference.repository ?? ''))
            .find((known) => known !== undefined),
        },
        {
          account: account.present ? account.anchor : pod.anchor,
          replicas: resource.at('spec', 'replicas').anchor,
          serviceName: resource.at('spec', 'serviceName').anchor,
        },
      );
    });
  }
  if (resource.is('Service', '')) {
    const selector = resource.at('spec', 'selector');
    const labels = selector.present ? readLabels(selector) : undefined;
    return [
      at(
        {
          ...base,
          factKind: 'service',
          type: resource.at('spec', 'type').string,
          ports: resource.at('spec', 'ports').items.flatMap(servicePortOf),
          selector: labels !== undefined && Object.keys(labels).length > 0 ? labels : undefined,
        },
        { selector: selector.present ? selector.anchorOfKey : resource.anchor },
      ),
    ];
  }
  if (resource.is('ScaledObject', 'keda.sh')) {
    // Source: KEDA documentation, "ScaledObject specification", with its defaults.
    const target = resource.at('spec', 'scaleTargetRef');
    const least = resource.at('spec', 'minReplicaCount');
    return [
      at(
        {
          ...base,
          factKind: 'autoscaler',
          targetKind: target.at('kind').string ?? 'Deployment',
          targetName: target.at('name').string,
          minReplicas: least.missing ? 0 : least.integer,
        },
        { target: target.at('name').present ? target.at('name').anchor : resource.anchor, least: least.anchor },
      ),
    ];
  }
  if (resource.is('HorizontalPodAutoscaler')) {
    const target = resource.at('spec', 'scaleTargetRef');
    return [
      at(
        {
          ...base,
          factKind: 'autoscaler',
          targetKind: target.at('kind').string,
          targetName: target.at('name').string,
          minReplicas: resource.at('spec', 'minReplicas').integer,
        },
        {
          target: target.at('name').present ? target.at('name').anchor : resource.anchor,
          least: resource.at('spec', 'minReplicas').anchor,
        },
      ),
    ];
  }
  if (resource.is('PodDisruptionBudget')) {
    const selector = resource.at('spec', 'selector');
    return [
      at(
        {
          ...base,
          factKind: 'budget',
          selector: selector.present ? readSelector(selector) : undefined,
          minAvailable: resource.at('spec', 'minAvailable').text,
        },
        { minAvailable: resource.at('spec', 'minAvailable').anchor },
      ),
    ];
  }
  const named = backendsOf(resource);
  return named.length === 0
    ? []
    : [
        at(
          {
            ...base,
            factKind: 'backends',
            className:
              resource.at('spec', 'ingressClassName').string ??
              resource.at('metadata', 'annotations', 'kubernetes.io/ingress.class').string,
            isInside: isInside(resource),
            services: named.map(({ service, namespace: of }, i) => ({
              name: service.string ?? '',
              namespace: of.string,
              place: `backend${i}`,
            })),
          },
          Object.fromEntries(named.map(({ service }, i) => [`backend${i}`, service.anchor])),
        ),
      ];
}

function servicePortOf(item: Field): readonly ServicePort[] {
  const number = item.at('port').integer;
  if (number === undefined) return [];
  const target = item.at('targetPort');
  return [{ number, protocol: protocolOf(item.at('protocol')), target: target.integer ?? target.string ?? number }];
}

/** Kinds of other projects that leave a Secret behind, and where they name it; left out: under their own name. */
const secretMakers: ReadonlyMap<string, readonly string[]> = new Map([
  ['SealedSecret', ['spec', 'template', 'metadata', 'name']],
  ['ExternalSecret', ['spec', 'target', 'name']],
  ['Certificate', ['spec', 'secretName']],
  ['VaultStaticSecret', ['spec', 'destination', 'name']],
  ['OnePasswordItem', []],
  ['SopsSecret', []],
  ['InfisicalSecret', ['spec', 'managedSecretReference', 'secretName']],
]);

function settingsOf(resource: Resource): readonly Extracted[] {
  const { apiVersion, kind, name, namespace } = resource;
  const made = secretMakers.get(kind);
  if (!resource.is('ConfigMap', '') && !resource.is('Secret', '') && made === undefined) return [];
  const elsewhere = made === undefined || made.length === 0 ? undefined : resource.at(...made);
  const called = elsewhere?.present ? elsewhere.string : resource.at('metadata', 'name').string;
  const holds = kind === 'ConfigMap' ? 'ConfigMap' : 'Secret';
  const mentions = resource.is('ConfigMap', '') ? mentionsOfConfigMap(resource) : [];
  return [
    {
      fact: { apiVersion, kind, name, namespace, factKind: 'settings', holds, called, mentions },
      resource,
      places: {},
    },
  ];
}

function settingsUsesOf(resource: Resource): readonly Extracted[] {
  const { apiVersion, kind, name, namespace } = resource;
  const named: { holds: 'ConfigMap' | 'Secret'; field: Field }[] = [];
  const note = (holds: 'ConfigMap' | 'Secret', ref: Field): void => {
    // An optional one may be missing.
    if (ref.at('name').string !== undefined && !ref.at('optional').is(true) && !ref.at('optional').unknown)
      named.push({ holds, field: ref.at('name') });
  };
  for (const container of resource.pods.flatMap(({ containers }) => containers)) {
    for (const item of container.at('env').items) {
      note('ConfigMap', item.at('valueFrom', 'configMapKeyRef'));
      note('Secret', item.at('valueFrom', 'secretKeyRef'));
    }
    for (const item of container.at('envFrom').items) {
      note('ConfigMap', item.at('configMapRef'));
      note('Secret', item.at('secretRef'));
    }
  }
  if (named.length === 0) return [];
  const uses = named.map(({ holds, field }, i) => ({ holds, called: field.string ?? '', place: `settings${i}` }));
  return [
    {
      fact: { apiVersion, kind, name, namespace, factKind: 'settings-use', uses },
      resource,
      places: {
        name: resource.anchor,
        ...Object.fromEntries(named.map(({ field }, i) => [`settings${i}`, field.anchor])),
      },
    },
  ];
}

interface NamedBackend {
  readonly service: Field;
  readonly namespace: Field;
}

/** Services that are named as backends; other kinds of backends and unknown names left out. */
function backendsOf(resource: Resource): readonly NamedBackend[] {
  const spec = resource.at('spec');
  if (resource.is('Ingress')) {
    const paths = spec.at('rules').items.flatMap((rule) => rule.at('http', 'paths').items);
    const backends = [spec.at('defaultBackend'), spec.at('backend'), ...paths.map((path) => path.at('backend'))];
    return backends
      .flatMap((backend) => [backend.at('service', 'name'), backend.at('serviceName')])
      .filter((service) => service.string !== undefined)
      .map((service) => ({ service, namespace: resource.at('metadata', 'namespace') }));
  }
  if (resource.is('VirtualService', 'networking.istio.io')) return destinationsOf(resource);
  if (resource.group !== 'gateway.networking.k8s.io' || !resource.kind.endsWith('Route')) return [];
  return spec
    .at('rules')
    .items.flatMap((rule) => rule.at('backendRefs').items)
    .filter((ref) => !ref.at('group').present || ref.at('group').is(''))
    .filter((ref) => !ref.at('kind').present || ref.at('kind').is('Service'))
    .filter((ref) => ref.at('name').string !== undefined)
    .map((ref) => ({
      service: ref.at('name'),
      namespace: ref.at('namespace').present ? ref.at('namespace') : resource.at('metadata', 'namespace'),
    }));
}

/** What traffic that comes in by a gateway is led to; a virtual service without one is for calls inside the mesh. */
function destinationsOf(resource: Resource): readonly NamedBackend[] {
  const spec = resource.at('spec');
  if (!spec.at('gateways').strings.some(({ text }) => text !== 'mesh')) return [];
  return ['http', 'tls', 'tcp']
    .flatMap((protocol) => spec.at(protocol).items)
    .flatMap((route) => route.at('route').items)
    .map((route) => route.at('destination', 'host'))
    .filter((service) => service.string !== undefined)
    .map((service) => ({ service, namespace: resource.at('metadata', 'namespace') }));
}

/** A route that hangs on Services alone (gateway-api.sigs.k8s.io, "GAMMA"). */
function isInside(resource: Resource): boolean {
  const parents = resource.at('spec', 'parentRefs').items;
  return parents.length > 0 && parents.every((parent) => parent.at('kind').is('Service'));
}
