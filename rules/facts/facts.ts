/**
 * What a document tells other documents: small plain records, without positions, so that equal facts mean nothing has to run
 * again. Owns extraction and the index over a scope; must not keep trees alive.
 */

import type { Dockerfile } from '../model/dockerfile/file.ts';
import { isRole, plain } from '../model/kubernetes/access.ts';
import { componentsOf } from '../model/kubernetes/component.ts';
import { foreignPoliciesOf } from '../model/kubernetes/foreign-policy.ts';
import { type Labels, readLabels, readSelector, type Selector, selectsAll } from '../model/kubernetes/labels.ts';
import { clientTlsOf } from '../model/kubernetes/mesh.ts';
import { networkPolicyOf, trafficRules } from '../model/kubernetes/network.ts';
import type { PlainRule } from '../model/kubernetes/permission.ts';
import { podSecurityLabel } from '../model/kubernetes/pod-security.ts';
import type { Resource } from '../model/kubernetes/resource.ts';
import type { TrafficPolicy } from '../model/kubernetes/traffic.ts';
import type { Span } from '../text/source.ts';
import {
  type BuildIgnoreFact,
  type BuildOrderFact,
  type ContainerFact,
  type CopiedFileFact,
  type DockerfileFact,
  imageFactsOf,
} from './build-facts.ts';
import {
  type CrossNamespaceReferenceFact,
  crossNamespaceReferenceFactsOf,
  type ReferenceGrantFact,
} from './cross-namespace-references.ts';
import type { FactRef } from './fact-ref.ts';
import {
  type AutoscalerFact,
  type BackendsFact,
  type BudgetFact,
  type NamespacelessFact,
  type PodsFact,
  referenceFactsOf,
  type ServiceFact,
  type SettingsFact,
  type SettingsUseFact,
} from './references.ts';
import {
  type CheckPodSecurity,
  type Setting,
  settingOf,
  type WorkloadFact,
  workloadFactsOf,
} from './workload-facts.ts';

export interface Fact {
  readonly apiVersion: string;
  readonly ref: FactRef;
  readonly kind: string;
  readonly name: string;
  /** As written in metadata. */
  readonly namespace: string | undefined;
}

/** A network policy; its rules are undefined where it is one of another project. */
export interface NetworkPolicyFact extends Fact, TrafficPolicy {
  /** Covers every namespace (CiliumClusterwideNetworkPolicy, AdminNetworkPolicy, ...). */
  readonly clusterWide: boolean;
}

export interface NamespaceFact extends Fact {
  readonly labels: Labels | undefined;
  /** Surely no Pod Security Standard is enforced by a label. */
  readonly unlabelled: boolean;
  /** Whether Linkerd takes its pods in, which an annotation says. */
  readonly linkerd: string | undefined;
}

export interface ServiceAccountFact extends Fact {
  readonly automount: Setting;
}

export interface RoleFact extends Fact {
  readonly rules: readonly PlainRule[];
  readonly labels: Labels | undefined;
  /** Selectors of the cluster roles whose rules this one is made of; empty for most. */
  readonly aggregates: readonly Selector[];
}

export interface BindingFact extends Fact {
  readonly roleKind: string | undefined;
  readonly roleName: string | undefined;
  readonly subjects: readonly {
    readonly kind: string;
    readonly name: string;
    readonly namespace: string | undefined;
  }[];
}

/** A component of the control plane, and whose certificates it accepts. */
export interface ComponentFact extends Fact {
  readonly component: string;
  /** Path of the file with the authorities of its clients. */
  readonly clientAuthorities: string;
}

export interface MeshFact extends Fact {
  readonly selector: Labels | undefined;
  readonly mode: string | undefined;
  /** Modes of single ports, by number. */
  readonly ports: { readonly [port: string]: string };
}

/** How clients in the mesh are to call a host: a DestinationRule that speaks of TLS. */
export interface ClientTlsFact extends Fact {
  /** As written: a name without dots is of the rule's own namespace. */
  readonly host: string;
  /** The clients it is for; undefined for all. */
  readonly selector: Labels | undefined;
  readonly mode: string | undefined;
  /** Modes of single ports, by number. */
  readonly ports: { readonly [port: string]: string };
}

