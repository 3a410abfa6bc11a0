/**
 * How a rule of a role or a binding is narrowed: what fixes of access rules write. Knows which verbs and groups resources have;
 * decides nothing about what is dangerous.
 */

import type { Fix } from '../../../contract/finding.ts';
import {
  groupOfResource,
  powerVerbs,
  readVerbs,
  standardVerbs,
  verbsOfPart,
  verbsOfResource,
  verbsOfSubresource,
} from '../../../data/rbac-verbs.ts';
import type { Binding, PolicyRule, Subject, Word } from '../../../model/kubernetes/access.ts';
import type { Change } from '../../../yaml/change.ts';
import type { Field } from '../../../yaml/field.ts';

/** The verbs the API serves for the rule's resources, those that are permissions of their own left out; in the order people write them. */
export function servedVerbs(rule: PolicyRule): readonly string[] {
  if (rule.resources.length === 0) return rule.nonResourceURLs.length > 0 ? ['get'] : [];
  const served = new Set(rule.resources.flatMap(({ text }) => verbsOf(text)));
  const known = new Set<string>(standardVerbs);
  const harmless = [...served].filter((verb) => !powerVerbs.has(verb));
  const verbs = harmless.length > 0 ? harmless : [...served];
  return [...standardVerbs.filter((verb) => verbs.includes(verb)), ...verbs.filter((verb) => !known.has(verb))];
}

/** Those of the served verbs that only read; empty where there is nothing to read. */
export function servedReadVerbs(rule: PolicyRule): readonly string[] {
  return servedVerbs(rule).filter((verb) => (readVerbs as readonly string[]).includes(verb));
}

/** The verbs the API serves for a resource or a part of one. */
export function verbsOf(resource: string): readonly string[] {
  const slash = resource.indexOf('/');
  if (slash >= 0) {
    const [parent, sub] = [resource.slice(0, slash), resource.slice(slash + 1)];
    if (parent === 'userextras') return ['impersonate'];
    if (sub === 'approval') return ['update', 'patch'];
    return verbsOfSubresource.get(sub) ?? verbsOfPart;
  }
  return verbsOfResource.get(resource) ?? standardVerbs;
}

/** The groups of the rule's resources; undefined when one is not Kubernetes' own, so that nobody can tell from here. */
export function knownGroups(rule: PolicyRule): readonly string[] | undefined {
  if (rule.resources.length === 0) return undefined;
  const groups = rule.resources.map(({ text }) => groupOfResource.get(text.split('/', 1)[0] as string));
  return groups.includes(undefined) ? undefined : [...new Set(groups as string[])];
}

/** Writes the values into the list that holds `*`, in its place; those it has already are not written twice. */
export function inPlaceOfWildcard(list: Field, words: readonly Word[], values: readonly string[]): readonly Change[] {
  const stars = words.filter(({ text }) => text === '*');
  const [first, ...rest] = values.filter((value) => !words.some(({ text }) => text === value));
  const [star, ...doubles] = stars;
  if (star === undefined) return [];
  const others = doubles.map(({ field }) => field.remove());
  if (first === undefined) return [star.field.remove(), ...others];
  return [star.field.set(first), ...others, ...rest.map((value) => list.append(value))];
}

/**
 * Takes a subject off a binding; its last one leaves an empty list, so that applying it takes the role away, which deleting it would not.
 * @param untried a program may act as the subject, and need the role.
 */
export function withoutSubject(title: string, binding: Binding, subject: Subject, untried = false): Fix {
  return { ...withoutIt(title, binding, subject), untried };
}

function withoutIt(title: string, binding: Binding, subject: Subject): Fix {
  const { subjects, resource } = binding;
  const changes = [subjects.length > 1 ? subject.field.remove() : resource.at('subjects').set([])];
  // Another rule may take the others off at the same time.
  if (subjects.some((other) => other !== subject && !isTakenOff(other))) return { title, changes };
  if (subjects.length > 1) return { title, changes, assumes: `${resource.name} is for the others it names` };
  return { title: `${title}, which leaves ${resource.name} without subjects`, changes, assumes: 'nobody needs it' };
}

/** Of those whom rules of ours take off bindings. */
function isTakenOff({ kind, name }: Subject): boolean {
  return name.startsWith('system:') || (kind === 'ServiceAccount' && /^default$|dashboard/.test(name));
}

/** Words for a message: at most three of them. */
export function listed(words: readonly Word[]): string {
  const texts = words.map(({ text }) => text);
  return texts.length > 3 ? `${texts.slice(0, 3).join(', ')} and ${texts.length - 3} more` : texts.join(', ');
}
