/** The order in which people and the API reference write the keys of a security context, for blocks that fixes create. */
import type { Field } from '../../yaml/field.ts';

const order = [
  'automountServiceAccountToken',
  'securityContext',
  'privileged',
  'allowPrivilegeEscalation',
  'runAsNonRoot',
  'runAsUser',
  'runAsGroup',
  'fsGroup',
  'readOnlyRootFilesystem',
  'capabilities',
  'drop',
  'add',
  'seccompProfile',
  'type',
];

/** Smaller comes first; keys without a place of their own come last. */
export function fieldRank(field: Field): number {
  const keys: (string | number | undefined)[] = [];
  for (let at: Field | undefined = field; at !== undefined; at = at.parent) keys.unshift(at.key);
  const context = keys.lastIndexOf('securityContext');
  const rank = order.indexOf(String(keys[context + 1] ?? field.key));
  return rank < 0 ? order.length : rank;
}
