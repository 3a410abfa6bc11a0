/**
 * Holds the fixes of one document to the law, alone and together: each fix, each pair, all at once, random subsets, and what hardens a container, an object
 * or a namespace.
 */
import assert from 'node:assert/strict';
import { rules } from '../../rules/catalog/index.ts';
import { manifestAnalysis } from '../../rules/engine/analyse/document-analysis.ts';
import { compatible, editsOf, type FindingFix, offersOf, type Unit } from '../../rules/engine/fixes/fix.ts';
import { ruleSetFor } from '../../rules/engine/settings/rule-set.ts';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { indexFacts } from '../../rules/facts/index.ts';
import { noFileContext } from '../../rules/facts/questions/file-context.ts';
import { Kustomizations } from '../../rules/model/kustomize/kustomizations.ts';
import { applyEdits } from '../../rules/text/edit.ts';
import { type Change, isRefusal } from '../../rules/yaml/change.ts';
import { parseDocument } from '../../rules/yaml/parse.ts';
import type { Printed, PrintStyle } from './generate/print.ts';
import { assertCommentsStay, assertOnlyDeclared } from './law.ts';
import { assertStyle } from './style.ts';

const settings = { ...defaultSettings, profile: 'all', preview: true } as const;
const everyRule = ruleSetFor(rules, settings);
/** The object is all there is. */
const around = { path: 'app/manifest.yaml', facts: indexFacts([], new Kustomizations()) };

export interface Tally {
  objects: number;
  /** Fixes and combinations that were written and held. */
  edits: number;
  /** Fixes that were refused, by reason. */
  readonly refused: Map<string, number>;
}

/**
 * @param pick a number below its argument; decides which pairs and subsets are tried.
 * @param pairsTried how many of the pairs of fixes are tried, at most.
 */
export function holdComposed(
  { printed, style }: { readonly printed: Printed; readonly style: PrintStyle },
  pick: (below: number) => number,
  pairsTried: number,
  tally: Tally,
): void {
  const { text, comments } = printed;
  const document = parseDocument(text);
  assert.deepEqual(document.problems, [], `the generator wrote what cannot be read:\n${text}`);
  const analysed = manifestAnalysis(document, everyRule, noFileContext, true);
  const unit: Unit = { offset: 0, document, refusal: undefined };
  const hold = (after: string, changes: readonly Change[]): void => {
    tally.edits++;
    assertOnlyDeclared(text, after, changes);
    // A comment on a key that gets another name is a comment on the new one.
    if (!changes.some(({ kind }) => kind === 'rename')) assertCommentsStay(text, after, comments, changes);
    assertStyle(text, after, style);
  };
  const fixes = analysed.analysis.findings.flatMap((raw): FindingFix[] =>
    offersOf(() => raw.offer?.(around)).flatMap((fix) =>
      isRefusal(fix) || fix.changes === undefined || fix.createsDocument === true
        ? []
        : [{ finding: { rule: raw.rule.id } as FindingFix['finding'], fix }],
    ),
  );
  /** By the text that they make: what two rules write alike is one member of the pairs. */
  const distinct = new Map<string, FindingFix>();
  const writable = fixes.filter((one) => {
    const edits = editsOf([one.fix], unit);
    if (isRefusal(edits)) {
      assertOwnRefusal(one.finding.rule, edits.refused, text);
      tally.refused.set(edits.refused, (tally.refused.get(edits.refused) ?? 0) + 1);
      return false;
    }
    const after = applyEdits(text, edits);
    named(one.finding.rule, () => hold(after, one.fix.changes ?? []));
    if (!distinct.has(after)) distinct.set(after, one);
    return true;
  });
  const together = (some: readonly FindingFix[]): void => {
    const all = editsOf(
      some.map(({ fix }) => fix),
      unit,
    );
    if (isRefusal(all)) assertOwnRefusal(some.map(({ finding }) => finding.rule).join(', '), all.refused, text);
    const { edits, taken } = isRefusal(all) ? compatible(some, unit) : { edits: all, taken: some };
    named(taken.map(({ finding }) => finding.rule).join(', '), () =>
      hold(
        applyEdits(text, edits),
        taken.flatMap(({ fix }) => fix.changes ?? []),
      ),
    );
  };
  const members = [...distinct.values()];
  const pairs = members.flatMap((one, i) => members.slice(i + 1).map((other) => [one, other]));
  for (const pair of sample(pairs, pairsTried, pick)) together(pair);
  together(writable);
  for (let i = 0; i < subsetTries && writable.length > 2; i++) together(writable.filter(() => pick(2) === 0));
  hardening(text, hold);
  tally.objects++;
}

/** Refusals say something of the document; one that says that the writer went wrong is a defect. */
function assertOwnRefusal(what: string, refused: string, text: string): void {
  assert.doesNotMatch(refused, /^The edit would/, `${what}: ${refused}\n${text}`);
}

const subsetTries = 10;

function hardening(text: string, hold: (after: string, changes: readonly Change[]) => void): void {
  const workspace = new Workspace(rules);
  workspace.complete = true;
  workspace.update({ path: 'a.yaml', text }, settings, { retain: true });
  workspace.refresh();
  const known = new Set<string>();
  for (const finding of workspace.findings('a.yaml')) {
    for (const whole of [false, true]) {
      const about = whole ? 'the object' : `container ${finding.container ?? ''}`;
      if (known.has(about)) continue;
      known.add(about);
      const done = workspace.harden(finding, whole);
      if (done === undefined || isRefusal(done)) continue;
      const after = applyEdits(text, done.edits);
      named(done.title, () => hold(withoutNewDocument(text, after, done.changes), done.changes));
    }
  }
  const all = workspace.fixAll('a.yaml', 'review');
  for (const { before, after, changes } of all?.steps ?? [])
    named('fix all', () => assertOnlyDeclared(before, withoutNewDocument(before, after, changes), changes));
  if (all === undefined) return;
  workspace.update({ path: 'a.yaml', text: all.text }, settings, { retain: true });
  workspace.refresh();
  const again = workspace.fixAll('a.yaml', 'review');
  assert.equal(
    again,
    undefined,
    `fixing everything twice changes the file twice:\n${text}\n=== once\n${all.text}\n=== twice\n${again?.text ?? ''}`,
  );
}

function withoutNewDocument(before: string, after: string, changes: readonly Change[]): string {
  if (!changes.some(({ kind }) => kind === 'document')) return after;
  const [own = after] = after.split(/^---\r?$/m);
  return before.endsWith('\n') ? own : own.replace(/\r?\n$/, '');
}

function sample<T>(all: readonly T[], count: number, pick: (below: number) => number): readonly T[] {
  if (all.length <= count) return all;
  return Array.from({ length: count }, () => all[pick(all.length)] as T);
}

function named(what: string, body: () => void): void {
  try {
    body();
  } catch (error) {
    if (error instanceof Error) error.message = `${what}: ${error.message}`;
    throw error;
  }
}
