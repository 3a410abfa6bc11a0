import assert from 'node:assert/strict';
import { it } from 'node:test';
import { visible, visibleJson, visibleLines, visiblePath } from '../../../rules/text/visible.ts';

it('shows what moves a cursor, ends a line or turns its direction', () => {
  for (const [text, shown] of [
    ['a\u001b[31mred', 'a\\u001b[31mred'],
    ['a\n::error::b\r\tc', 'a\\n::error::b\\r\\tc'],
    ['\u009b2J\u007f\u0000', '\\u009b2J\\u007f\\u0000'],
    ['\u202enimda\u2066\u200f\u2028', '\\u202enimda\\u2066\\u200f\\u2028'],
    ['half \ud800', 'half \\ud800'],
    ['soft\u00adhyphen, filler\u3164', 'soft\\u00adhyphen, filler\\u3164'],
    ['tags\u{e0069}\u{e0064}', 'tags\\udb40\\udc69\\udb40\\udc64'],
    ['##vso[task]x ##[error]y ##teamcity[z]', '#\\u0023vso[task]x #\\u0023[error]y #\\u0023teamcity[z]'],
    ['plain, café, 日本, 😀 # ## x', 'plain, café, 日本, 😀 # ## x'],
  ] as const)
    assert.equal(visible(text), shown);
});

it('quotes paths as Git does', () => {
  for (const [path, shown] of [
    ['deploy/web.yaml', 'deploy/web.yaml'],
    ['with blank/ü.yaml', 'with blank/ü.yaml'],
    ['a\nb.yaml', '"a\\nb.yaml"'],
    ['a"b\\c', '"a\\"b\\\\c"'],
    ['\u001b[2J', '"\\033[2J"'],
    ['\u202ex', '"\\342\\200\\256x"'],
    ['\u{e0069}x', '"\\363\\240\\201\\251x"'],
    ['::error::x', '"::error::x"'],
  ] as const)
    assert.equal(visiblePath(path), shown);
  assert.equal(visiblePath('x\n+++ b/y', 'a/'), '"a/x\\n+++ b/y"');
});

it('keeps the values of JSON, and the ends of lines', () => {
  const value = { message: 'a\u001b\u009b\u202e\u2028\ufeff\u{e0069}"\\\n' };
  const json = visibleJson(JSON.stringify(value, null, 2));
  assert.deepEqual(JSON.parse(json), value);
  assert.doesNotMatch(json, /[\u0080-\uffff]/);
  assert.equal(visibleLines('a\u001b\tb\n'), 'a\\u001b\tb\n');
});
