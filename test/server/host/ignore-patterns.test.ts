import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { IgnorePatterns, type Verdict } from '../../../server/host/ignore-patterns.ts';

/** Patterns, and which of the paths they ignore. `git check-ignore` says the same of each. */
const examples: readonly {
  readonly patterns: readonly string[];
  readonly ignored: readonly string[];
  readonly others: readonly string[];
}[] = [
  { patterns: ['out'], ignored: ['out', 'a/out', 'out/b', 'a/out/b'], others: ['outer', 'a/b'] },
  { patterns: ['/out'], ignored: ['out', 'out/b'], others: ['a/out'] },
  { patterns: ['a/out'], ignored: ['a/out', 'a/out/b'], others: ['b/a/out', 'out'] },
  { patterns: ['out/'], ignored: ['out/b', 'a/out/b'], others: ['out', 'a/out'] },
  { patterns: ['a/out/'], ignored: ['a/out/b'], others: ['b/a/out/b', 'a/out'] },
  {
    patterns: ['*.yaml', '!keep.yaml'],
    ignored: ['a.yaml', 'b/a.yaml', '.yaml'],
    others: ['keep.yaml', 'b/keep.yaml'],
  },
  { patterns: ['out/', '!out/keep.yaml'], ignored: ['out/keep.yaml'], others: ['keep.yaml'] },
  { patterns: ['out/*', '!out/keep.yaml'], ignored: ['out/a', 'out/b/keep.yaml'], others: ['out/keep.yaml'] },
  { patterns: ['!a', 'a'], ignored: ['a'], others: ['b'] },
  { patterns: ['a/*.yaml'], ignored: ['a/b.yaml'], others: ['a/b/c.yaml', 'b.yaml'] },
  { patterns: ['/*.yaml'], ignored: ['a.yaml'], others: ['b/a.yaml'] },
  { patterns: ['a*/b'], ignored: ['a/b', 'ac/b', 'ac/b/c'], others: ['a/c/b', 'b'] },
  { patterns: ['**/b'], ignored: ['b', 'a/b', 'a/c/b'], others: ['ab', 'a/cb'] },
  { patterns: ['a/**'], ignored: ['a/b', 'a/b/c'], others: ['a', 'b/a/c'] },
  { patterns: ['a/**/b'], ignored: ['a/b', 'a/c/b', 'a/c/d/b'], others: ['ab', 'a/cb', 'b'] },
  { patterns: ['a/**/'], ignored: ['a/b/c'], others: ['a', 'a/b'] },
  { patterns: ['a**b'], ignored: ['ab', 'acb', 'd/ab'], others: ['a/b'] },
  { patterns: ['c/a**b'], ignored: ['c/ab', 'c/adb'], others: ['c/a/b/d'] },
  // What Git makes of stars behind letters that nothing special precedes.
  { patterns: ['a**/b'], ignored: ['ab', 'a/b', 'ac/d/b'], others: ['b', 'cab'] },
  { patterns: ['a?c'], ignored: ['abc', 'a/abc', 'a?c'], others: ['ac', 'abbc', 'a/c'] },
  { patterns: ['a/?/c'], ignored: ['a/b/c'], others: ['a/c', 'a///c'] },
  { patterns: ['[a-c]x'], ignored: ['ax', 'cx'], others: ['dx', '-x', 'x'] },
  { patterns: ['[!a-c]x'], ignored: ['dx', '-x'], others: ['ax', 'x'] },
  { patterns: ['[^a]x'], ignored: ['bx', '^x'], others: ['ax'] },
  { patterns: ['[]a]x'], ignored: [']x', 'ax'], others: ['bx'] },
  { patterns: ['[]-a]x'], ignored: [']x', '^x', 'ax'], others: ['-x'] },
  { patterns: ['[a-]x', '[\\]]y', '[\\\\]z'], ignored: ['ax', '-x', ']y', '\\z'], others: ['bx', '\\y'] },
  { patterns: ['[c-a]x'], ignored: ['cx'], others: ['bx', 'ax', '-x'] },
  { patterns: ['[[:digit:]]x', '[[:punct:]b]y'], ignored: ['1x', '!y', 'by'], others: ['ax', 'cy', ':x'] },
  { patterns: ['[[:nothing:]]x', '[a', 'b\\', '[[:digit:]'], ignored: [], others: ['ax', ':x', '[a', 'a', 'b\\', '1'] },
  { patterns: ['a[/]b', 'c[!x]d'], ignored: ['cyd'], others: ['a/b', 'c/d'] },
  { patterns: ['\\*', '\\!a', '\\#b', '#c', 'a\\?'], ignored: ['*', '!a', '#b', 'a?'], others: ['x', 'c', '#c', 'ab'] },
  { patterns: ['a  ', 'b\\ ', 'c\\  ', ' d'], ignored: ['a', 'b ', 'c ', ' d'], others: ['a  ', 'b', 'c  ', 'd'] },
  { patterns: ['', ' ', '/', '!', '//'], ignored: [], others: ['a', ' ', 'a/b'] },
];

const check = (patterns: readonly string[], paths: readonly string[]): boolean[] => {
  const all = new IgnorePatterns(patterns);
  return paths.map((path) => all.ignores(path));
};

