import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { rules } from '../../rules/index.ts';
import { packageExtension } from './vsix.ts';
import { zipEntries } from './zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'seaworthy-vsix-'));
const file = join(folder, 'seaworthy.vsix');
let archive: Buffer;
before(async () => {
  await packageExtension(file);
  archive = readFileSync(file);
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('the VSIX stays under 1 MB', () => {
  assert.ok(archive.length < 1_000_000, `it has ${archive.length} bytes`);
});

test('the VSIX holds these files and no other', () => {
  const extension = [
    'LICENSE.txt',
    'changelog.md',
    'dist/blast-radius.css',
    'dist/blast-radius.js',
    'dist/client.cjs',
    'dist/server.cjs',
    'images/icon.png',
    ...['fix', 'overrule', 'practise', 'scan'].map((step) => `images/walkthrough/${step}.svg`),
    'l10n/bundle.l10n.de.json',
    'package.json',
    'package.nls.de.json',
    'package.nls.json',
    'readme.md',
    'syntaxes/suppression-dockerfile.tmLanguage.json',
    'syntaxes/suppression-yaml.tmLanguage.json',
    'docs/configuration.schema.json',
    'docs/rules/README.md',
    ...rules.map(({ id }) => `docs/rules/${id}.md`),
  ];
  const expected = ['[Content_Types].xml', 'extension.vsixmanifest', ...extension.map((path) => `extension/${path}`)];
  assert.deepEqual(zipEntries(archive).sort(), expected.sort());
});
