/**
 * Permissions at the other end: bindings that hand a role's permission to somebody. The engine makes such a rule of each one that declares a permission, so that both
 * ends carry one id.
 */

import type { Facts } from '../facts/index.ts';
import type { BindingFact } from '../facts/kinds/binding.ts';
import { reachOf, rolesNamed, ruleGiving } from '../facts/questions/bound-rules.ts';
import { isDefaultBinding } from '../model/kubernetes/default-objects.ts';
import {
  grantsPermission,
  isUnlimited,
  type Permission,
  type PlainRule,
  type Reach,
} from '../model/kubernetes/permission.ts';
import { capitalized } from '../text/capitalized.ts';
import type { WorkspaceReport } from './finding.ts';
import type { Rule, WorkspaceRule } from './rule.ts';

/** Reports each binding whose role gives the permission at the place of its `roleRef`, and names the deciding rule of the role. */
export function reportBoundPermission(facts: Facts, permission: Permission, report: WorkspaceReport): void {
  // What gives everything is told once, as that.
  const giving =
    (reach: Reach) =>
    (rule: PlainRule): boolean =>
      grantsPermission(rule, permission, reach) && (permission.requests === undefined || !isUnlimited(rule));
  const gives = { cluster: giving('cluster'), namespace: giving('namespace') };
  for (const binding of facts.byKind.binding) {
    if (isKubernetesOwn(binding)) continue;
    const [named] = rolesNamed(facts, binding);
    const found = ruleGiving(facts, binding, permission, gives[reachOf(binding)]);
    if (found === undefined) continue;
    const { role, index } = found;
    const [subject] = binding.subjects;
    if (subject === undefined) continue;
    const others = binding.subjects.length > 1 ? ` and ${binding.subjects.length - 1} more` : '';
    const where = binding.kind === 'ClusterRoleBinding' ? '' : ' in its namespace';
    report(
      binding,
      `${capitalized(permission.does)}${where}: ${binding.kind} ${binding.name} gives ${describe(subject)}${others} ${binding.roleKind} ${named?.name ?? binding.roleName}.`,
      {
        place: 'roleRef',
        repeats: { fact: role, place: `rule${index}` },
        related: [{ fact: role, place: `rule${index}`, message: 'This rule of the role allows it.' }],
      },
    );
  }
}

/** What components of Kubernetes are bound to is no choice of anybody here, nor what GKE and EKS put into each of their clusters. */
function isKubernetesOwn(binding: BindingFact): boolean {
  return (
    isDefaultBinding(binding) ||
    /^(?:gce|eks):/.test(binding.name) ||
    binding.subjects.every(({ kind, name }) => kind === 'User' && components.has(name))
  );
}

/** Users that only components of the control plane and kube-proxy are. Source: Kubernetes documentation, "PKI certificates and requirements". */
const components: ReadonlySet<string> = new Set(
  ['kube-controller-manager', 'kube-scheduler', 'kube-proxy', 'apiserver', 'cloud-controller-manager'].map(
    (component) => `system:${component}`,
  ),
);

function describe({ kind, name }: BindingFact['subjects'][number]): string {
  const what = kind === 'ServiceAccount' ? 'account' : kind.toLowerCase();
  return what === '' ? name : `${what} ${name}`;
}

/** What a rule has to say of several documents: a workspace rule everything, one on permissions the bindings that hand them out. */
export function crossFileRulesOf(rule: Rule): readonly WorkspaceRule[] {
  if (rule.subject === 'workspace') return [rule];
  if (rule.subject !== 'rbac-rule' || rule.permission === undefined) return [];
  const { permission, subject: _subject, check: _check, fix: _fix, ...base } = rule;
  return [
    {
      ...base,
      subject: 'workspace',
      reads: ['role', 'binding'],
      check: (facts, report) => reportBoundPermission(facts, permission, report),
    },
  ];
}
