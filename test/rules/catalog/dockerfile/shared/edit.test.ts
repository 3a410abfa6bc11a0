import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appendCommand, removeInstruction, removeWord } from '../../../../../rules/catalog/dockerfile/shared/edit.ts';
import { parseDockerfile } from '../../../../../rules/model/dockerfile/file.ts';
import { applyEdits } from '../../../../../rules/text/edit.ts';

/** The text without its word `-x`. */
function withoutWord(text: string): string {
  const start = text.indexOf('-x');
  return applyEdits(text, [removeWord(parseDockerfile(text), { start, end: start + 2 })]);
}

/** The text without its first instruction of a keyword. */
function without(text: string, keyword: string): string {
  const file = parseDockerfile(text);
  const instruction = file.instructions.find((other) => other.keyword === keyword);
  assert.ok(instruction);
  return applyEdits(text, [removeInstruction(file, instruction)]);
}

/** The last instruction of a file with `clean` behind it; undefined where that is refused. */
function appended(run: string): string | undefined {
  const text = `FROM a\nRUN ${run}`;
  const instruction = parseDockerfile(text).instructions.at(-1);
  assert.ok(instruction);
  const edit = appendCommand(instruction, instruction.commands, 'clean');
  return edit === undefined ? undefined : applyEdits(text, [edit]).slice('FROM a\nRUN '.length);
}

describe('taking a word away', () => {
  for (const [name, before, after] of [
    ['between others', 'FROM a\nRUN b -x c\n', 'FROM a\nRUN b c\n'],
    ['with its line', 'FROM a\nRUN b \\\n  -x \\\n  c\nUSER 1\n', 'FROM a\nRUN b \\\n  c\nUSER 1\n'],
    ['at the end, with the continuation above', 'FROM a\nRUN b \\\n  -x\nUSER 1\n', 'FROM a\nRUN b\nUSER 1\n'],
    ['with the comment between the lines', 'FROM a\nRUN b \\\n  # why\n  -x\nUSER 1\n', 'FROM a\nRUN b\nUSER 1\n'],
    ['before an operator', 'FROM a\nRUN b \\\n  -x && \\\n  c\n', 'FROM a\nRUN b \\\n  && \\\n  c\n'],
    ['behind another escape', '# escape=`\nFROM a\nRUN b `\n  -x\nUSER 1\n', '# escape=`\nFROM a\nRUN b\nUSER 1\n'],
  ] as const) {
    it(name, () => assert.equal(withoutWord(before), after));
    it(`${name}, with Windows line endings`, () =>
      assert.equal(withoutWord(before.replaceAll('\n', '\r\n')), after.replaceAll('\n', '\r\n')));
  }

  it('leaves as many instructions as there were', () => {
    const text = 'FROM a\nRUN b \\\n  -x\n\nUSER 1\n';
    assert.deepEqual(
      parseDockerfile(withoutWord(text)).instructions.map(({ keyword }) => keyword),
      ['FROM', 'RUN', 'USER'],
    );
  });
});

describe('taking an instruction away', () => {
  for (const [name, before, after] of [
    ['with the comments above it', 'FROM a\n# why\n# and how\nCMD b\nUSER 1\n', 'FROM a\nUSER 1\n'],
    ['without what stands apart', 'FROM a\n# all\n\nCMD b\n\nUSER 1\n', 'FROM a\n# all\n\nUSER 1\n'],
    ['without what heads several', 'FROM a\n# both\nCMD b\nCMD c\n', 'FROM a\n# both\nCMD c\n'],
    ['without what was an instruction', 'FROM a\n# CMD old\n# why\nCMD b\nUSER 1\n', 'FROM a\n# CMD old\nUSER 1\n'],
    ['without the head of the file', '# ours\nCMD b\nFROM a\n', '# ours\nFROM a\n'],
    ['at the end', 'FROM a\nCMD b', 'FROM a\n'],
  ] as const)
    it(name, () => assert.equal(without(before, 'CMD'), after));
});

describe('a further command', () => {
  for (const [run, result] of [
    ['a', 'a && clean'],
    ['a && b', 'a && b && clean'],
    ['a;', 'a && clean;'],
    ['if a; then b; fi', 'if a; then b; fi && clean'],
    ['a \\\n  # why\n  b', 'a \\\n  # why\n  b && clean'],
    ['a \\\n  # why', 'a && clean \\\n  # why'],
  ] as const)
    it(`stands behind ${JSON.stringify(run)}`, () => assert.equal(appended(run), result));

  for (const run of [
    'a &',
    'a ||',
    'a || b',
    'a & b',
    'a # b',
    'a "b',
    'a; exit 0',
    'exec a',
    'case a in b) c;;',
    '["a"]',
    '<<EOF\na\nEOF',
  ])
    it(`is refused behind ${JSON.stringify(run)}`, () => assert.equal(appended(run), undefined));
});
