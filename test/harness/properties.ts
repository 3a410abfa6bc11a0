/**
 * What must hold for every snippet of every rule, whatever the rule. Each property throws an assertion that says which law broke.
 */
import assert from 'node:assert/strict';
import type { Example } from '../../rules/contract/example.ts';
import { severities } from '../../rules/contract/finding.ts';
import type { Rule } from '../../rules/contract/rule.ts';
import type { Finding, ResolvedEdit } from '../../rules/engine/findings/finding.ts';
import { leftPlaceholder } from '../../rules/engine/findings/notices.ts';
import { assertOnlyDeclared } from './law.ts';
import { type Given, Scope } from './scope.ts';
import { asItemOfList, asOtherWorkload, asSecondDocument } from './wrap.ts';

export interface Case {
  readonly rule: Rule;
  /** Every rule of the product, to see that a fix of one brings no finding of another. */
  readonly all: readonly Rule[];
  readonly snippet: Example;
  readonly given: Given;
}

export function holdProperties(subject: Case): void {
  crlfTwin(subject);
  fixes(subject);
  fixAll(subject);
  prefixes(subject);
  if (subject.snippet.language === 'yaml') {
    elsewhere(subject, 'as the second document', asSecondDocument(subject.snippet.text));
    elsewhere(subject, 'in a List', asItemOfList(subject.snippet.text));
    for (const [kind, text] of asOtherWorkload(subject.snippet.text)) elsewhere(subject, `in a ${kind}`, text);
  }
}

/** What a finding says, without where: labels of the object may differ between the forms of one snippet. */
const gist = (scope: Scope): string[] =>
  scope.findings.map(({ rule, container, absent }) => [rule, container ?? '', absent].join(' ')).sort();

function crlfTwin({ rule, snippet, given }: Case): void {
  const plain = new Scope([rule], snippet, given);
  const twin = new Scope([rule], { ...snippet, text: snippet.text.replaceAll('\n', '\r\n') }, given);
  assert.deepEqual(twin.drawn(), plain.drawn(), 'the CRLF twin gives other findings');
  for (const finding of twin.findings) {
    for (const fix of twin.fixes(finding)) {
      if ('edits' in fix)
        assert.doesNotMatch(
          twin.applied(finding, fix.edits),
          /(?<!\r)\n/,
          `the fix "${fix.title}" writes a line feed into a CRLF file`,
        );
    }
  }
}

function fixes({ rule, all, snippet, given }: Case): void {
  const scope = new Scope([rule], snippet, given);
  const before = new Scope(all, snippet, given);
  for (const finding of scope.findings) {
    const offered = scope.fixes(finding);
    if (rule.fix === undefined) assert.equal(offered.length, 0, `${rule.id} declares no fix but offers one`);
    for (const fix of offered) if ('edits' in fix) oneFix({ rule, all, snippet, given }, scope, before, finding, fix);
  }
}

function oneFix(
  { rule, all, snippet, given }: Case,
  scope: Scope,
  before: Scope,
  finding: Finding,
  fix: ResolvedEdit,
): void {
  const what = `after "${fix.title}"`;
  assert.ok(fix.title !== '' && !fix.title.endsWith('.'), `a title is a short imperative: "${fix.title}"`);
  const fixed = scope.after(finding, fix);
  const { text } = fixed;
  assert.notEqual(text, scope.text, `${what} nothing has changed`);
  const after = new Scope(all, fixed, given);
  assert.equal(after.problems, before.problems, `${what} the file has new syntax errors:\n${text}`);
  const own = (findings: readonly Finding[]): number => findings.filter(({ rule: id }) => id === rule.id).length;
  assert.ok(own(after.findings) < own(before.findings), `${what} the finding is still there:\n${text}`);
  // What only the author knows is told until they write it.
  const uncovered = [...(rule.uncovers ?? []), ...(fix.level === 'template' ? [leftPlaceholder.id] : [])];
  const brought = broughtBy(before.findings, after.findings).filter((id) => !uncovered.includes(id));
  assert.deepEqual(brought, [], `${what} there are new findings:\n${text}`);
  // A file with several documents or a Dockerfile is checked by what its rules say alone.
  if (snippet.language === 'yaml' && fix.changes.length > 0 && !/^---/m.test(scope.text)) {
    const { changes } = fix;
    const own = changes.some(({ kind }) => kind === 'document') ? (text.split(/^---\r?$/m)[0] ?? text) : text;
    assertOnlyDeclared(scope.text, own, changes);
  }
}

/** Findings of medium severity or above that no fix may bring, by rule; one of lower severity may be the price of a fix. */
function broughtBy(before: readonly Finding[], after: readonly Finding[]): readonly string[] {
  const heavy = (findings: readonly Finding[]): readonly string[] =>
    findings
      .filter(({ severity }) => severities.indexOf(severity) <= severities.indexOf('medium'))
      .map(({ rule: id }) => id);
  const known = heavy(before);
  return heavy(after).filter((id) => {
    const at = known.indexOf(id);
    if (at >= 0) (known as string[]).splice(at, 1);
    return at < 0;
  });
}

function fixAll({ rule, snippet, given }: Case): void {
  const scope = new Scope([rule], snippet, given);
  const only = new Set([rule.id]);
  const once = scope.fixAll(only);
  if (once === undefined) return;
  const again = new Scope([rule], { ...snippet, text: once }, given);
  assert.equal(again.fixAll(only), undefined, `fixing everything twice changes the file twice:\n${once}`);
}

/** While somebody types, every beginning of the text is analysed; at most this many of them are tried here. */
const prefixLimit = 40;

function prefixes({ rule, snippet, given }: Case): void {
  const { text } = snippet;
  const step = Math.max(1, Math.floor(text.length / prefixLimit));
  for (let end = 0; end < text.length; end += step) {
    const { workspace } = new Scope([rule], { ...snippet, text: text.slice(0, end) }, given);
    assert.deepEqual(workspace.failures(), [], `throws on the first ${end} characters`);
  }
}

function elsewhere({ rule, snippet, given }: Case, how: string, text: string | undefined): void {
  if (text === undefined) return;
  const plain = gist(new Scope([rule], snippet, given));
  assert.deepEqual(gist(new Scope([rule], { ...snippet, text }, given)), plain, `other findings ${how}:\n${text}`);
}
