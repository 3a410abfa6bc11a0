import { role } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { checkov, cis, defineRule, kics } from '../../contract/rule.ts';
import { inPlaceOfWildcard, knownGroups, listed } from './shared/narrow.ts';

export default defineRule({
  id: 'wildcard-api-groups',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Role covers every API group',
  why: 'Other projects give their resources the same names, and any of them may come into the cluster later: the role then holds for `services` of a service mesh or `secrets` of a vault.',
  remedy: 'Name the API group of each resource: `""` for the core group, `apps` for Deployments.',
  ignoreWhen: 'It is a rule for subresources of every kind, such as `*/scale`.',
  standards: [cis('5.1.3')],
  aliases: [checkov('CKV_K8S_49'), kics('RBAC Wildcard In Rule')],
  examples: {
    bad: [
      role`
        - apiGroups: ["*"]
          resources: [deployments]
          verbs: [get]
      `,
      objects`
        ClusterRole cart
          - apiGroups:
              - "*"
            resources:
              - carts
            verbs:
              - list
      `,
    ],
    good: [
      role`
        - apiGroups: [apps]
          resources: [deployments]
          verbs: [get]
      `,
      role`
        - apiGroups: ["*"]
          resources: ["*/scale"]
          verbs: [get, update]
      `,
    ],
  },

  check(rule, report) {
    const star = rule.apiGroups.find(({ text }) => text === '*');
    // Every resource of every group is the worse defect, and a rule of its own; one subresource of everything cannot be said otherwise.
    if (star === undefined || rule.bootstrap || rule.resources.some(({ text }) => text.startsWith('*'))) return;
    report(
      star.field,
      `Covers ${rule.resources.length === 0 ? 'resources' : listed(rule.resources)} of every API group: ${rule.role.label}.`,
      () => {
        const groups = knownGroups(rule);
        if (groups === undefined)
          return {
            refused: 'Not all of these resources are of Kubernetes itself: `kubectl api-resources` names their groups.',
          };
        const names = groups.map((group) => (group === '' ? 'the core group' : group)).join(', ');
        return {
          title: `Only cover ${names}`,
          changes: inPlaceOfWildcard(rule.field.at('apiGroups'), rule.apiGroups, groups),
        };
      },
    );
  },
});