export interface FactsByKind {
  readonly workload: readonly WorkloadFact[];
  readonly 'network-policy': readonly NetworkPolicyFact[];
  readonly namespace: readonly NamespaceFact[];
  readonly 'service-account': readonly ServiceAccountFact[];
  readonly role: readonly RoleFact[];
  readonly binding: readonly BindingFact[];
  readonly 'peer-authentication': readonly MeshFact[];
  readonly 'client-tls': readonly ClientTlsFact[];
  readonly authorization: readonly Fact[];
  readonly pods: readonly PodsFact[];
  readonly service: readonly ServiceFact[];
  readonly backends: readonly BackendsFact[];
  readonly autoscaler: readonly AutoscalerFact[];
  readonly budget: readonly BudgetFact[];
  readonly namespaceless: readonly NamespacelessFact[];
  readonly component: readonly ComponentFact[];
  readonly crossing: readonly CrossNamespaceReferenceFact[];
  readonly 'reference-grant': readonly ReferenceGrantFact[];
  readonly settings: readonly SettingsFact[];
  readonly 'settings-use': readonly SettingsUseFact[];
  readonly dockerfile: readonly DockerfileFact[];
  readonly 'build-order': readonly BuildOrderFact[];
  readonly 'build-ignore': readonly BuildIgnoreFact[];
  readonly container: readonly ContainerFact[];
  readonly 'copied-file': readonly CopiedFileFact[];
}
export type FactKind = keyof FactsByKind;

/** What workspace rules are handed: every fact of the scope. */
export interface Facts {
  readonly byKind: FactsByKind;
  /** Names of ConfigMaps and Secrets that kustomizations make, before kustomize adds its hash to them. */
  readonly generated: ReadonlySet<string>;
  /** Names, without tag, under which kustomizations deploy an image. */
  renamedImages(name: string): readonly string[];
  /**
   * The namespace an object ends up in: written, else set by the one kustomization that takes its file in; undefined when
   * nothing tells, which has to be read as "any".
   */
  namespaceOf(fact: Fact): string | undefined;
  /** The facts of a kind that may end up in the namespace of a fact, those that speak of every namespace left out. */
  near<K extends FactKind>(kind: K, fact: Fact): FactsByKind[K];
  /** The facts of a kind with that name. */
  named<K extends FactKind>(kind: K, name: string): FactsByKind[K];
  /** Whether nothing says that the two end up in different namespaces. */
  mayShareNamespace(a: Fact, b: Fact): boolean;
}

/** A fact before it is known which one of its file it is. */
export type FactWithoutRef = {
  [K in FactKind]: Omit<FactsByKind[K][number], 'ref'> & { readonly factKind: K };
}[FactKind];

/** Named places of a resource that workspace rules point at, in offsets of the resource's document. */
export type FactPlaces = { readonly [place: string]: Span };

export interface Extracted {
  readonly fact: FactWithoutRef;
  /** Left out once the tree was let go. */
  readonly resource?: Resource;
  readonly dockerfile?: Dockerfile;
  readonly places: FactPlaces;
}

/**
 * @param judge says which Pod Security Standard a pod meets; left out: nobody looks.
 * @returns the facts of one object; an object can give several (one for each pod template).
 */
export function factsOf(resource: Resource, judge?: CheckPodSecurity): readonly Extracted[] {
  const references = [...referenceFactsOf(resource), ...imageFactsOf(resource)];
  // What lacks something that its kind requires stands somewhere, but is not judged.
  return resource.partial
    ? references
    : [
        ...ownFactsOf(resource, judge),
        ...references,
        ...componentFactsOf(resource),
        ...crossNamespaceReferenceFactsOf(resource),
      ];
}

