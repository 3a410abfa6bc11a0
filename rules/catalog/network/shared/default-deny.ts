/**
 * What fixes of network rules write: policies that deny a direction of traffic, for the pods of one workload or for a namespace, and
 * narrower rules. Names are still resolved: without that the first thing to break would be everything.
 */
import type { Fix } from '../../../contract/finding.ts';
import type { Facts } from '../../../facts/index.ts';
import type { WorkloadFact } from '../../../facts/kinds/workload.ts';
import { isCalledFromOutside } from '../../../facts/questions/callers.ts';
import { type Denied, denyPolicy } from '../../../model/kubernetes/deny-policy.ts';
import { type Labels, readLabels, steadyLabels } from '../../../model/kubernetes/labels.ts';
import type { NetworkRule, Opening } from '../../../model/kubernetes/network.ts';
import type { Resource } from '../../../model/kubernetes/resource.ts';
import type { Direction } from '../../../model/kubernetes/traffic.ts';
import { assumedOfTraffic } from './known-traffic.ts';

/** Labels by which a policy can select the pods of a workload; empty when there are none, or they are unknown. */
export function labelsToSelect(resource: Resource): Labels {
  const [pod, ...others] = resource.pods;
  if (pod === undefined || others.length > 0) return {};
  const selector = readLabels(resource.at('spec', 'selector', 'matchLabels')) ?? {};
  return steadyLabels(selector, pod.labels === undefined ? undefined : Object.fromEntries(pod.labels));
}

/** What is read of a workload that is not isolated, and for policies that isolate it. */
export const readsOfIsolation = [
  'workload',
  'network-policy',
  'service',
  'settings',
  'backends',
  'binding',
  'pod-maker',
  'api-call',
  'monitor',
] as const satisfies readonly (keyof Facts['byKind'])[];

const both: readonly Direction[] = ['ingress', 'egress'];

/** Fixes that isolate the pods of a workload for a direction: the workload alone, or all pods of its namespace. */
export function isolatingFixes(
  facts: Facts,
  resource: Resource,
  workload: WorkloadFact,
  direction: Direction,
): readonly (Fix | undefined)[] {
  const { name, namespace } = resource;
  const labels = labelsToSelect(resource);
  const assumes =
    direction === 'ingress' && isCalledFromOutside(facts, workload)
      ? `nobody outside of its namespace calls ${name}`
      : undefined;
  const add = (title: string, denied: Denied): Fix => ({
    title: `${title}${assumes === undefined ? ' (other traffic stops until allowed)' : ''}`,
    createsDocument: true,
    ...(assumes === undefined ? {} : { assumes }),
    changes: [{ kind: 'document', text: denyPolicy(denied), file: policyFile(name) }],
  });
  const stops =
    direction === 'ingress'
      ? `Only let the own namespace reach ${name}`
      : `Only let ${name} reach its own namespace and DNS`;
  return [
    name === '' || Object.keys(labels).length === 0
      ? undefined
      : add(stops, {
          name: `${name}-${direction}`,
          namespace,
          labels,
          directions: [direction],
          allowsNamespace: true,
        }),
    // Who asks for one workload did not ask for all of its namespace.
    defaultDenyFix(
      namespace,
      both,
      assumedOfTraffic(facts, facts.namespaceOf(workload), both) ??
        `nothing${namespace === undefined ? ' in this namespace' : ` in ${namespace}`} talks with anybody`,
    ),
  ];
}

/** The name for a file of its own that a policy of a workload or namespace may have. @param of undefined for what is given from outside. */
export const policyFile = (of: string | undefined): string =>
  `${of === undefined || of === '' ? '' : `${of}-`}network-policy.yaml`;

/** The fix that isolates all pods of a namespace. @param assumes what has to be true for its pods to go on. */
export function defaultDenyFix(
  namespace: string | undefined,
  directions: readonly Direction[],
  assumes: string | undefined,
): Fix {
  const name = directions.length === 2 ? 'default-deny' : `default-deny-${directions.join()}`;
  const what =
    directions.length === 2
      ? 'all traffic but DNS'
      : directions.includes('egress')
        ? 'all outgoing traffic but DNS'
        : 'all incoming traffic';
  return {
    title: `Deny ${what} ${namespace === undefined ? 'in this namespace' : `in ${namespace}`} by default${assumes === undefined ? ' (it stops until allowed)' : ''}`,
    createsDocument: true,
    ...(assumes === undefined ? {} : { assumes }),
    changes: [
      { kind: 'document', text: denyPolicy({ name, namespace, labels: {}, directions }), file: policyFile(namespace) },
    ],
  };
}

/** Lets the policy's own namespace through where a rule was open. */
export function onlyOwnNamespace(rule: NetworkRule, { field, to }: Opening): Fix {
  const title = 'Only let the own namespace in (other traffic stops until allowed)';
  if (to === 'everybody') return { title, changes: [rule.peersField.set([{ podSelector: {} }])] };
  const wide = field.at(to === 'every address' ? 'ipBlock' : 'namespaceSelector');
  return {
    title,
    changes: field.at('podSelector').present ? [wide.remove()] : [wide.rename('podSelector'), wide.set({})],
  };
}
