/** The grammars that make suppression comments stand out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../tools/root.ts';

interface Grammar {
  readonly patterns: readonly { readonly match: string }[];
}

/** The pattern of a grammar; these use nothing that JavaScript reads otherwise than the editor does. */
function pattern(language: string): RegExp {
  const file = join(root, 'syntaxes', `suppression-${language}.tmLanguage.json`);
  const [first] = (JSON.parse(readFileSync(file, 'utf8')) as Grammar).patterns;
  return new RegExp(first?.match ?? '(?!)');
}

for (const language of ['yaml', 'dockerfile']) {
  test(`${language}: a suppression has a keyword, rules and a reason`, () => {
    const found = pattern(language).exec('# seaworthy-ignore host-network, host-pid: the node agent needs it');
    const parts = found?.slice(1).filter((part) => part !== '#');
    assert.deepEqual(parts, ['seaworthy-ignore', ' host-network, host-pid', ':', ' the node agent needs it']);
  });

  test(`${language}: one for the file, or without a reason yet`, () => {
    assert.match('# seaworthy-ignore-file host-pid: generated', pattern(language));
    assert.match('# seaworthy-ignore', pattern(language));
  });

  test(`${language}: a longer word is something else`, () => {
    assert.doesNotMatch('# seaworthy-ignored yesterday', pattern(language));
    assert.doesNotMatch('# see seaworthy-ignore', pattern(language));
  });
}

test('yaml: at the end of a line', () => {
  assert.match('hostPID: true # seaworthy-ignore host-pid: the node agent', pattern('yaml'));
});

test('dockerfile: only on a line of its own, because a # further right is no comment', () => {
  assert.doesNotMatch('RUN make # seaworthy-ignore x: y', pattern('dockerfile'));
});
