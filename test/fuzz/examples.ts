/**
 * Damages the rules' own examples at random and looks whether the laws still hold: nothing throws, no fix brings a syntax error, bulk fixing ends.
 */
import fc from 'fast-check';
import { rules } from '../../rules/catalog/index.ts';
import type { Example } from '../../rules/contract/example.ts';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { applyEdits } from '../../rules/text/edit.ts';

const examples = rules.flatMap((rule) => [...rule.examples.bad, ...rule.examples.good]);
const settings = { ...defaultSettings, profile: 'all', preview: true } as const;

/** What typing does: cuts, doubled stretches, characters that mean something. */
const damage = fc.record({
  example: fc.nat(examples.length - 1),
  cuts: fc.array(
    fc.record({
      at: fc.nat(400),
      length: fc.nat(30),
      put: fc.constantFrom(
        '',
        '"',
        "'",
        '[',
        '{',
        ':',
        ': ',
        '- ',
        '\t',
        '\n',
        '#',
        '&a ',
        '*a',
        '|',
        '{{ x }}',
        '\\\n',
        '$',
        '${',
        '<<EOF\n',
        '---\n',
        '😀',
        '\r\n',
        '\0',
        '?',
        '!!',
      ),
    }),
    {
      maxLength: 5,
    },
  ),
});

function damaged({ text }: Example, cuts: readonly { at: number; length: number; put: string }[]): string {
  return cuts.reduce((current, { at, length, put }) => current.slice(0, at) + put + current.slice(at + length), text);
}

function run(language: Example['language'], text: string): { workspace: Workspace; path: string } {
  const path = language === 'dockerfile' ? 'Dockerfile' : 'a.yaml';
  const workspace = new Workspace(rules);
  workspace.complete = true;
  workspace.update({ path, text }, settings, { retain: true });
  workspace.refresh();
  return { workspace, path };
}

const problemsOf = (workspace: Workspace, path: string): number => {
  const state = workspace.state(path);
  return state?.kind === 'analysed' ? state.problems.length : 0;
};

const property = fc.property(damage, ({ example, cuts }) => {
  const { language, ...rest } = examples[example] as Example;
  const text = damaged({ language, ...rest }, cuts);
  const { workspace, path } = run(language, text);
  const failures = workspace.failures();
  if (failures.length > 0) throw new Error(`rule ${failures[0]?.rule} threw: ${failures[0]?.message}\n${text}`);
  for (const finding of workspace.findings(path)) {
    for (const fix of workspace.fixes(finding)) {
      if (!('edits' in fix)) continue;
      const after = run(language, applyEdits(text, fix.edits));
      if (problemsOf(workspace, path) === 0 && problemsOf(after.workspace, path) > 0)
        throw new Error(`"${fix.title}" of ${finding.rule} breaks the file:\n${text}`);
    }
  }
  const fixed = workspace.fixAll(path, 'review');
  if (fixed === undefined) return;
  const again = run(language, fixed.text);
  if (again.workspace.fixAll(path, 'review') !== undefined) throw new Error(`fixing twice changes twice:\n${text}`);
});

export interface ExamplesRun {
  readonly texts: number;
  readonly seed: number;
  /** The report of the smallest text that breaks a law; undefined when none did. */
  readonly failure: string | undefined;
}

export function runExamples(seconds: number): ExamplesRun {
  const outcome = fc.check(property, {
    numRuns: 1_000_000,
    interruptAfterTimeLimit: seconds * 1000,
    markInterruptAsFailure: false,
  });
  const failure = outcome.failed ? `${fc.defaultReportMessage(outcome)}\n${String(outcome.errorInstance)}` : undefined;
  return { texts: outcome.numRuns, seed: outcome.seed, failure };
}
