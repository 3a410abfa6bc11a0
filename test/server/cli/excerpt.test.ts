import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Excerpt, excerptsOf } from '../../../server/cli/excerpt.ts';

/** An excerpt of what `needle` stands for, with brackets around what is marked. */
function excerptOf(text: string, needle: string, isSecret = false): readonly string[] {
  const start = text.indexOf(needle);
  assert.ok(start >= 0);
  const [excerpt = []] = excerptsOf(text, [{ start, end: start + needle.length, isSecret }]);
  return drawn(excerpt);
}

const drawn = (excerpt: Excerpt): readonly string[] =>
  excerpt.map(({ number, text, mark }) =>
    mark === undefined
      ? `${number} ${text}`
      : `${number} ${text.slice(0, mark.start)}[${text.slice(mark.start, mark.end)}]${text.slice(mark.end)}`,
  );

describe('an excerpt', () => {
  const text = 'a: 1\nb: two\nc: 3\nd: 4\n';

  it('is the line with those around it', () => {
    assert.deepEqual(excerptOf(text, 'two'), ['1 a: 1', '2 b: [two]', '3 c: 3']);
    assert.deepEqual(excerptOf(text, 'a'), ['1 [a]: 1', '2 b: two']);
    assert.deepEqual(excerptOf(text, '4'), ['3 c: 3', '4 d: [4]'], 'no empty line behind the last');
  });

  it('marks several lines, but not without end', () => {
    assert.deepEqual(excerptOf(text, 'two\nc: 3'), ['1 a: 1', '2 b: [two]', '3 [c: 3]', '4 d: 4']);
    const long = Array.from({ length: 50 }, (_, i) => `k${i}: v`).join('\r\n');
    assert.equal(excerptOf(long, long.slice(0, -1)).length, 7);
  });

  it('marks what has no length', () =>
    assert.deepEqual(excerptsOf('a:', [{ start: 2, end: 2, isSecret: false }])[0], [
      { number: 1, text: 'a:', mark: { start: 2, end: 3 } },
    ]));

  it('shows nothing that moves a cursor, and spaces for tabs', () =>
    assert.deepEqual(excerptOf('a:\tb\u001b[2Jc\u202ed x\n', 'x'), ['1 a:    b\\u001b[2Jc\\u202ed [x]']));

  it('hides secrets, those in lines around it too, whatever their length', () => {
    const secrets = 'password: hunter2\nprivileged: true\nurl: https://u:sup3rs3cret@db/x\n';
    assert.deepEqual(excerptOf(secrets, 'true'), ['1 password: ***', '2 privileged: [true]', '3 url: https://***db/x']);
    assert.deepEqual(excerptOf(secrets, 'hunter2'), ['1 password: [***]', '2 privileged: true']);
  });

  it('hides what no model knows where a rule says so, also for other findings', () => {
    const unknown = 'a: 1\nnote: zebra\nRUN x -pzebra --host=db\n- zebra\n';
    for (const [needle, expected] of [
      ['note: zebra', ['1 a: 1', '2 [note: ***]', '3 RUN x -pzebra --host=db']],
      ['RUN x', ['2 note: zebra', '3 [RUN ***]', '4 - zebra']],
      ['- zebra', ['3 RUN x -pzebra --host=db', '4 [- ***]']],
    ] as const)
      assert.deepEqual(excerptOf(unknown, needle, true), expected);
    const [first] = excerptsOf(
      unknown,
      [{ start: 0, end: 1, isSecret: false }],
      [{ start: 5, end: 9, isSecret: true }],
    );
    assert.deepEqual(drawn(first ?? []), ['1 [a]: 1', '2 note: ***']);
  });

  it('is a window of a line without end', () => {
    const [line = ''] = excerptOf(`${'x '.repeat(1500)}here${' y'.repeat(1500)}`, 'here');
    assert.match(line, /^1 …[x ]{400}\[here\][y ]{396}…$/);
  });
});
