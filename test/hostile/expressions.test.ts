/**
 * Every regular expression of the sources that may see a user's text takes steps in proportion to it. Each literal is given what is the worst for it,
 * found from its own loops, in two sizes: four times the text may take four times the steps, not sixteen times. Steps are counted, never timed.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { root } from '../../tools/root.ts';
import type { Expression } from './expression-program.ts';
import { type Pump, pumpsOf } from './expression-pumps.ts';
import { Matcher } from './expression-steps.ts';
import { expressionsIn } from './expressions.ts';

/** Files that make expressions of texts, how many, and why none of them can be slow. */
const builders: ReadonlyMap<string, readonly [count: number, why: string]> = new Map([
  ['rules/catalog/dockerfile/shared/pipefail.ts', [1, 'names of variables that are written beside it, without loops']],
  ['rules/data/base-images.ts', [1, 'names of images that are written beside it, without loops']],
  ['rules/data/powerful-groups.ts', [1, 'API groups that are written beside it, without loops']],
  ['rules/model/secret/detect.ts', [1, 'words that are written in a table, escaped, without loops']],
  ['rules/model/secret/name.ts', [1, 'words that are written in a table, without loops']],
  ['rules/model/template/chart/glob.ts', [1, 'patterns of at most three stars, for paths of at most 256 characters']],
  [
    'rules/model/template/chart/schema.ts',
    [1, 'patterns of a schema, for texts of a length that depends on their loops'],
  ],
  [
    'rules/model/template/functions/expression.ts',
    [1, 'expressions of templates, for texts of a length that depends on their loops'],
  ],
  [
    'rules/model/template/functions/semver.ts',
    [5, 'written beside it, for ranges of at most 512 characters without two blanks in a row'],
  ],
]);

/** Characters of the first look at every pump; four times the first is the second. */
const [short, long] = [48, 192];
/** A second look at the worst: here loops of a few hundred rounds at most have come to their end. */
const [longer, longest] = [400, 1600];
/** Fewer steps than this for each character are no cause to look closer. */
const few = 12;
/** What four times the text may cost: four times as much, and some room for what does not grow. */
const growth = 6;
const budgetFor = (size: number): number => size * 2500;

const textOf = ({ prefix, pump, suffix }: Pump, size: number): string =>
  prefix + pump.repeat(Math.ceil(size / pump.length)) + suffix;

/** @returns the text that makes it slow, and how; undefined when there is none. */
function slowness(expression: Expression): string | undefined {
  const matcher = new Matcher(expression);
  const real = new RegExp(expression.source, expression.flags.replace('g', ''));
  /** Steps to find one match, or all of them. */
  const cost = (text: string, all: boolean): number => {
    const budget = budgetFor(text.length);
    if (all) return spentIn(matcher.all(text, budget));
    const one = matcher.exec(text, budget);
    return one === 'spent' ? Number.POSITIVE_INFINITY : one.steps;
  };
  const suspects: { readonly pump: Pump; readonly all: boolean; readonly ratio: number }[] = [];
  for (const pump of pumpsOf(expression)) {
    const text = textOf(pump, long);
    const first = matcher.exec(text, long * 100);
    if (first !== 'spent') {
      real.lastIndex = 0;
      const found = real.exec(text);
      const extent = found === null ? undefined : [found.index, found.index + found[0].length];
      assert.deepEqual(first.extent, extent, `the matcher is wrong on ${JSON.stringify(text)} for ${real}`);
    }
    const hasMore = first !== 'spent' && first.extent !== undefined && !expression.flags.includes('y');
    for (const all of hasMore ? [false, true] : [false]) {
      const steps = all
        ? spentIn(matcher.all(text, long * 100))
        : first === 'spent'
          ? Number.POSITIVE_INFINITY
          : first.steps;
      if (steps < few * long) continue;
      const less = cost(textOf(pump, short), all);
      const ratio = Math.min(steps, long * 100) / less;
      if (steps === Number.POSITIVE_INFINITY || ratio > growth) suspects.push({ pump, all, ratio });
    }
  }
  for (const { pump, all } of suspects.sort((a, b) => b.ratio - a.ratio).slice(0, 4)) {
    const [less, more] = [cost(textOf(pump, longer), all), cost(textOf(pump, longest), all)];
    if (more > less * growth || more === Number.POSITIVE_INFINITY)
      return `${JSON.stringify(pump)}, ${less} steps for ${longer} characters and ${more} for ${longest}`;
  }
  return undefined;
}

const spentIn = (steps: number | 'spent'): number => (steps === 'spent' ? Number.POSITIVE_INFINITY : steps);

