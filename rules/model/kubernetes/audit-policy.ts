/**
 * The policy by which the API server records requests: which of its rules decides. Source: Kubernetes documentation, "Auditing"; audit.k8s.io/v1
 * Policy, API reference. The first rule that matches a request counts.
 */
import type { Field } from '../../yaml/field.ts';
import type { Resource } from './resource.ts';

/** One item of a policy's `rules`. Source: Kubernetes API reference, audit.k8s.io/v1 Policy. */
export interface AuditRule {
  readonly field: Field;
  /** Undefined when unknown. */
  readonly level: string | undefined;
  /** Empty for all. */
  readonly verbs: readonly string[];
  /** It is for some users, namespaces or names alone. */
  readonly isLimited: boolean;
}

/** The rules that requests for a resource of the core group may meet, up to the first that all of them meet; undefined for other objects. */
export function auditRulesFor(
  resource: Resource,
  asked: string,
): { readonly rules: readonly AuditRule[]; readonly isDecided: boolean } | undefined {
  if (!resource.is('Policy', 'audit.k8s.io')) return undefined;
  const rules: AuditRule[] = [];
  for (const field of resource.at('rules').items) {
    const matching = matches(field, asked);
    if (matching === 'no') continue;
    const verbs = field.at('verbs').strings.map(({ text }) => text);
    const limits = ['users', 'userGroups', 'namespaces'].some((key) => field.at(key).present);
    const rule = { field, level: field.at('level').string, verbs, isLimited: limits || matching === 'some' };
    rules.push(rule);
    if (!rule.isLimited && verbs.length === 0) return { rules, isDecided: true };
  }
  return { rules, isDecided: false };
}

/** Whether a rule is for all, some or no objects of a kind. */
function matches(rule: Field, asked: string): 'all' | 'some' | 'no' {
  const resources = rule.at('resources');
  if (!resources.present) return rule.at('nonResourceURLs').present ? 'no' : 'all';
  if (resources.unknown) return 'some';
  const meant = resources.items.filter((item) => {
    const names = item.at('resources').strings.map(({ text }) => text);
    const isCore = !item.at('group').present || item.at('group').is('');
    return isCore && (names.length === 0 || names.some((name) => isNamed(asked, name)));
  });
  if (meant.length === 0) return 'no';
  return meant.every((item) => item.at('resourceNames').items.length > 0) ? 'some' : 'all';
}

/** `pods`, `pods/log`, `pods/*`, `*` and `*` with a subresource. */
function isNamed(asked: string, pattern: string): boolean {
  if (pattern === '*') return true;
  const [kind, part] = asked.split('/');
  const [wantedKind, wantedPart] = pattern.split('/');
  return (
    (wantedKind === '*' || wantedKind === kind) && (wantedPart === part || (wantedPart === '*' && part !== undefined))
  );
}
