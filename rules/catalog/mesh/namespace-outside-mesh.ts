import type { Fix } from '../../contract/finding.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import type { WorkloadFact } from '../../facts/kinds/workload.ts';
import { remembered } from '../../facts/near-by.ts';
import { type Membership, membershipOf } from '../../facts/questions/mesh.ts';
import { saysMutualTls } from '../../facts/questions/mutual-tls.ts';
import { isMeshNamespace, isSystemNamespace } from '../../model/kubernetes/namespace.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import { strictMtls } from './shared/mesh-document.ts';

export default defineRule({
  id: 'namespace-outside-mesh',
  subject: 'workspace',
  reads: ['namespace', 'workload', 'peer-authentication'],
  joins: 'absence',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Namespace is not in the mesh that others are in',
  why: 'Its pods talk in plain text, and mesh policies that name identities do not know them. An attacker there can be anybody.',
  remedy: 'Let the mesh take its pods in, or say of the namespace that it stays outside.',
  ignoreWhen: 'Its programs break behind a proxy, and a network policy keeps others away from them.',
  examples: {
    bad: [
      objects`
        Namespace shop
          labels:
            istio-injection: enabled
        Namespace bank
        Pod bank/web
      `,
      objects`
        Namespace shop
          annotations:
            linkerd.io/inject: enabled
        Namespace bank
        Pod bank/web
      `,
    ],
    good: [
      objects`
        Namespace shop
          labels:
            istio-injection: enabled
        Namespace bank
          labels:
            istio-injection: enabled
        Pod bank/web
      `,
      objects`
        Namespace shop
          labels:
            istio-injection: enabled
        Namespace bank
          labels:
            istio-injection: disabled
        Pod bank/web
      `,
    ],
  },

  check(facts, report) {
    const memberships = facts.byKind.namespace.map(membershipOf);
    const joined = memberships.find((membership) => membership !== undefined && membership !== 'none');
    if (joined === undefined) return;
    facts.byKind.namespace.forEach((namespace, i) => {
      const { name } = namespace;
      if (memberships[i] !== undefined || namespace.labels === undefined || isApart(name)) return;
      const outside = undecided(facts).get(name);
      if (outside === undefined) return;
      report(
        namespace,
        `Not in the mesh that other namespaces are in: namespace ${name}, with ${outside.kind} ${outside.name}.`,
        {
          related: [{ fact: outside, place: 'name', message: 'This one gets no proxy.' }],
          fix: (resource) => takenIn(resource, joined, joined.mesh === 'linkerd' || saysMutualTls(facts, name)),
        },
      );
    });
  },
});

/** @param settled whether it is said what the proxies accept; where not, plain text would still come in. */
function takenIn(resource: Resource, { by, key, value }: Membership, settled: boolean): Fix {
  const what = 'Let the mesh take its pods in';
  const label = resource.at('metadata', by, key).set(value);
  if (settled)
    return { title: `${what} (once they start again; their calls are then held to its rules)`, changes: [label] };
  const { changes = [] } = strictMtls(resource.name);
  return {
    title: `${what} and require mutual TLS (clients outside of the mesh are refused)`,
    changes: [label, ...changes],
    createsDocument: true,
  };
}

/** By namespace: the first workload whose pods are in a mesh only where their namespace is. */
const undecided = remembered((facts) => {
  const found = new Map<string, WorkloadFact>();
  for (const workload of facts.byKind.workload) {
    const own = facts.namespaceOf(workload);
    if (own === undefined || found.has(own) || workload.hostNetwork === true || decides(workload)) continue;
    found.set(own, workload);
  }
  return found;
});

/** Pods that speak for themselves. */
function decides({ labels, meshAnnotations }: WorkloadFact): boolean {
  const keys = ['sidecar.istio.io/inject', 'istio.io/dataplane-mode', 'linkerd.io/inject'];
  return labels === undefined || keys.some((key) => key in labels || key in meshAnnotations);
}

/** Namespaces of the cluster and of the mesh; certificates come to a mesh from outside of it. */
function isApart(name: string): boolean {
  return isSystemNamespace(name) || isMeshNamespace(name) || name === 'cert-manager';
}
