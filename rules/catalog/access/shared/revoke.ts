/**
 * How a permission is taken out of a role and nothing else with it: a rule is many permissions at once (each verb on each resource), so that one
 * of them leaves by splitting the rule. Must not know what is dangerous.
 */

import type { Fix } from '../../../contract/finding.ts';
import { groupOfResource, readVerbs, standardVerbs } from '../../../data/rbac-verbs.ts';
import type { Facts } from '../../../facts/index.ts';
import type { PolicyRule, Word } from '../../../model/kubernetes/access.ts';
import { type Change, isRefusal, type Refusal, type YamlValue } from '../../../yaml/change.ts';
import type { Field } from '../../../yaml/field.ts';
import { listed, verbsOf } from './narrow.ts';

/** Verbs that go from a resource of a rule, both as its lists spell them. */
export interface Revoked {
  readonly resource: string;
  readonly verbs: readonly string[];
}

/**
 * Whoever wrote a permission meant it, and nothing that can be read says that nobody uses it: so it is never taken unasked.
 * @param fails what no longer works, for the title.
 * @param names those of the rule's `resourceNames` that are meant; left out: all of them.
 */
export function revoke(
  rule: PolicyRule,
  taken: readonly Revoked[],
  fails: string,
  names?: readonly string[],
): Fix | Refusal {
  const fix = revokeVain(rule, taken, fails, names);
  return isRefusal(fix) ? fix : { ...fix, untried: true };
}

/** The same of what no request needs, since the API server never asks for it. */
export function revokeVain(
  rule: PolicyRule,
  taken: readonly Revoked[],
  fails: string,
  names?: readonly string[],
): Fix | Refusal {
  if (rule.verbs.some(({ text }) => text === '*'))
    return { refused: 'The verb * has to be written out first: see wildcard-verbs.' };
  const vague = taken.find(({ resource }) => /^\*\/(?:status|scale|finalizers|proxy)$/.test(resource));
  if (vague !== undefined)
    return { refused: `${vague.resource} stands for several resources: name those that are needed.` };
  const from = rule.resources.filter(({ text }) => taken.some(({ resource }) => resource === text));
  const others = rule.resources.filter((word) => !from.includes(word));
  const unnamed = rule.resourceNames.filter(({ text }) => names !== undefined && !names.includes(text));
  const rests = restsOf(rule, taken);
  const title = (what: string): string => `Remove ${what} (${fails})`;
  const gone = rule.verbs.filter(({ text }) => taken.some(({ verbs }) => verbs.includes(text)));
  const wholly = rests.every(({ verbs }) => verbs.length === 0);
  const left = rests.filter(({ verbs }) => verbs.length > 0);
  const written = (each: readonly Rest[], limited?: readonly Word[]): Change[] =>
    each.map((rest) => rule.role.at('rules').append(ruleOf(rule, rest, limited)));
  if (unnamed.length > 0) {
    // Without names it would be for every object, so that the other names stay in the rule as it is.
    const limited = rule.resourceNames.filter((word) => !unnamed.includes(word));
    const kept: Rest[] = others.length > 0 ? [{ resources: others.map(textOf), verbs: rule.verbs.map(textOf) }] : [];
    const changes = [
      ...removed(rule.field.at('resourceNames'), rule.resourceNames, limited),
      ...written([...kept, ...left], limited),
    ];
    return { title: title(`${listed(gone)} of ${listed(limited)}`), changes };
  }
  if (others.length > 0)
    return {
      title: title(wholly ? listed(from) : `${listed(gone)} of ${listed(from)}`),
      changes: [
        ...removed(rule.field.at('resources'), rule.resources, from, (word) => staysWhole(rule, word)),
        ...written(left),
      ],
    };
  const [first, ...further] = left;
  if (first === undefined) return withoutRule(rule, title(wholly ? listed(from) : listed(gone)));
  // Rules that were split off for two permissions come to be the same.
  if (further.length === 0 && rule.role.rules.some((other) => isBefore(other, rule) && allows(other, rule, first)))
    return { title: title(listed(gone)), changes: [rule.field.remove()] };
  const elsewhere = from.filter(({ text }) => !first.resources.includes(text));
  const dropped = rule.verbs.filter(({ text }) => !first.verbs.includes(text));
  return {
    title: title(
      further.length === 0 && elsewhere.length === 0 ? listed(dropped) : `${listed(gone)} of ${listed(from)}`,
    ),
    changes: [
      ...removed(rule.field.at('resources'), rule.resources, elsewhere),
      ...removed(rule.field.at('verbs'), rule.verbs, dropped, ({ text }) =>
        rule.resources.every((resource) => isFreeVerb(resource.text, text)),
      ),
      ...written(further),
    ],
  };
}

