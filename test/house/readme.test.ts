/** What the README and its fellows point to is there, and the pictures stay small. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../tools/root.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

const below = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'examples/README.md', 'docs/rules/README.md'],
  ...['docs', 'docs/contributing', 'docs/decisions'].flatMap(below),
];

for (const page of pages) {
  test(`${page} links to files that are there`, () => {
    const targets = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target.replace(/#.*/, ''));
    const missing = targets.filter(
      (target) => !/^https:|^#/.test(target) && !existsSync(join(root, dirname(page), target)),
    );
    assert.deepEqual(missing, []);
  });

  test(`${page} names scripts that are there`, () => {
    const named = [...read(page).matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
      ([, run, own]) => run ?? own ?? '',
    );
    const missing = named.filter((name) => !Object.hasOwn(manifest.scripts, name));
    assert.deepEqual(missing, []);
  });
}

test('every picture is a window of 1280 by 800, below 150 KB, and shown', () => {
  const names = readdirSync(join(root, 'docs/images'));
  assert.ok(names.length > 0);
  for (const name of names) {
    const bytes = readFileSync(join(root, 'docs/images', name));
    // The header chunk begins with width and height: https://www.w3.org/TR/png-3/#11IHDR
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1280, 800], name);
    assert.ok(bytes.length < 150_000, `${name} has ${bytes.length} bytes`);
    assert.ok(
      read('README.md').includes(`docs/images/${name}`) || read('docs/editor.md').includes(`images/${name}`),
      name,
    );
  }
});
