import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, test } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import { bundle } from '../../tools/bundle.ts';
import { type Bundled, headOf, noticesOf } from '../../tools/notices.ts';
import { root } from '../../tools/root.ts';
import { packageExtension } from '../../tools/vsix.ts';
import { zipEntries } from '../../tools/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'seaworthy-vsix-'));
const file = join(folder, 'seaworthy.vsix');
let archive: Buffer;
let packages: readonly Bundled[];
before(async () => {
  await packageExtension(file);
  packages = await bundle();
  archive = readFileSync(file);
});
after(() => rmSync(folder, { recursive: true, force: true }));

// A third of it are the pages of the rules, another one the engine with its templates: more than this would mean that something came along unasked.
test('the VSIX stays under 1.5 MB', () => {
  assert.ok(archive.length < 1_500_000, `it has ${archive.length} bytes`);
});

test('the VSIX holds these files and no other', () => {
  const extension = [
    'LICENSE.txt',
    'changelog.md',
    'dist/ThirdPartyNotices.txt',
    'dist/attack-paths.css',
    'dist/attack-paths.js',
    'dist/blast-radius.css',
    'dist/blast-radius.js',
    'dist/client.cjs',
    'dist/mcp.cjs',
    'dist/server.cjs',
    'images/activity.svg',
    'images/icon.png',
    ...['fix', 'overrule', 'practise', 'scan'].map((step) => `images/walkthrough/${step}.svg`),
    'l10n/bundle.l10n.de.json',
    'l10n/bundle.l10n.zh-cn.json',
    'package.json',
    'package.nls.de.json',
    'package.nls.json',
    'package.nls.zh-cn.json',
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

describe('the notices', () => {
  const notices = (): string => readFileSync(join(root, 'dist/ThirdPartyNotices.txt'), 'utf8');

  it('name each package that is bundled, in the version that the lock file has, and no other', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      readonly packages: Readonly<Record<string, { readonly version?: string }>>;
    };
    const heads = packages.map(({ name, folder }) => {
      const locked = lock.packages[folder.replaceAll('\\', '/').replace(/^.*?(?=node_modules\/)/, '')];
      return headOf({ name, version: locked?.version ?? 'of the lock file' });
    });
    assert.deepEqual(notices().match(/^==== .*$/gm), heads);
    // What docs/contributing/architecture.md lists is in it, and what these bring along.
    const listed = readFileSync(join(root, 'docs/contributing/architecture.md'), 'utf8').matchAll(
      /^\| (`[a-z].*?) \|/gm,
    );
    const names = [...listed].flatMap(([, cell = '']) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name));
    assert.ok(names.includes('yaml'));
    for (const name of names)
      assert.ok(
        packages.some((bundled) => bundled.name === name),
        name,
      );
  });

  it('hold the licence of each', () => {
    for (const part of notices()
      .split(/^(?==== )/m)
      .slice(1))
      assert.match(part, /permission is hereby granted|permission to use, copy|blue oak model license|apache license/i);
  });

  it('are not made without a licence', () => {
    writeFileSync(join(folder, 'package.json'), '{}');
    assert.throws(() => noticesOf([{ name: 'bare', version: '1.0.0', folder }]), /bare is bundled/);
  });
});
