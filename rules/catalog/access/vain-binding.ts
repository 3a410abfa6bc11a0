import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';
import { rulesBound } from '../../facts/questions/bound-rules.ts';
import { isUnlimited } from '../../model/kubernetes/permission.ts';
import { vainResource } from './shared/vain.ts';

export default defineRule({
  id: 'vain-binding',
  subject: 'workspace',
  reads: ['binding', 'role'],
  severity: 'info',
  profile: 'all',
  title: 'RoleBinding gives what lies in no namespace',
  why: 'A RoleBinding gives nothing outside of its namespace, so the program fails; and whoever makes a ClusterRoleBinding of it gives more than anybody reviewed.',
  remedy: 'Bind a role without these resources, or a ClusterRole that names them alone with a ClusterRoleBinding.',
  ignoreWhen: 'The ClusterRole is meant for bindings of both kinds.',
  aliases: [kubescape('rule-can-access-proxy-subresource'), kubescape('rule-can-modify-admission-webhooks')],
  examples: {
    bad: [
      objects`
        ClusterRole agent
          - apiGroups: [""]
            resources: [nodes/proxy]
            verbs: [get]
        RoleBinding shop/agent: ClusterRole agent, ServiceAccount agent
      `,
      objects`
        Role shop/agent
          - apiGroups: [admissionregistration.k8s.io]
            resources: [mutatingwebhookconfigurations]
            verbs: [create]
        RoleBinding shop/agent: Role agent, ServiceAccount agent
      `,
    ],
    good: [
      objects`
        ClusterRole agent
          - apiGroups: [""]
            resources: [nodes/proxy]
            verbs: [get]
        ClusterRoleBinding agent: ClusterRole agent, ServiceAccount shop/agent
      `,
      objects`
        ClusterRole agent
          - apiGroups: [""]
            resources: [pods]
            verbs: [get]
        RoleBinding shop/agent: ClusterRole agent, ServiceAccount agent
      `,
    ],
  },

  check(facts, report) {
    for (const binding of facts.byKind.binding) {
      if (binding.kind !== 'RoleBinding') continue;
      for (const { role, index } of rulesBound(facts, binding)) {
        const rule = role.rules[index];
        const vain = rule === undefined || isUnlimited(rule) ? undefined : rule.resources[vainResource(rule) ?? -1];
        if (vain === undefined) continue;
        report(binding, `Gives nothing of what lies in no namespace: ${vain}, by RoleBinding ${binding.name}.`, {
          place: 'roleRef',
          related: [{ fact: role, place: `rule${index}`, message: 'This rule of the role names it.' }],
        });
        break;
      }
    }
  },
});
