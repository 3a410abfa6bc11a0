/**
 * How a rule is tested: draw the findings under the code, show a fix as before and after. Every snippet is also held to the laws
 * of `properties.ts`. The examples of the rule are cases, too: what is fine in them, what is drawn, and what a difference says. A rule without a finding
 * that is drawn or, when it declares one, a fix, fails as a whole.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import type { Example } from '../../rules/contract/example.ts';
import type { Rule } from '../../rules/contract/rule.ts';
import { leftPlaceholder } from '../../rules/engine/findings/notices.ts';
import { holdProperties } from './properties.ts';
import { type Given, Scope } from './scope.ts';
import { type Drawn, draw, readSnippet } from './snippet.ts';

export {
  clusterRole,
  compose,
  container,
  debian,
  dockerfile,
  pod,
  role,
  service,
  yaml,
} from '../../rules/contract/example.ts';
export { files, objects } from '../../rules/contract/objects.ts';

export interface RuleTest {
  /** All findings of the rule are drawn in the snippet, and no others. */
  check(name: string, given?: Given): (snippet: Example) => void;
  /** The rule says nothing. */
  clean(name: string, given?: Given): (snippet: Example) => void;
  /** The first finding's first fix, or the one whose title matches, makes `after` of `before`, or what a difference says. */
  fix(name: string, options?: Given & { readonly title?: RegExp }): (before: Example, after?: Example) => void;
  /** The first finding has no fix that can be applied, and the reason matches. */
  refuses(name: string, reason: RegExp, given?: Given): (snippet: Example) => void;
}

/** @param body the cases that the examples of the rule do not show. */
export function testRule(rule: Rule, body: (test: RuleTest) => void = () => {}): void {
  describe(rule.id, () => {
    const count = { check: 0, fix: 0 };
    const properties = (snippet: Example, given: Given): void => holdProperties({ rule, all: rules, snippet, given });
    const test: RuleTest = {
      check:
        (name, given = {}) =>
        (snippet) => {
          count.check++;
          it(name, () => {
            const { drawn, ...plain } = readSnippet(snippet);
            assert.ok(drawn.length > 0, 'draw the findings, or use clean()');
            compare(plain.text, drawn, new Scope([rule], plain, given).drawn());
            properties(plain, given);
          });
        },
      clean:
        (name, given = {}) =>
        (snippet) => {
          it(name, () => {
            const scope = new Scope([rule], snippet, given);
            assert.ok(
              scope.states.some(({ kind }) => kind === 'analysed'),
              'the snippet was not analysed',
            );
            compare(snippet.text, [], scope.drawn());
            properties(snippet, given);
          });
        },
      fix:
        (name, { title = /^/, ...given } = {}) =>
        (before, after) => {
          count.fix++;
          it(name, () => {
            const scope = new Scope([rule], before, given);
            const [finding] = scope.findings;
            assert.ok(finding !== undefined, 'there is no finding to fix');
            const offered = scope.fixes(finding);
            const fix = offered.find((candidate) => 'edits' in candidate && title.test(candidate.title));
            assert.ok(
              fix !== undefined && 'edits' in fix,
              `no such fix among: ${JSON.stringify(offered.map((other) => ('edits' in other ? other.title : other.refused)))}`,
            );
            assert.equal(scope.after(finding, fix).text, after?.text ?? before.after);
            properties(before, given);
          });
        },
      refuses:
        (name, reason, given = {}) =>
        (snippet) => {
          it(name, () => {
            const scope = new Scope([rule], snippet, given);
            const [finding] = scope.findings;
            assert.ok(finding !== undefined, 'there is no finding');
            const offered = scope.fixes(finding);
            assert.ok(
              offered.length > 0 && offered.every((fix) => 'refused' in fix),
              'there is a fix, or no word about why there is none',
            );
            assert.match(offered.map((fix) => ('refused' in fix ? fix.refused : '')).join(' '), reason);
            properties(snippet, given);
          });
        },
    };
    body(test);
    testExamples(rule, test);
    it('is tested on both sides', () => {
      assert.ok(count.check > 0, 'no finding is drawn');
      assert.ok(rule.fix === undefined || count.fix > 0, 'it declares a fix, but no test shows it');
    });
  });
}

function testExamples(rule: Rule, { check, fix }: RuleTest): void {
  for (const [i, example] of rule.examples.bad.entries()) {
    if (example.drawing !== undefined) check(`is drawn in its example ${i + 1}`)(example);
    if (example.after !== undefined) fix(`mends its example ${i + 1}`)(example);
  }
  it('shows itself', () => showsItself(rule));
}

/** Its bad examples are found, and its good ones are not. */
export function showsItself(rule: Rule): void {
  const { bad, good } = rule.examples;
  // The examples of this one speak of a team that trusts its own registry.
  const given = rule.id === 'untrusted-registry' ? { registries: ['registry.example.com'] } : {};
  assert.ok(bad.length >= 2 && good.length >= 2, 'two bad and two good examples');
  for (const example of bad) {
    const found = new Scope([rule], example, given).findings;
    assert.ok(
      found.some(({ rule: id }) => id === rule.id),
      `this bad example is not found:\n${example.text}`,
    );
  }
  for (const example of good)
    assert.deepEqual(
      new Scope([rule], example, given).findings
        // A fix may leave a word for the author to fill in.
        .filter(({ rule: id }) => id !== leftPlaceholder.id)
        .map(({ message }) => message),
      [],
      `this good example is found:\n${example.text}`,
    );
}

/** Compares drawings, so that a failure shows the picture to copy once it is judged right. */
function compare(text: string, expected: readonly Drawn[], found: readonly Drawn[]): void {
  // A drawing without a message says nothing about it.
  const picture = (list: readonly Drawn[], other: readonly Drawn[]): string => {
    const lines = text.split('\n').flatMap((line, at) => {
      const here = list.filter((item) => item.line === at);
      return [line, ...here.map((item) => draw(twinOf(item, other)))];
    });
    return lines.join('\n');
  };
  assert.equal(picture(found, expected), picture(expected, []));
}

function twinOf(found: Drawn, expected: readonly Drawn[]): Drawn {
  const twin = expected.find(
    (item) => item.line === found.line && item.start === found.start && item.rule === found.rule,
  );
  if (twin === undefined) return found;
  const same = twin.message === undefined || found.message?.includes(twin.message) === true;
  return same ? { ...found, message: twin.message } : found;
}