describe('patterns of .gitignore', () => {
  for (const { patterns, ignored, others } of examples)
    it(JSON.stringify(patterns), () => {
      assert.deepEqual(
        ignored.filter((path) => !new IgnorePatterns(patterns).ignores(path)),
        [],
      );
      assert.deepEqual(
        others.filter((path) => new IgnorePatterns(patterns).ignores(path)),
        [],
      );
    });

  it('say what they keep, and nothing of the rest', () => {
    const patterns = new IgnorePatterns(['*.yaml', '!keep.yaml', 'out/']);
    const verdicts = ['a.yaml', 'keep.yaml', 'b', 'out/', 'out', 'out/keep.yaml', ''].map((path) =>
      patterns.verdict(path),
    );
    assert.deepEqual(verdicts, ['ignored', 'kept', undefined, 'ignored', undefined, 'ignored', undefined]);
  });

  it('know no case', () =>
    assert.deepEqual(
      check(['Out', '*.YAML', '[A-C]1', '[[:upper:]]2', '\u00c4'], ['oUT', 'a.yaml', 'b1', 'x2', '\u00e4']),
      [true, true, true, true, true],
    ));

  it('may begin with the mark of UTF-8', () =>
    assert.deepEqual(check(['\ufeffa', '\ufeffb'], ['a', 'b']), [true, false]));

  it('answer for the folders that they know, however many', () => {
    const patterns = new IgnorePatterns(['x']);
    for (let i = 0; i < 25_000; i++) assert.equal(patterns.verdict(`${i}/a`), undefined);
    assert.equal(patterns.verdict('x/a'), 'ignored');
  });
});

describe('patterns that expressions take years for', () => {
  const name = 'a'.repeat(255);
  for (const [what, pattern, path, expected] of [
    ['stars', `${'a*'.repeat(2000)}b`, name, false],
    ['stars that fit', 'a*'.repeat(250), name, true],
    ['stars and question marks', `${'*?'.repeat(2000)}b`, name, false],
    ['stars in a folder', `x/${'*a'.repeat(2000)}b`, `x/${name}`, false],
    ['pairs of stars', `${'**/'.repeat(1300)}b`, `${'a/'.repeat(40)}a`, false],
    ['pairs of stars and names', `${'**/a/'.repeat(700)}b`, `${'a/'.repeat(40)}a`, false],
    ['open classes', `[${'[:'.repeat(2000)}]b`, '[a', false],
    ['long sets', `${`[${'a-b'.repeat(300)}]*`.repeat(4)}c`, name, false],
    ['more than any path has', `*${'a'.repeat(4096)}`, 'a'.repeat(5000), false],
  ] as const)
    it(what, () => {
      assert.equal(new IgnorePatterns([pattern]).ignores(path), expected);
      assert.equal(new IgnorePatterns([pattern, pattern.toUpperCase()]).ignores(path), expected);
    });
});

const hasGit = spawnSync('git', ['--version']).status === 0;

describe('patterns as Git reads them', { skip: hasGit ? false : 'git is not on this machine' }, () => {
  let folder = '';
  const git = (input: string, ...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], { input, encoding: 'utf8' });
    // One: nothing is ignored.
    assert.ok(status === 0 || status === 1, stderr);
    return stdout;
  };
  /** What Git says of each path, which need not be there. */
  const verdicts = (patterns: readonly string[], paths: readonly string[]): (Verdict | undefined)[] => {
    writeFileSync(join(folder, '.gitignore'), `${patterns.join('\n')}\n`);
    // Without `./`, a path that begins with a colon would be more than a path.
    const input = paths.map((path) => `./${path}\0`).join('');
    const parts = git(input, 'check-ignore', '--no-index', '--verbose', '--non-matching', '-z', '--stdin').split('\0');
    assert.equal(parts.length, paths.length * 4 + 1);
    return paths.map((_, i) => {
      const pattern = parts[i * 4 + 2] ?? '';
      return pattern === '' ? undefined : pattern.startsWith('!') ? 'kept' : 'ignored';
    });
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'seaworthy-ignore-'));
    git('', 'init', '--quiet');
    git('', 'config', 'core.ignorecase', 'true');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('the examples', () => {
    for (const { patterns, ignored, others } of examples) {
      const paths = [...ignored, ...others].filter((path) => !path.includes('//'));
      const ours = new IgnorePatterns(patterns);
      assert.deepEqual(
        paths.map((path) => [path, ours.verdict(path)]),
        verdicts(patterns, paths).map((verdict, i) => [paths[i], verdict]),
        JSON.stringify(patterns),
      );
    }
  });

  const texts = (units: readonly string[], maxLength: number): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...units), { minLength: 1, maxLength }).map((parts) => parts.join(''));
  const common = ['a', 'a', 'b', '-', '.x', ' ', '!', '#', '[', ']', '\\', ':'];
  const many = { minLength: 20, maxLength: 20 };
  for (const [what, pattern, part] of [
    [
      'of all kinds',
      texts([...common, '*', '**', '?', '/', '[!', '[^', '[:alpha:]', '[:', 'a-c', '.'], 9),
      texts([...common, '*', '?', 'c'], 4),
    ],
    ['of stars', texts(['a', 'b', '*', '**', '/', '/**/', '?', '\\'], 7), texts(['a', 'b'], 3)],
    [
      'of sets',
      texts(['[', '[!', 'a', '-', 'c', ']', ']', '[:digit:]', '[:', '\\', '*'], 8),
      texts(['a', 'b', '-', '1', '['], 2),
    ],
  ] as const)
    it(`patterns ${what}`, () => {
      const paths = fc.array(fc.array(part, { minLength: 1, maxLength: 4 }), many);
      fc.assert(
        fc.property(fc.array(pattern, { minLength: 1, maxLength: 3 }), paths, (patterns, names) => {
          const all = names.map((parts) => parts.join('/'));
          const ours = new IgnorePatterns(patterns);
          assert.deepEqual(
            all.map((path) => [path, ours.verdict(path)]),
            verdicts(patterns, all).map((verdict, i) => [all[i], verdict]),
          );
        }),
        { numRuns: 60 },
      );
    });
});
