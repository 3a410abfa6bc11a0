/** The texts of the client: every language has all of them, and none that nobody shows. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../tools/root.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const keys = (path: string): string[] => Object.keys(JSON.parse(read(path)) as Record<string, string>).sort();
const holes = (text: string): string[] => [...text.matchAll(/\{\d+\}/g)].map(([hole]) => hole).sort();

const sources = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const bundles = readdirSync(join(root, 'l10n'));

test('the client has texts to translate', () => {
  assert.ok(sources.length > 1 && bundles.length > 0);
});

for (const bundle of bundles) {
  test(`${bundle} translates what the client says`, () => {
    const calls = sources.flatMap((name) => [...read(`client/${name}`).matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)]);
    const said = new Set(calls.map(([, text]) => text ?? ''));
    const translations = JSON.parse(read(`l10n/${bundle}`)) as Record<string, string>;
    assert.deepEqual(Object.keys(translations).sort(), [...said].sort());
    for (const [text, translation] of Object.entries(translations))
      assert.deepEqual(holes(translation), holes(text), text);
  });
}

test('every translation of the manifest has the same keys, and the manifest uses each', () => {
  const used = new Set([...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? ''));
  for (const name of readdirSync(root).filter((file) => /^package\.nls.*\.json$/.test(file))) {
    assert.deepEqual(keys(name), [...used].sort(), name);
  }
});
