import { objects } from '../../contract/objects.ts';
import { checkov, cis, defineRule, kics, kubeLinter, kubeScore, kubescape, nsa, polaris } from '../../contract/rule.ts';
import type { Facts } from '../../facts/index.ts';
import type { WorkloadFact } from '../../facts/kinds/workload.ts';
import { deniesByDefault, isIsolated, openDirections } from '../../facts/questions/isolation.ts';
import { servicesOf } from '../../facts/questions/services.ts';
import { isolatingFixes, readsOfIsolation } from './shared/default-deny.ts';
import { leastPrivilegeFix } from './shared/least-privilege.ts';

export default defineRule({
  id: 'unisolated-ingress',
  subject: 'workspace',
  reads: ['namespace', ...readsOfIsolation],
  joins: 'absence',
  severity: 'medium',
  profile: 'recommended',
  inSamples: 'strict',
  fix: 'review',
  closes: ['network-policy'],
  raisedByExposure: false,
  // The next workload of the namespace tells it then.
  uncovers: ['unisolated-ingress'],
  title: 'No network policy limits who reaches the pods',
  why: 'Every pod of the cluster reaches every port of an open pod, including those bound for the same host. An attacker in one program continues to databases and admin ports.',
  remedy:
    'Add a NetworkPolicy whose `podSelector` selects the pods and whose `ingress` names who may reach them, or one for the namespace that denies by default.',
  ignoreWhen:
    "The policies of the namespace are kept elsewhere, or something else isolates the pods, such as the cloud's firewall.",
  standards: [cis('5.3.2'), nsa()],
  aliases: [
    kubeLinter('non-isolated-pod'),
    checkov('CKV2_K8S_6'),
    kubescape('C-0260'),
    kubescape('C-0030'),
    kubeScore('pod-networkpolicy'),
    polaris('missingNetworkPolicy'),
    kics('Pod Misconfigured Network Policy'),
  ],
  examples: {
    bad: [
      objects`Deployment shop/web app=web`,
      objects`
        Deployment shop/web app=web
        NetworkPolicy shop/web app=web
          policyTypes: [Egress]
      `,
    ],
    good: [
      objects`
        Deployment shop/web app=web
        NetworkPolicy shop/web app=web
          policyTypes: [Ingress]
      `,
      objects`
        Deployment shop/web app=web
        NetworkPolicy shop/default-deny
          podSelector: {}
          policyTypes: [Ingress, Egress]
      `,
    ],
  },

  check(facts, report) {
    // Network policies do not reach pods that use the node's network.
    const open = facts.byKind.workload.filter(
      (workload) =>
        workload.hostNetwork !== true && workload.hostNetwork !== 'unknown' && !isIsolated(facts, workload, 'ingress'),
    );
    const telling = namespaceTellers(facts, open);
    for (const workload of open) {
      const others = telling.get(workload)?.filter((other) => other !== workload);
      const more = others === undefined || others.length === 0 ? '' : ` and ${others.length} more in its namespace`;
      report(workload, `No NetworkPolicy limits who reaches the pods of ${nameOf(workload)}${more}.`, {
        ...(others === undefined ? { from: 'strict' } : {}),
        related: (others ?? []).slice(0, mostRelated).map((fact) => ({
          fact,
          place: 'name',
          message: `Neither those of ${nameOf(fact)}.`,
        })),
        fix: (resource) => [
          leastPrivilegeFix(facts, workload, openDirections(facts, workload)),
          ...isolatingFixes(facts, resource, workload, 'ingress'),
        ],
      });
    }
  },
});

const nameOf = ({ kind, name }: WorkloadFact): string => (name === '' ? kind : `${kind} ${name}`);

/** Related places of one finding; a namespace may have a thousand workloads. */
const mostRelated = 20;

/**
 * One policy that denies by default isolates a namespace, so that one finding is enough: on the first workload that somebody may reach, or on the Namespace
 * where that is in a file.
 * @returns the workloads that tell it, each with all that it tells it of.
 */
function namespaceTellers(
  facts: Facts,
  open: readonly WorkloadFact[],
): ReadonlyMap<WorkloadFact, readonly WorkloadFact[]> {
  const groups = new Map<string | undefined, WorkloadFact[]>();
  for (const workload of open) {
    const namespace = facts.namespaceOf(workload);
    if (isSilent(facts, workload) || isToldOfNamespace(facts, namespace)) continue;
    const group = groups.get(namespace);
    if (group === undefined) groups.set(namespace, [workload]);
    else group.push(workload);
  }
  return new Map([...groups.values()].flatMap((group) => group.slice(0, 1).map((first) => [first, group] as const)));
}

/** What declares no port, and no Service leads to, answers nobody, as far as anybody says. A Service of Knative is one by itself. */
const isSilent = (facts: Facts, workload: WorkloadFact): boolean =>
  workload.kind !== 'Service' && workload.ports.length === 0 && servicesOf(facts, workload).length === 0;

/** Whether `missing-default-deny` says it of the namespace. */
const isToldOfNamespace = (facts: Facts, namespace: string | undefined): boolean =>
  namespace !== undefined &&
  facts.named('namespace', namespace).some((fact) => !deniesByDefault(facts, fact, 'ingress'));
