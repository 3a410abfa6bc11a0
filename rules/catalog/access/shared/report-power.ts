/** Reports a power on the role that gives it, with the fix that removes it. */
import type { Report } from '../../../contract/finding.ts';
import type { Grant, PolicyRule } from '../../../model/kubernetes/access.ts';
import { isMeant, type Power } from '../../../model/kubernetes/power.ts';
import { isRefusal } from '../../../yaml/change.ts';
import { type Taken, takeAway } from './take-away.ts';

/**
 * Reports a power of a role on the resource that gives it. What `*` covers is for the rules on wildcards to say.
 * @param assumes what has to be true for the role to do without it, where something is known to speak for it.
 */
export function reportPower(rule: PolicyRule, power: Power, report: Report, assumes?: string): void {
  const { requests: wanted = [], does, evenNamed } = power;
  const names = rule.resourceNames.map(({ text }) => text);
  if (rule.bootstrap || rule.field.at('resourceNames').unknown || !isMeant(names, evenNamed)) return;
  const grants = wanted.flatMap(({ group, resources, verbs }) =>
    resources.flatMap((resource): Grant[] => {
      const grant = rule.grants(group, resource, verbs);
      return grant === undefined || grant.resource.text === '*' ? [] : [grant];
    }),
  );
  const [first] = grants;
  if (first === undefined) return;
  const message = `${rule.role.label} ${does}${first.verb.text === '*' ? ': * includes that' : ''}.`;
  report(first.resource.field, message, () => {
    const named = Array.isArray(evenNamed) ? evenNamed : undefined;
    const fix = takeAway(rule, takenBy(rule, power), 'what needs it fails', named);
    return assumes === undefined || isRefusal(fix) ? fix : { ...fix, assumes };
  });
}

/** What a power asks for of what the rule gives. */
function takenBy(rule: PolicyRule, { requests: wanted = [] }: Power): readonly Taken[] {
  return wanted.flatMap(({ group, resources, verbs }) =>
    resources.flatMap((resource): Taken[] => {
      const grant = rule.grants(group, resource, verbs);
      return grant === undefined || grant.resource.text === '*' ? [] : [{ resource: grant.resource.text, verbs }];
    }),
  );
}
