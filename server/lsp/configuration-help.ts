/**
 * Help inside a `.seaworthy.yaml`: what may be written at a place, what a rule is about, what is wrong as it is typed. Reads the text alone, so that
 * half a line helps as much as a whole one.
 */
import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  MarkupKind,
} from 'vscode-languageserver';
import { severities } from '../../rules/contract/finding.ts';
import { profiles } from '../../rules/contract/profile.ts';
import type { Rule } from '../../rules/contract/rule.ts';
import { acceptedKeys } from '../../rules/engine/settings/accepted.ts';
import { clusterFacts } from '../../rules/engine/settings/cluster-facts.ts';
import { type ConfigurationProblem, overrideKeys, rootKeys } from '../../rules/engine/settings/configuration.ts';
import { ruleKeys } from '../../rules/engine/settings/rule-settings.ts';
import { frameworks } from '../../rules/engine/settings/settings.ts';
import { trustKeys } from '../../rules/engine/settings/trust.ts';
import { type LineTable, lineStart } from '../../rules/text/source.ts';
import { visible } from '../../rules/text/visible.ts';
import { source, toRange } from './convert.ts';

/** Where in the configuration a position is. */
interface Place {
  /** Keys above it, outermost first; items of lists stand for their list. */
  readonly parents: readonly string[];
  /** The key whose value is being written; undefined where a key belongs. */
  readonly key: string | undefined;
}

const keyAt = /^(\s*(?:- )?)([\w.-]+):(\s|$)/;

function placeAt(text: string, offset: number): Place {
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  const written = keyAt.exec(before);
  const item = /^\s*- /.exec(before)?.[0].length;
  let depth = written?.[1]?.length ?? item ?? /^\s*/.exec(before)?.[0].length ?? 0;
  const parents: string[] = [];
  for (const line of text.slice(0, start).split('\n').reverse()) {
    const above = keyAt.exec(line);
    const indent = above?.[1]?.length ?? 0;
    if (above === null || indent >= depth) continue;
    parents.unshift(above[2] ?? '');
    depth = /^\s*/.exec(line)?.[0].length ?? 0;
    if (depth === 0 && !line.startsWith('- ')) break;
  }
  return { parents, key: written?.[2] };
}

/** What may stand at an offset. */
export function configurationCompletions(
  text: string,
  offset: number,
  lines: LineTable,
  rules: readonly Rule[],
): CompletionItem[] {
  // To the editor a word of YAML ends at a hyphen, but ids of rules have several.
  const start = text.slice(0, offset).search(/(?<![\w-])[\w-]*$/);
  const end = offset + (/^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  // A hyphen before a blank begins an item of a list.
  const range = toRange(lines, { start: text.slice(start, offset) === '-' ? offset : start, end });
  return wordsAt(text, offset, rules).map(({ insertText, ...item }) => ({
    ...item,
    textEdit: { range, newText: insertText ?? item.label },
  }));
}

function wordsAt(text: string, offset: number, rules: readonly Rule[]): CompletionItem[] {
  const { parents, key } = placeAt(text, offset);
  const last = parents.at(-1);
  const words = (list: readonly string[], kind: CompletionItemKind = CompletionItemKind.EnumMember): CompletionItem[] =>
    list.map((label) => ({ label, kind }));
  if (last === 'rules')
    return key === undefined ? rules.map((rule) => ruleItem(rule, ': ')) : words([...severities, 'off']);
  if (parents.at(-2) === 'rules')
    return key === undefined ? keys(ruleKeys) : key === 'severity' ? words([...severities, 'off']) : [];
  if (last === 'tags') return key === undefined ? keys(['reliability', 'practice']) : words(['on', 'off']);
  if (last === 'frameworks') return words(frameworks);
  if (last === 'cluster')
    return key === undefined ? keys(Object.keys(clusterFacts)) : words(Object.keys(clusterFacts[key]?.words ?? {}));
  switch (key) {
    case 'profile':
      return words(profiles);
    case 'rule':
      return last === 'ignores' ? rules.map((rule) => ruleItem(rule, '')) : [];
    case 'preview':
    case 'otherIgnores':
      return words(['on', 'off']);
    case undefined:
      break;
    default:
      return [];
  }
  if (parents.length === 0) return keys(rootKeys);
  if (last === 'overrides') return keys(overrideKeys);
  if (last === 'vulnerabilities') return keys(acceptedKeys);
  if (last === 'trust') return keys(trustKeys);
  return last === 'ignores' ? keys(['rule', 'paths', 'reason', 'until']) : [];
}

const keys = (names: readonly string[]): CompletionItem[] =>
  names.map((label) => ({ label, kind: CompletionItemKind.Property, insertText: `${label}: ` }));

function ruleItem({ id, title, severity, profile, why }: Rule, behind: string): CompletionItem {
  return {
    label: id,
    kind: CompletionItemKind.Value,
    detail: `${title} (${severity}, ${profile})`,
    documentation: { kind: MarkupKind.Markdown, value: why },
    insertText: `${id}${behind}`,
  };
}

/** The card of the rule whose id stands at an offset. */
export function configurationHover(text: string, offset: number, rules: ReadonlyMap<string, Rule>): string | undefined {
  const start = text.slice(0, offset).search(/(?<![\w-])[\w-]*$/);
  const word = /^[\w-]*/.exec(text.slice(start))?.[0] ?? '';
  const rule = rules.get(word);
  if (rule === undefined) return undefined;
  const { title, severity, profile, why, remedy } = rule;
  return [`**${title}** · ${severity} · ${profile}`, why, `**What to do:** ${remedy}`].join('\n\n');
}

export function configurationDiagnostics(problems: readonly ConfigurationProblem[], lines: LineTable): Diagnostic[] {
  return problems.map(({ span, message, harmless }) => ({
    range: toRange(lines, span),
    severity: harmless === true ? DiagnosticSeverity.Information : DiagnosticSeverity.Error,
    source,
    code: 'configuration',
    message: visible(message),
  }));
}
