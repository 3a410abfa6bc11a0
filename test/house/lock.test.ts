import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../tools/root.ts';

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  /** It lies inside the archive of another package, whose integrity holds for it. */
  readonly inBundle?: boolean;
  /** A folder of this repository. */
  readonly link?: boolean;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const packages = Object.entries(
  (JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> }).packages,
).filter(([path]) => path !== '');

describe('the lock file', () => {
  it('knows what each package is, byte for byte, also those of other platforms', () => {
    const unknown = packages.filter(
      ([, { integrity = '', inBundle, link }]) =>
        !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) && inBundle !== true && link !== true,
    );
    assert.ok(packages.length > 100);
    assert.deepEqual(
      unknown.map(([path]) => path),
      [],
      'take these entries out and run: npm install --package-lock-only',
    );
  });

  it('names no host', () => {
    assert.deepEqual(
      packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path),
      [],
      'run: npm install --package-lock-only --omit-lockfile-registry-resolved',
    );
  });
});

it('the packages and the actions of the workflow are kept current', () => {
  const dependabot = read('.github/dependabot.yml').replaceAll('\r\n', '\n');
  for (const ecosystem of ['github-actions', 'npm'])
    assert.ok(dependabot.includes(`package-ecosystem: ${ecosystem}\n`), ecosystem);
});
