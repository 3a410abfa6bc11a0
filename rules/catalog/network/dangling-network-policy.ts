import { objects } from '../../contract/objects.ts';
import { defineRule, kics, kubeLinter, kubeScore, kubescape } from '../../contract/rule.ts';
import { hasPods } from '../../facts/questions/made-pods.ts';
import { selectsAll } from '../../model/kubernetes/labels.ts';

export default defineRule({
  id: 'dangling-network-policy',
  subject: 'workspace',
  reads: ['network-policy', 'pods', 'pod-maker'],
  joins: 'absence',
  severity: 'medium',
  profile: 'all',
  title: 'Network policy selects no pods',
  why: 'The policy protects nothing. The pods that it was written for are as open as before.',
  remedy: 'Select the labels that the pods have.',
  aliases: [
    kubeLinter('dangling-networkpolicy'),
    kubescape('dangling-networkpolicy'),
    kubescape('C-0299'),
    kubeScore('networkpolicy-targets-pod'),
    kics('Network Policy Is Not Targeting Any Pod'),
  ],
  examples: {
    bad: [
      objects`
        NetworkPolicy shop/web app=web
        #                  ^^^ dangling-network-policy
          policyTypes:
            - Ingress
        Deployment shop/api app=api
      `,
      objects`
        NetworkPolicy shop/web app=web
          policyTypes:
            - Ingress
        Deployment bank/web app=web
      `,
    ],
    good: [
      objects`
        NetworkPolicy shop/web app=web
          policyTypes:
            - Ingress
        Deployment shop/web app=web
      `,
      objects`
        NetworkPolicy shop/web
          podSelector: {}
          policyTypes:
            - Ingress
        Deployment shop/web app=web
      `,
    ],
  },

  check(facts, report) {
    // Without any workload in the scope the policies are kept apart from what they are for.
    if (facts.byKind.pods.length === 0) return;
    for (const policy of facts.byKind['network-policy'])
      if (
        policy.rules !== undefined &&
        policy.podSelector !== undefined &&
        !selectsAll(policy.podSelector) &&
        !hasPods(facts, policy, policy.podSelector)
      )
        report(policy, `Selects no pods, so it protects nothing: NetworkPolicy ${policy.name}.`);
  },
});