function ownFactsOf(resource: Resource, judge: CheckPodSecurity | undefined): readonly Extracted[] {
  const { apiVersion, kind, name, namespace } = resource;
  const base = { apiVersion, kind, name, namespace };
  const at = (fact: FactWithoutRef, places: Record<string, Span> = {}): Extracted => ({
    fact,
    resource,
    places: { name: resource.anchor, ...places },
  });

  if (resource.pods.length > 0) return workloadFactsOf(resource, judge);
  const policy = networkPolicyOf(resource);
  if (policy !== undefined) {
    const { podSelector, isolates, rules } = policy;
    const plainRules = { ingress: trafficRules(rules.ingress), egress: trafficRules(rules.egress) };
    const places = [...rules.ingress, ...rules.egress].map(({ direction, field, index }) => [
      `${direction}${index}`,
      field.anchor,
    ]);
    return [
      at(
        { ...base, factKind: 'network-policy', podSelector, isolates, rules: plainRules, clusterWide: false },
        Object.fromEntries(places),
      ),
    ];
  }
  const foreign = foreignPoliciesOf(resource);
  if (foreign !== undefined)
    return foreign.map((one) => at({ ...base, factKind: 'network-policy', ...one, rules: undefined }));
  if (resource.is('Namespace', '')) {
    const linkerd = resource.at('metadata', 'annotations', 'linkerd.io/inject').text;
    const labels = resource.at('metadata', 'labels');
    const enforce = labels.at(podSecurityLabel('enforce'));
    return [
      at(
        { ...base, factKind: 'namespace', labels: readLabels(labels), unlabelled: enforce.missing, linkerd },
        { enforce: enforce.present ? enforce.anchor : resource.anchor },
      ),
    ];
  }
  if (resource.is('ServiceAccount', '')) {
    return [
      at({ ...base, factKind: 'service-account', automount: settingOf(resource.at('automountServiceAccountToken')) }),
    ];
  }
  if (isRole(resource)) {
    const rules = resource.rules.map(plain);
    const places = Object.fromEntries(resource.rules.map((rule, i) => [`rule${i}`, rule.anchor]));
    const labels = readLabels(resource.at('metadata', 'labels'));
    const aggregates = resource.at('aggregationRule', 'clusterRoleSelectors').items.flatMap((item) => {
      const selector = readSelector(item);
      return selector === undefined || selectsAll(selector) ? [] : [selector];
    });
    return [at({ ...base, factKind: 'role', rules, labels, aggregates }, places)];
  }
  const { binding } = resource;
  if (binding !== undefined) {
    const subjects = binding.subjects.map(({ kind, name, namespace }) => ({ kind, name, namespace }));
    return [
      at(
        { ...base, factKind: 'binding', roleKind: binding.roleKind, roleName: binding.roleName, subjects },
        { roleRef: binding.roleRef.at('name').anchor },
      ),
    ];
  }
  if (resource.is('AuthorizationPolicy', 'security.istio.io')) return [at({ ...base, factKind: 'authorization' })];
  if (resource.kind === 'DestinationRule') return clientTlsFactsOf(resource);
  if (resource.is('PeerAuthentication', 'security.istio.io')) {
    const selector = readLabels(resource.at('spec', 'selector', 'matchLabels'));
    const mode = resource.at('spec', 'mtls', 'mode');
    const ports = Object.fromEntries(
      resource
        .at('spec', 'portLevelMtls')
        .entries.flatMap(([port, setting]) =>
          setting.at('mode').string === undefined ? [] : [[port, setting.at('mode').string as string]],
        ),
    );
    return [
      at(
        { ...base, factKind: 'peer-authentication', selector, mode: mode.string, ports },
        mode.present ? { mode: mode.anchor } : {},
      ),
    ];
  }
  return [];
}

function clientTlsFactsOf(resource: Resource): readonly Extracted[] {
  const { apiVersion, kind, name, namespace } = resource;
  const host = resource.at('spec', 'host').string;
  const settings = clientTlsOf(resource).filter(({ subset }) => subset === undefined);
  if (host === undefined || settings.length === 0) return [];
  const ports = Object.fromEntries(
    settings.flatMap(({ tls, port }) => {
      const own = tls.at('mode').string;
      return port === undefined || own === undefined ? [] : [[port, own]];
    }),
  );
  const mode = settings.find(({ port }) => port === undefined)?.tls.at('mode');
  const chosen = resource.at('spec', 'workloadSelector', 'matchLabels');
  const selector = chosen.present ? (readLabels(chosen) ?? {}) : undefined;
  const base = { apiVersion, kind, name, namespace, factKind: 'client-tls' as const };
  return [
    {
      fact: { ...base, host, selector, mode: mode?.string, ports },
      resource,
      places: { name: resource.anchor, ...(mode?.present === true ? { mode: mode.anchor } : {}) },
    },
  ];
}

/** The flag that names whose certificates a component accepts. */
const authorities: ReadonlyMap<string, string> = new Map([
  ['kube-apiserver', 'client-ca-file'],
  ['etcd', 'trusted-ca-file'],
]);

function componentFactsOf(resource: Resource): readonly Extracted[] {
  const { apiVersion, kind, name, namespace } = resource;
  return componentsOf(resource).flatMap(({ name: component, flags }) => {
    const flag = authorities.get(component);
    const found = flag === undefined ? undefined : flags?.get(flag);
    if (found === undefined) return [];
    const clientAuthorities = found.value;
    return [
      {
        fact: { apiVersion, kind, name, namespace, factKind: 'component' as const, component, clientAuthorities },
        resource,
        places: { name: resource.anchor, authorities: found.field.anchor },
      },
    ];
  });
}
