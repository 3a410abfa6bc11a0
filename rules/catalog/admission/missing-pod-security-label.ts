import type { Fix } from '../../contract/finding.ts';
import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubescape, nsa } from '../../contract/rule.ts';
import type { PodMakerFact } from '../../facts/kinds/pod-maker.ts';
import { type Admitted, admittedBy, makerIn } from '../../facts/questions/admitted.ts';
import { countsFor } from '../../facts/questions/constraints.ts';
import { isSystemNamespace } from '../../model/kubernetes/namespace.ts';
import { type PodSecurityMode, podSecurityLabel, podSecurityLevels } from '../../model/kubernetes/pod-security.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Field } from '../../yaml/field.ts';

export default defineRule({
  id: 'missing-pod-security-label',
  subject: 'workspace',
  severity: 'medium',
  profile: 'recommended',
  inSamples: 'strict',
  fix: 'review',
  closes: ['pod-security'],
  title: 'Namespace admits every pod',
  why: 'Without the label Pod Security admission lets privileged pods in. Whoever may create a pod in the namespace then has the node.',
  remedy:
    'Label the namespace `pod-security.kubernetes.io/enforce: baseline`, and `warn: restricted` to see what is left to do. Where pods need more, say `privileged`.',
  ignoreWhen:
    'Another admission controller, such as Kyverno or Gatekeeper, holds the pods to a standard, or the cluster has a default.',
  standards: [cis('5.2.1'), nsa()],
  aliases: [
    kubescape('pod-security-admission-applied-1'),
    kubescape('pod-security-admission-applied-2'),
    kubescape('pod-security-admission-baseline-applied-1'),
    kubescape('pod-security-admission-baseline-applied-2'),
    kubescape('pod-security-admission-restricted-applied-1'),
    kubescape('pod-security-admission-restricted-applied-2'),
  ],
  examples: {
    bad: [
      objects`Namespace shop`,
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/warn: restricted
            pod-security.kubernetes.io/enforce-version: v1.37
      `,
    ],
    good: [
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
      `,
      objects`
        Namespace storage
          labels:
            pod-security.kubernetes.io/enforce: privileged
      `,
    ],
  },

  reads: ['namespace', 'workload', 'pod-maker', 'openshift'],

  joins: 'absence',

  check(facts, report) {
    for (const namespace of facts.byKind.namespace) {
      const { name } = namespace;
      // OpenShift's own admission refuses what nobody was given.
      const isConstrained = facts.byKind.openshift.some(({ ref }) => countsFor(ref.file, namespace.ref.file));
      if (name === '' || isSystemNamespace(name) || !namespace.unlabelled) continue;
      report(namespace, `Admits every pod, privileged ones too: namespace ${name}.`, {
        ...(isConstrained ? { from: 'strict' } : {}),
        fix: (resource) => {
          const fix = labelled(resource, admittedBy(facts, namespace), makerIn(facts, namespace));
          // Patches may give a pod what the standard refuses.
          return facts.arePatched && fix.assumes === undefined ? { ...fix, untried: true } : fix;
        },
      });
    }
  },
});

/** What the known pods meet is enforced, and the next level asked for by words alone (kubernetes.io, "Enforcing Pod Security Standards"). */
function labelled(resource: Resource, admitted: Admitted | undefined, maker: PodMakerFact | undefined): Fix {
  const level = admitted?.level ?? 'baseline';
  const stricter = podSecurityLevels[podSecurityLevels.indexOf(level) + 1];
  const field = (mode: PodSecurityMode): Field => resource.at('metadata', 'labels', podSecurityLabel(mode));
  const changes = [
    field('enforce').set(level),
    ...(['warn', 'audit'] as const).flatMap((mode) =>
      stricter !== undefined && field(mode).missing ? [field(mode).set(stricter)] : [],
    ),
  ];
  if (level === 'privileged')
    return {
      title: `Warn of what breaks the ${stricter} standard, and enforce none (${admitted?.weakest.name} would be refused)`,
      changes,
      // It protects nothing yet, so that nobody should think it done.
      untried: true,
    };
  const caution = `new pods that break the ${level} standard are refused`;
  return {
    title: `Enforce the ${level} standard (${caution.replace(`the ${level} standard`, 'it')})`,
    changes,
    hardens: true,
    caution,
    // What a chart, an operator or a person makes stands in no file, and may need the node.
    ...(maker === undefined
      ? { untried: admitted === undefined }
      : { assumes: `the pods of ${maker.kind} ${maker.name} meet it` }),
  };
}
