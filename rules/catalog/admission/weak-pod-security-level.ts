import type { FixOffer } from '../../contract/finding.ts';
import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubescape, nsa } from '../../contract/rule.ts';
import { type Admitted, admittedBy } from '../../facts/questions/admitted.ts';
import { isSystemNamespace } from '../../model/kubernetes/namespace.ts';
import { podSecurityLabel } from '../../model/kubernetes/pod-security.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';

export default defineRule({
  id: 'weak-pod-security-level',
  subject: 'workspace',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  closes: ['pod-security'],
  title: 'Namespace does not enforce the restricted standard',
  why: 'Below the restricted standard a pod may run as root and gain privileges; at `privileged` it may take the node.',
  remedy:
    'Warn of `restricted` first, fix what the warnings name, then enforce it. Give the pods that need more a namespace of their own.',
  ignoreWhen: 'The pods of the namespace are agents of the node that cannot run with less.',
  standards: [cis('5.2.1'), nsa()],
  aliases: [
    kubescape('pod-security-admission-restricted-applied-1'),
    kubescape('pod-security-admission-restricted-applied-2'),
  ],
  examples: {
    bad: [
      objects`
        Namespace shop
          labels:
      -     pod-security.kubernetes.io/enforce: baseline
            #                                   ^^^^^^^^ weak-pod-security-level 💡
      +     pod-security.kubernetes.io/enforce: restricted
      `,
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/enforce: privileged
            pod-security.kubernetes.io/warn: baseline
      `,
    ],
    good: [
      objects`
        Namespace kube-system
          labels:
            pod-security.kubernetes.io/enforce: privileged
      `,
    ],
  },

  reads: ['namespace', 'workload'],

  check(facts, report) {
    for (const namespace of facts.byKind.namespace) {
      const { name, labels } = namespace;
      const level = labels?.[enforce];
      if (isSystemNamespace(name) || (level !== 'baseline' && level !== 'privileged')) continue;
      report(namespace, `Enforces no more than ${level}: namespace ${name}.`, {
        place: 'enforce',
        fix: (resource) => restricted(resource, admittedBy(facts, namespace)),
      });
    }
  },
});

const enforce = podSecurityLabel('enforce');

function restricted(resource: Resource, admitted: Admitted | undefined): FixOffer {
  if (admitted !== undefined && admitted.level !== 'restricted')
    return {
      refused: `The pods of ${admitted.weakest.kind} ${admitted.weakest.name} would be refused; fix them first.`,
    };
  return {
    title: 'Enforce the restricted standard',
    consequence: 'new pods that break it are refused',
    changes: [resource.at('metadata', 'labels', enforce).set('restricted')],
    // Most pods break it as they are written, and what the known ones were just given nobody has tried yet.
    assumes: `${admitted === undefined ? 'the' : 'all other'} pods of ${resource.name} meet it`,
  };
}
