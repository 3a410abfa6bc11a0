import { yaml } from '../../contract/example.ts';
import { cis, defineRule, kubescape } from '../../contract/rule.ts';
import { auditRulesFor } from '../../model/kubernetes/audit-policy.ts';

export default defineRule({
  id: 'recorded-secrets',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  mendedByMore: true,
  title: 'Audit log records the contents of secrets',
  why: 'Whoever reads the log, or a backup of it, reads every secret that somebody wrote or read. Logs are kept long, and by many.',
  remedy: 'Record secrets at level `Metadata`, by a rule above those that record more.',
  standards: [cis('3.2.2')],
  aliases: [kubescape('audit-policy-content'), kubescape('C-0161')],
  examples: {
    bad: [
      yaml`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: RequestResponse
            resources:
              - group: ""
                resources: [secrets]
      `,
      yaml`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: Request
      `,
    ],
    good: [
      yaml`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: Metadata
            resources:
              - group: ""
                resources: [secrets]
          - level: RequestResponse
      `,
      yaml`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: Request
            verbs: [get, list, watch]
          - level: Metadata
      `,
    ],
  },

  check(resource, report) {
    for (const { field, level, verbs } of auditRulesFor(resource, 'secrets')?.rules ?? []) {
      // A request to read holds nothing; what it is answered does.
      const isWritten = verbs.length === 0 || verbs.some((verb) => ['create', 'update', 'patch', '*'].includes(verb));
      if (level !== 'RequestResponse' && !(level === 'Request' && isWritten)) continue;
      report(field.at('level'), 'Writes the contents of secrets into the audit log.', () => {
        const named = field
          .at('resources')
          .items.flatMap((item) => item.at('resources').strings.map(({ text }) => text));
        return named.length > 0 && named.every((name) => name === 'secrets' || name === 'configmaps')
          ? {
              title: 'Record who asked for which secret, and nothing more',
              changes: [field.at('level').set('Metadata')],
            }
          : { refused: 'The rule is for more than secrets: write one for them above it, with level Metadata.' };
      });
    }
  },
});
