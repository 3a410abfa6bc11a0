import { yaml } from '../../contract/example.ts';
import { cis, defineRule, kubescape } from '../../contract/rule.ts';
import { auditRulesFor } from '../../model/kubernetes/audit-policy.ts';

export default defineRule({
  id: 'unrecorded-exec',
  subject: 'resource',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  mendedByMore: true,
  title: 'Audit log does not record commands in pods',
  why: 'Attackers use shells in containers. Without a record nobody learns that there was one.',
  remedy:
    'Record `pods/exec`, `pods/attach` and `pods/portforward` at level `Metadata` or more, and end the policy with a rule for everything else.',
  standards: [cis('3.2.2')],
  aliases: [kubescape('audit-policy-content'), kubescape('C-0161')],
  examples: {
    bad: [
      yaml`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: Metadata
            resources:
              - group: ""
                resources: [secrets]
      `,
      yaml`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: None
            resources:
              - group: ""
                resources: ["pods/*"]
          - level: Metadata
      `,
    ],
    good: [
      yaml`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: Metadata
      `,
      yaml`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: None
            users: ["system:kube-proxy"]
          - level: Request
            resources:
              - group: ""
                resources: ["pods/exec"]
      `,
    ],
  },

  check(resource, report) {
    const met = auditRulesFor(resource, 'pods/exec');
    const rules = resource.at('rules');
    if (met === undefined || !rules.isList) return;
    const silent = met.rules.find(
      ({ level, isLimited, verbs }) =>
        level === 'None' && !isLimited && (verbs.length === 0 || verbs.includes('create')),
    );
    if (silent !== undefined)
      report(silent.field.at('level'), 'Keeps commands that are run in pods out of the audit log.');
    else if (
      !met.isDecided &&
      rules.complete &&
      !met.rules.some(({ level, isLimited }) => level !== 'None' && !isLimited)
    )
      report(rules, 'No rule records that commands are run in pods.', () => ({
        title: 'Record everything else by its metadata',
        changes: [rules.append({ level: 'Metadata' })],
      }));
  },
});
