import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { controlsOf, fixFor, inPlaces, standardOf } from './shared/admission.ts';

export default defineRule({
  id: 'warned-by-admission',
  subject: 'admission',
  severity: 'low',
  profile: 'recommended',
  fix: 'review',
  uncovers: ['unisolated-ingress', 'unisolated-egress'],
  title: 'Namespace warns of the pod or records it',
  why: 'Whoever labelled the namespace wants to enforce this standard. The pod is admitted today and prevents that.',
  remedy: 'Fix the controls that are named, so that the namespace can enforce what it now only warns of.',
  ignoreWhen: 'The namespace is only being watched, and nobody means to enforce the standard.',
  examples: {
    bad: [
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/warn: baseline
        Pod shop/web
      -   hostNetwork: true
      `,
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
            pod-security.kubernetes.io/audit: restricted
        Pod shop/web
      `,
    ],
    good: [
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/warn: privileged
        Pod shop/web
          hostNetwork: true
      `,
    ],
  },

  check({ pod: { resource }, namespace, violationsByMode }, report) {
    for (const { requirement, violations } of violationsByMode) {
      if (requirement.mode === 'enforce') continue;
      const what = requirement.mode === 'warn' ? 'Warned of' : 'Recorded';
      report(
        resource,
        `${what} by namespace ${namespace} for breaking ${standardOf(requirement)}: ${controlsOf(violations)}.`,
        (around) => fixFor(violations, `Meet ${standardOf(requirement)}`, around),
        inPlaces(violations),
      );
    }
  },
});