describe('what counts steps', () => {
  for (const expression of [
    /(a*)*b|c/,
    /(?:(a)|b)*\1/,
    /(?<=(a+))b\1?/,
    /(?<!a|bc)c+?b/,
    /(a?){2,4}?b/i,
    /(?<x>a|b)\k<x>$/m,
    /^a*$/m,
    /\b(a|b c)+\B/,
    /(?=(a+))a*b\1/,
    /(?!ab|c)\w{1,3}?c*/,
    /[^\s\S]|./s,
    /(a*){3}(b|)*?c/,
    /(?<=\1(a|b))c/,
    /a.b/u,
    /(?<=a.)b/u,
    /(?:a|ab)(?:c|bcd)(d*)/,
    /(z)((a+)?(b+)?(c))*/,
    /((?:a|b)*?c){2,}/,
    /(a|\b)+?c/y,
  ])
    it(`finds what ${expression} finds`, () => {
      const matcher = new Matcher(expression);
      const unit = fc.constantFrom('a', 'b', 'c', 'd', 'z', ' ', '\n', 'B', '\u{1f600}');
      fc.assert(
        fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
          const counted = matcher.exec(text, 1_000_000);
          const found = new RegExp(expression).exec(text);
          assert.ok(counted !== 'spent');
          assert.deepEqual(counted.extent, found === null ? undefined : [found.index, found.index + found[0].length]);
        }),
      );
    });

  it('ends at the budget', () => assert.equal(new Matcher(/(a+)+b/).exec('a'.repeat(40), 10_000), 'spent'));
});

describe('what finds slow expressions', () => {
  for (const { source, flags } of [
    /^[ \t]*#[ \t]*(.*?)[ \t]*\r?$/m,
    /[ \t]+$/,
    /\s*#/,
    /(?:a+)+b/,
    /^(?:[ \t]*(?:#.*)?\r?\n?)*$/,
    /a.*b.*c/,
    /^[^/]*\.[^/]*\//,
    // These stood in the sources once.
    /^-[a-zA-Z#]*k[a-zA-Z#]*$/,
    /^-(?:[a-zA-Z]*R[a-zA-Z]*|[cfv]+|-|-[a-z]+(?:-[a-z]+)*(?:=.*)?)$/,
    /\/\.cache(?:\/yarn.*)?$|\/\.?yarn(?:-cache|\/cache|\/berry\/cache)?$/,
    /trivy:ignore:([A-Za-z0-9*-]+)((?::.*)?)$/,
    /(?:^|[:\-?][ \t]+)(?:[!&][^\s]+[ \t]+)*[|>][-+0-9]*[ \t]*(?:#.*)?\r?$/,
    /^(?:-m|--mode=)?(?:[0-7]?[0-7]{2}[2367]|[ugo]*[ao][ugoa]*[+=]\w*w\w*)$/,
    /"((?:\\.|[^"\\])*)"/g,
    /(?:https?|git):\/\/(?:[^/\s@]*@)?(\[[^\]\s]*\]|[^/:\s"']+)/,
    /(?:nginx|default|httpd|site|vhost|server|app|web|proxy)[\w.-]*\.conf(?:\.template)?$/i,
  ])
    it(`finds ${source}`, () => assert.notEqual(slowness({ source, flags }), undefined));
  for (const { source, flags } of [
    /^[ \t]*#/,
    /(?<![ \t])[ \t]+$/,
    /^[^/.]*\.[^/]*\//,
    /\d{1,9}x/,
    /[\w-]{0,250}:/,
    /#.*$/gm,
    /#[\s\S]*$/,
  ])
    it(`passes ${source}`, () => assert.equal(slowness({ source, flags }), undefined));

  it('reads literals, and not what looks like one', () => {
    const text = [
      'const a = 1 / 2; // /no/',
      "const b = '/no/' + `/no/${x.replace(/ye[/]s/g, '')}/no/`;",
      '/* /no/ */ f(/yes\\//);',
      'const c = isRegExp(x) + "RegExp(" + `${new RegExp(x)}`;',
    ];
    const { literals, built } = expressionsIn(text.join('\n'));
    assert.deepEqual(
      literals.map(({ source, flags, line }) => [source, flags, line]),
      [
        ['ye[/]s', 'g', 2],
        ['yes\\/', '', 3],
      ],
    );
    assert.deepEqual(built, [4]);
  });
});

describe('the expressions of the sources are linear', () => {
  const seen = new Map<string, { readonly where: string; readonly expression: Expression }>();
  const built = new Map<string, number>();
  before(() => {
    for (const folder of ['rules', 'server', 'client'])
      for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
        if (!name.endsWith('.ts')) continue;
        const path = `${folder}/${name.replaceAll('\\', '/')}`;
        const written = expressionsIn(readFileSync(join(root, folder, name), 'utf8'));
        if (written.built.length > 0) built.set(path, written.built.length);
        for (const expression of written.literals) {
          const key = `/${expression.source}/${expression.flags}`;
          if (!seen.has(key)) seen.set(key, { where: `${path}:${expression.line} ${key}`, expression });
        }
      }
  });

  it('literals', () => {
    const slow = [...seen.values()].flatMap(({ where, expression }) => {
      const why = slowness(expression);
      return why === undefined ? [] : [`${where}: ${why}`];
    });
    assert.deepEqual(slow, []);
    assert.ok(seen.size > 500, 'literals are found');
  });

  it('those made of texts are known, each with its reason', () =>
    assert.deepEqual(
      [...built].sort(),
      [...builders].map(([path, [count]]) => [path, count]),
    ));
});