/** A program that runs as an account of the role was given the permission for a reason, and fails at its first request without it: that is for a person to say. */
export function withUse(fix: Fix | Refusal, { role }: PolicyRule, facts: Facts): Fix | Refusal {
  if (isRefusal(fix) || fix.assumes !== undefined) return fix;
  const account = facts.byKind.binding
    .filter(({ roleKind, roleName }) => roleKind === role.kind && roleName === role.name)
    .flatMap(({ subjects }) => subjects)
    .find(({ kind }) => kind === 'ServiceAccount');
  return account === undefined ? fix : { ...fix, assumes: `what runs as ${account.name} does without` };
}

/** The same verbs of every resource that has a part in it. */
export function takeVerbs(
  rule: PolicyRule,
  resources: readonly Word[],
  verbs: readonly string[],
  fails: string,
  names?: readonly string[],
): Fix | Refusal {
  const taken = resources.map(({ text }) => ({ resource: text, verbs }));
  return revoke(rule, taken, fails, names);
}

/** Resources that keep the same verbs. */
interface Rest {
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const textOf = ({ text }: Word): string => text;

function restsOf(rule: PolicyRule, taken: readonly Revoked[]): readonly Rest[] {
  const byVerbs = new Map<string, { resources: string[]; verbs: readonly string[] }>();
  for (const word of rule.resources) {
    const gone = taken.filter(({ resource }) => resource === word.text).flatMap(({ verbs }) => verbs);
    if (gone.length === 0) continue;
    const verbs = rule.verbs.map(textOf).filter((verb) => !gone.includes(verb) && isServed(word.text, verb));
    const known = byVerbs.get(verbs.join(' ')) ?? { resources: [], verbs };
    byVerbs.set(verbs.join(' '), known);
    if (!known.resources.includes(word.text)) known.resources.push(word.text);
  }
  return [...byVerbs.values()];
}

function isBefore(other: PolicyRule, rule: PolicyRule): boolean {
  return Number(other.field.key) < Number(rule.field.key);
}

/** Whether another rule, of the same groups, resources and names, allows what stays of a rule. */
function allows(other: PolicyRule, rule: PolicyRule, rest: Rest): boolean {
  const same = (a: readonly string[], b: readonly string[]): boolean =>
    a.length === b.length && a.every((text) => b.includes(text));
  const verbs = other.verbs.map(textOf);
  return (
    same(other.apiGroups.map(textOf), rule.apiGroups.map(textOf)) &&
    same(other.resources.map(textOf), rest.resources) &&
    same(other.resourceNames.map(textOf), rule.resourceNames.map(textOf)) &&
    rest.verbs.every((verb) => verbs.includes(verb))
  );
}

/** A verb that no request for the resource has needs no rule to stay in; what Kubernetes does not define may have any. */
function isServed(resource: string, verb: string): boolean {
  return !(standardVerbs as readonly string[]).includes(verb) || verbsOf(resource).includes(verb);
}

/** A rule for what stays of another one, with its groups and names. */
function ruleOf(rule: PolicyRule, rest: Rest, names: readonly Word[] = rule.resourceNames): YamlValue {
  return {
    apiGroups: rule.apiGroups.map(textOf),
    resources: rest.resources,
    ...(names.length > 0 ? { resourceNames: names.map(textOf) } : {}),
    verbs: rest.verbs,
  };
}

/**
 * Words off a list of which others stay. Where all of those might be taken by other rules, too, what stays is written anew, so that two fixes
 * that would empty the list together disagree and are made one after the other.
 */
function removed(
  list: Field,
  words: readonly Word[],
  gone: readonly Word[],
  stays: (word: Word) => boolean = () => true,
): readonly Change[] {
  if (gone.length === 0) return [];
  const left = words.filter((word) => !gone.includes(word));
  if (left.some(stays)) return gone.map(({ field }) => field.remove());
  // A comment of a block's item would be taken over by the next one.
  if (list.node?.kind !== 'sequence' || !list.node.flow) return [list.set(left.map(textOf))];
  return words.map(({ field }, i) => {
    const text = left[i]?.text;
    return text === undefined ? field.remove() : field.set(text);
  });
}

/** An emptied list stays behind rather than nothing, so that applying the manifest takes the permission away, which deleting it would not. */
function withoutRule(rule: PolicyRule, title: string): Fix {
  const { all, free } = placesOf(rule.role);
  const isAmong = (places: ReadonlySet<string>): number => (places.has(rule.field.path) ? 1 : 0);
  if (all.size === isAmong(all))
    return {
      title: `${title}, which leaves ${rule.role.name} without rules`,
      changes: [rule.role.at('rules').set([])],
      assumes: 'nobody needs it',
    };
  const changes = [rule.field.remove()];
  if (free.size > isAmong(free)) return { title, changes };
  return { title, changes, assumes: `${rule.role.name} is for its other rules` };
}

interface Places {
  readonly all: ReadonlySet<string>;
  /** Of those of which something stays, whatever our rules take away. */
  readonly free: ReadonlySet<string>;
}

const places = new WeakMap<PolicyRule['role'], Places>();

/** Where the rules of a role stand; asked for each of them. */
function placesOf(role: PolicyRule['role']): Places {
  let known = places.get(role);
  if (known === undefined) {
    const free = role.rules.filter(
      (rule) => rule.resources.length === 0 || rule.resources.some((word) => isFree(rule, word)),
    );
    const pathsOf = (rules: readonly PolicyRule[]): ReadonlySet<string> =>
      new Set(rules.map(({ field }) => field.path));
    known = { all: pathsOf(role.rules), free: pathsOf(free) };
    places.set(role, known);
  }
  return known;
}

/** No rule of ours takes a verb of the resource away, so that its name stays in the list. */
function staysWhole(rule: PolicyRule, { text }: Word): boolean {
  return rule.verbs.every((verb) => isFreeVerb(text, verb.text));
}

/** No rule of ours takes every verb of the resource away. */
function isFree(rule: PolicyRule, { text }: Word): boolean {
  return rule.verbs.some((verb) => isFreeVerb(text, verb.text));
}

/** Reading is taken from few resources, anything else from those of Kubernetes alone; `*` has to be written out before anything is taken. */
function isFreeVerb(resource: string, verb: string): boolean {
  if (verb === '*' || resource === '*') return true;
  if ((readVerbs as readonly string[]).includes(verb)) return !takenByReading.has(resource.replace(/^\*/, 'pods'));
  return !groupOfResource.has(resource.split('/', 1)[0] as string) && !resource.startsWith('*') && !virtual.has(verb);
}

/** Whose reading gives a permission. */
const takenByReading: ReadonlySet<string> = new Set([
  'secrets',
  'pods/exec',
  'pods/attach',
  'pods/portforward',
  'nodes/proxy',
]);

/** Verbs that are permissions of their own. */
const virtual: ReadonlySet<string> = new Set(['bind', 'escalate', 'impersonate', 'approve']);
