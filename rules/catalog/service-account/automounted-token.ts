import { pod } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { checkov, cis, defineRule, kics, kubeaudit, kubescape, nsa, polaris } from '../../contract/rule.ts';
import { accountNamed } from '../../facts/questions/lookup.ts';
import { isBound } from '../../facts/questions/subjects.ts';
import { assumingIfKnown, assumingWithout } from '../../model/program/needs.ts';

export default defineRule({
  id: 'automounted-token',
  subject: 'workspace',
  reads: ['workload', 'service-account', 'binding'],
  joins: 'absence',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  closes: ['token'],
  title: 'Pod carries a token for the Kubernetes API',
  why: 'Kubernetes puts a token of the service account into every container. Most programs never call the API, but an attacker inside does, with all that the account may do.',
  remedy: 'Set `automountServiceAccountToken: false` on the pod, or on its ServiceAccount.',
  ignoreWhen: 'The program calls the Kubernetes API.',
  standards: [cis('5.1.6'), nsa()],
  aliases: [
    checkov('CKV_K8S_38'),
    kubescape('C-0034'),
    polaris('automountServiceAccountToken'),
    kubeaudit('asat'),
    kubeaudit('AutomountServiceAccountTokenTrueAndDefaultSA'),
    kics('Service Account Token Automount Not Disabled'),
  ],
  examples: {
    bad: [
      objects`
        Pod web
        #<--- automounted-token 💡
      `,
      objects`
        ServiceAccount web
          automountServiceAccountToken: false
        Pod web
          serviceAccountName: web
          automountServiceAccountToken: true
        #                               ^^^^ automounted-token 💡
      `,
    ],
    good: [
      pod`automountServiceAccountToken: false`,
      objects`
        ServiceAccount web
          automountServiceAccountToken: false
        Pod web
          serviceAccountName: web
      `,
    ],
  },

  check(facts, report) {
    for (const workload of facts.byKind.workload) {
      const { serviceAccount, automount } = workload;
      if (serviceAccount === undefined || automount === false || automount === 'unknown') continue;
      const account = accountNamed(facts, workload, serviceAccount);
      // The pod's word beats its account's (Kubernetes documentation, "Configure Service Accounts for Pods").
      if (
        automount === undefined &&
        account !== undefined &&
        account.automount !== true &&
        account.automount !== undefined
      )
        continue;
      const bound = isBound(facts, serviceAccount, facts.namespaceOf(workload));
      report(workload, `Gets a token of the service account ${serviceAccount}: ${workload.kind} ${workload.name}.`, {
        place: automount === true ? 'automount' : 'pod',
        fix: (resource) => {
          if (bound)
            return { refused: `Roles are bound to ${serviceAccount}, so the program probably uses the token.` };
          return {
            title: 'Do not mount the token',
            consequence: 'calls to the Kubernetes API fail',
            changes: resource.pods.map((pod) =>
              pod.at('automountServiceAccountToken').set(false, ['serviceAccountName', 'serviceAccount']),
            ),
            // Whoever made an account for the pod may have bound its role where no file here shows it.
            ...(serviceAccount === 'default' ? assumingIfKnown : assumingWithout)(
              resource.pods.flatMap(({ containers }) => containers.map((container) => container.program)),
              'the Kubernetes API',
              'Kubernetes API',
            ),
          };
        },
      });
    }
  },
});
