import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { controlsOf, fixFor, inPlaces, standardOf } from './shared/admission.ts';

export default defineRule({
  id: 'rejected-by-admission',
  subject: 'admission',
  severity: 'critical',
  profile: 'essential',
  fix: 'review',
  title: 'Namespace rejects the pod',
  uncovers: ['unisolated-ingress', 'unisolated-egress'],
  why: 'The namespace enforces a Pod Security Standard, and the API server refuses every pod that breaks it. A Deployment is still accepted and then never gets its pods.',
  remedy:
    'Fix the controls that are named. If the pod needs what is refused, move it to a namespace of its own instead of weakening this one.',
  ignoreWhen: 'The cluster exempts the user, the runtime class or the namespace from Pod Security admission.',
  examples: {
    bad: [
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
        Pod shop/web
        #        ^^^ rejected-by-admission 💡 "Rejected by namespace shop, which enforces the baseline standard: hostNamespaces"
      -   hostNetwork: true
      `,
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/enforce: restricted
            pod-security.kubernetes.io/enforce-version: v1.30
        Deployment shop/web app=web
      `,
    ],
    good: [
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/warn: baseline
        Pod shop/web
          hostNetwork: true
      `,
    ],
  },

  check({ pod, namespace, violationsByMode }, report) {
    for (const { requirement, violations } of violationsByMode) {
      if (requirement.mode !== 'enforce') continue;
      const { resource } = pod;
      report(
        resource,
        `Rejected by namespace ${namespace}, which enforces ${standardOf(requirement)}: ${controlsOf(violations)}.`,
        (around) => fixFor(violations, `Meet ${standardOf(requirement)}`, around),
        inPlaces(violations),
      );
    }
  },
});
