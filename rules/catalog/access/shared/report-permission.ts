/** Reports a permission on the role that gives it, with the fix that removes it. */

import type { Report } from '../../../contract/finding.ts';
import type { Grant, PolicyRule } from '../../../model/kubernetes/access.ts';
import { isMeant, type Permission } from '../../../model/kubernetes/permission.ts';
import { capitalized } from '../../../text/capitalized.ts';
import { isRefusal } from '../../../yaml/change.ts';
import { type Revoked, revoke, revokeVain, withUse } from './revoke.ts';

/** What is known of the use of a permission. */
interface Use {
  readonly assumes?: string | undefined;
  readonly isVain?: boolean;
}

/**
 * Reports a permission of a role on the resource that gives it. What `*` covers is for the rules on wildcards to say.
 * @param about what is known of its use: what has to be true for the role to do without it, or that no request needs it.
 */
export function reportPermission(rule: PolicyRule, permission: Permission, report: Report, about: Use = {}): void {
  const { requests: wanted = [], does, namedResources } = permission;
  const names = rule.resourceNames.map(({ text }) => text);
  if (rule.bootstrap || rule.field.at('resourceNames').unknown || !isMeant(names, namedResources)) return;
  const grants = wanted.flatMap(({ group, resources, verbs }) =>
    resources.flatMap((resource): Grant[] => {
      const grant = rule.grants(group, resource, verbs);
      return grant === undefined || grant.resource.text === '*' ? [] : [grant];
    }),
  );
  const [first] = grants;
  if (first === undefined) return;
  const message = `${capitalized(does)}${first.verb.text === '*' ? ', since * includes that' : ''}: ${rule.role.label}.`;
  report(first.resource.field, message, ({ facts }) => {
    const named = Array.isArray(namedResources) ? namedResources : undefined;
    const taken = revokedBy(rule, permission);
    if (about.isVain === true) return revokeVain(rule, taken, 'what needs it fails', named);
    const fix = revoke(rule, taken, 'what needs it fails', named);
    return about.assumes === undefined || isRefusal(fix)
      ? withUse(fix, rule, facts)
      : { ...fix, assumes: about.assumes };
  });
}

/** What a permission asks for of what the rule gives. */
function revokedBy(rule: PolicyRule, { requests: wanted = [] }: Permission): readonly Revoked[] {
  return wanted.flatMap(({ group, resources, verbs }) =>
    resources.flatMap((resource): Revoked[] => {
      const grant = rule.grants(group, resource, verbs);
      return grant === undefined || grant.resource.text === '*' ? [] : [{ resource: grant.resource.text, verbs }];
    }),
  );
}
