/** Small mistakes in the `check` of a rule, one at a time: a test that does not see one of them does not hold the rule to what it says. */

export interface Mutant {
  /** The whole text of the rule with the mistake. */
  readonly text: string;
  /** What was changed, with the line: `12: === becomes !==`. */
  readonly what: string;
}

/** What is put in place of what; conditions and statements are matched whole on one line. */
const mistakes: readonly (readonly [pattern: RegExp, to: (found: string) => string])[] = [
  [/ === /g, () => ' !== '],
  [/ !== /g, () => ' === '],
  [/ && /g, () => ' || '],
  [/ \|\| /g, () => ' && '],
  [/ > /g, () => ' <= '],
  [/ < /g, () => ' >= '],
  [/ >= /g, () => ' < '],
  [/(?<=\bif \()(?=.*\) )/g, () => 'false && '],
  [/(?<=\bif \()(?=.*\) )/g, () => 'true || '],
  [/(?<=[( ])!(?=[\w(])/g, () => ''],
  [/\.some\(/g, () => '.every('],
  [/\.every\(/g, () => '.some('],
  [/\b(?:return|continue|break);/g, () => ';'],
  [/\btrue\b/g, () => 'false'],
  [/\bfalse\b/g, () => 'true'],
];

/** @returns the mutants of what stands from `check` on, in the order of the text; none for a rule that shared code makes. */
export function mutantsOf(text: string): readonly Mutant[] {
  const start = text.search(/^ {2}check\(/m);
  if (start < 0) return [];
  const code = withoutTexts(text);
  const found = mistakes.flatMap(([pattern, to]) =>
    [...code.matchAll(pattern)]
      .filter(({ index }) => index > start)
      .map(({ 0: from, index }) => ({ from, to: to(from), index })),
  );
  return found
    .sort((a, b) => a.index - b.index)
    .map(({ from, to, index }) => ({
      text: text.slice(0, index) + to + text.slice(index + from.length),
      what: `${text.slice(0, index).split('\n').length}: ${from.trim() || 'condition'} becomes ${to.trim() || 'nothing'}`,
    }));
}

/** The same length of text, with quotes, templates, comments and expressions in slashes blanked. */
function withoutTexts(text: string): string {
  return text.replaceAll(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|(?<=[(,=:] ?)\/(?:[^/\\\n]|\\.)+\/[a-z]*/g,
    (found) => found.replaceAll(/[^\n]/g, '_'),
  );
}
