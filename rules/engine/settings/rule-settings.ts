/** What a configuration says of single rules: their severity, whether they run, what they let pass. */

import { type Severity, severities } from '../../contract/finding.ts';
import { type Rule, rulesByWrittenId, type Tag } from '../../contract/rule.ts';
import type { Field } from '../../yaml/field.ts';
import { type Complain, meaning, onlyKeys } from './setting-field.ts';

/** What a configuration has to know of a rule. */
export type KnownRule = Pick<Rule, 'id' | 'allows' | 'formerIds'>;

/** Keys of a rule that has more than a severity. */
export const ruleKeys = ['severity', 'allow'] as const;

const tags: readonly Tag[] = ['reliability', 'practice'];

interface RuleSettings {
  readonly severity: Map<string, Severity | 'off'>;
  readonly allowed: Map<string, Set<string>>;
}

/** @param known the ids that exist. @param complain is told each entry that is wrong. @returns what is right; undefined where nothing is set. */
export function rulesOf(field: Field, known: readonly KnownRule[], complain: Complain): RuleSettings | undefined {
  if (!field.present) return undefined;
  if (!field.isMap) {
    complain(field, 'rules is a map from rule ids to a severity or `off`, such as `latest-tag: high`.');
    return undefined;
  }
  const byId = rulesByWrittenId(known);
  const settings: RuleSettings = { severity: new Map(), allowed: new Map() };
  for (const [written, value] of field.entries) {
    const rule = byId.get(written);
    if (rule === undefined) {
      complain(value, `There is no rule ${written}${meaning(written, byId.keys())}`, true);
      continue;
    }
    const { id } = rule;
    if (id !== written) complain(value, renamed(written, id), true, true);
    if (value.isMap) {
      onlyKeys(value, ruleKeys, complain);
      if (value.at('severity').present) readSeverity(id, value.at('severity'), settings, complain);
      const allowed = allowedBy(rule, value.at('allow'), complain);
      if (allowed !== undefined) settings.allowed.set(id, new Set(allowed));
    } else readSeverity(id, value, settings, complain);
  }
  return settings;
}

/** What is said of a former id. */
export const renamed = (written: string, id: string): string => `${written} is now called ${id}.`;

function readSeverity(id: string, value: Field, { severity }: RuleSettings, complain: Complain): void {
  const chosen = severities.find((word) => value.is(word));
  // `off` is a boolean to YAML 1.1 readers, and written without quotes by everybody.
  if (value.is(false) || value.is('off')) severity.set(id, 'off');
  else if (chosen === undefined) complain(value, `The level of a rule is one of ${severities.join(', ')}, off.`);
  else severity.set(id, chosen);
}

/** Values as text, whatever their type: ports are numbers, paths are not. */
function allowedBy({ id, allows }: KnownRule, list: Field, complain: Complain): readonly string[] | undefined {
  if (!list.present) return undefined;
  if (allows === undefined)
    complain(list, `There is nothing that ${id} could allow; ignore it where it is fine.`, true);
  else if (list.isList && list.items.every(({ text }) => text !== undefined))
    return list.items.map(({ text = '' }) => text);
  else complain(list, `allow is a list of ${allows}.`);
  return undefined;
}

/** @param complain is told each entry that is wrong. @returns the tags that are off; undefined where nothing is set. */
export function disabledTags(field: Field, complain: Complain): Set<Tag> | undefined {
  if (!field.present) return undefined;
  const disabled = new Set<Tag>();
  for (const [name, value] of field.entries) {
    const tag = tags.find((word) => word === name);
    if (tag === undefined) complain(value, `There is no tag ${name}${meaning(name, tags)}`, true);
    else if (value.boolean === undefined) complain(value, 'A tag is switched `on` or `off`.');
    else if (value.boolean === false) disabled.add(tag);
  }
  return disabled;
}
