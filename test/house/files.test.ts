/** What holds of every file. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ruleFiles } from '../../tools/generate/rule-list.ts';
import { root } from '../../tools/root.ts';
import { exists, read, sources } from './sources.ts';

const generated: ReadonlySet<string> = new Set(['rules/catalog/index.ts']);

describe('every file', () => {
  const ruleSources = new Set(ruleFiles(root).map(({ subject, id }) => `rules/catalog/${subject}/${id}.ts`));
  const all = ['rules', 'server', 'client', 'tools', 'test'].flatMap(sources);

  it('says at its head what it owns, unless it is a rule or a test', () => {
    const bare = all.filter(
      (path) => !ruleSources.has(path) && !path.endsWith('.test.ts') && !/^(?:#!.*\n)?\/\*\*/.test(read(path)),
    );
    assert.deepEqual(bare, []);
  });

  it('leaves nothing to do later, and names no machine', () => {
    for (const path of all.filter((name) => name !== 'test/house/files.test.ts')) {
      assert.doesNotMatch(read(path), /\b(?:TODO|FIXME|XXX)\b/, path);
      assert.doesNotMatch(read(path), /\/(?:home|Users)\/[a-z]+\/|\/work\//, path);
    }
  });

  it('has at most 300 lines, unless it is generated', () => {
    const long = all.filter((path) => !generated.has(path) && read(path).split('\n').length - 1 > 300);
    assert.deepEqual(long, [], 'split them by subject');
  });

  it('keeps its functions within 60 lines, which the linter counts', () => {
    const { linter, overrides } = JSON.parse(read('biome.json')) as {
      readonly linter: { readonly rules: { readonly complexity: { readonly [rule: string]: unknown } } };
      readonly overrides: readonly { readonly includes: readonly string[] }[];
    };
    assert.deepEqual(linter.rules.complexity['noExcessiveLinesPerFunction'], {
      level: 'error',
      options: { maxLines: 60 },
    });
    // The body of a `describe` is as long as its tests.
    assert.deepEqual(
      overrides.flatMap(({ includes }) => includes),
      ['**/*.test.ts'],
    );
  });

  it('of the tests has a source in the mirror', () => {
    const strays = ['rules', 'server', 'client', 'tools']
      .flatMap((folder) => (exists(`test/${folder}`) ? sources(`test/${folder}`) : []))
      .filter(
        (path) => path.endsWith('.test.ts') && !exists(path.replace(/^test\//, '').replace(/\.test\.ts$/, '.ts')),
      );
    assert.deepEqual(strays, []);
  });
});
