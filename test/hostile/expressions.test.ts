/**
 * Every regular expression of the sources that may see a user's text takes time in proportion to it. Each literal is given what is the worst for it,
 * found from its own loops, in two sizes: four times the text may take four times as long, not sixteen times.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../tools/root.ts';
import { type Expression, expressionsIn, pumpsOf } from './expressions.ts';

/** Those that see bounded text alone, with the reason. */
const allowed: ReadonlyMap<string, string> = new Map([
  [
    String.raw`(?:nginx|default|httpd|site|vhost|server|app|web|proxy)[\w.-]*\.conf(?:\.template)?$`,
    'the name of a file, which no file system lets grow beyond 255 characters',
  ],
]);

/** Milliseconds of the processor, of this process alone: a busy machine makes no difference. The least of several runs. */
function work(run: () => void, enough: number, runs = 4): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs && least > enough; i++) {
    const start = process.cpuUsage().user;
    run();
    least = Math.min(least, (process.cpuUsage().user - start) / 1000);
  }
  return least;
}

/** What takes so long at 4,000 characters is not linear, whatever the machine. */
const suspicious = 2;

/** @returns the text that makes it slow, and how; undefined when there is none. */
function slowness(expression: Expression): string | undefined {
  const { source, flags } = expression;
  const once = new RegExp(source, flags.replace('g', ''));
  const everywhere = flags.includes('y') ? undefined : new RegExp(source, `${flags.replace('g', '')}g`);
  const uses = [
    (text: string) => void once.exec(text),
    ...(everywhere === undefined ? [] : [(text: string) => void text.replaceAll(everywhere, '')]),
  ];
  for (const { prefix, pump, suffix } of pumpsOf(expression)) {
    const text = (size: number): string => prefix + pump.repeat(Math.ceil(size / pump.length)) + suffix;
    for (const use of uses) {
      // The first sizes are for those that would never come back from the last.
      const size = [24, 28, 32, 40, 56, 80, 110, 150, 200, 280, 400, 4000].find(
        (length) => work(() => use(text(length)), suspicious) > suspicious,
      );
      if (size === undefined) continue;
      const shown = JSON.stringify({ prefix, pump, suffix });
      if (size < 4000) return shown;
      // A busy machine may spoil one measurement, and not each of several.
      const measured = Array.from({ length: 4 }, () => [
        work(() => use(text(size)), 0),
        work(() => use(text(size * 4)), 0, 2),
      ]) as [number, number][];
      const [small, large] = measured.reduce((best, one) => (one[1] / one[0] < best[1] / best[0] ? one : best));
      if (large > small * 8)
        return `${shown}, ${small.toFixed(1)} ms and ${large.toFixed(1)} ms for four times as much`;
    }
  }
  return undefined;
}

const literal = (source: string, flags = ''): Expression => ({ source, flags, line: 0 });

describe('what finds slow expressions', () => {
  for (const { source, flags } of [
    /^[ \t]*#[ \t]*(.*?)[ \t]*\r?$/m,
    /[ \t]+$/,
    /\s*#/,
    /(?:a+)+b/,
    /^(?:[ \t]*(?:#.*)?\r?\n?)*$/,
    /a.*b.*c/,
    /^[^/]*\.[^/]*\//,
  ])
    it(`finds ${source}`, () => assert.notEqual(slowness(literal(source, flags)), undefined));
  for (const { source, flags } of [/^[ \t]*#/, /(?<![ \t])[ \t]+$/, /^[^/.]*\.[^/]*\//, /\d{1,9}x/])
    it(`passes ${source}`, () => assert.equal(slowness(literal(source, flags)), undefined));

  it('reads literals, and not what looks like one', () => {
    const text = [
      'const a = 1 / 2; // /no/',
      "const b = '/no/' + `/no/${x.replace(/ye[/]s/g, '')}/no/`;",
      '/* /no/ */ f(/yes\\//);',
    ];
    assert.deepEqual(
      expressionsIn(text.join('\n')).map(({ source, flags, line }) => [source, flags, line]),
      [
        ['ye[/]s', 'g', 2],
        ['yes\\/', '', 3],
      ],
    );
  });
});

describe('the expressions of the sources are linear', () => {
  for (const folder of ['rules', 'server'])
    it(folder, () => {
      const seen = new Set<string>();
      const slow: string[] = [];
      const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
      for (const name of names.filter((one) => one.endsWith('.ts')).sort()) {
        for (const expression of expressionsIn(readFileSync(join(root, folder, name), 'utf8'))) {
          const key = `/${expression.source}/${expression.flags}`;
          if (seen.has(key)) continue;
          seen.add(key);
          assert.doesNotThrow(() => new RegExp(expression.source, expression.flags), `${name}:${expression.line}`);
          const why = allowed.has(expression.source) ? undefined : slowness(expression);
          if (why !== undefined) slow.push(`${folder}/${name}:${expression.line} ${key}: ${why}`);
        }
      }
      assert.deepEqual(slow, []);
      assert.notEqual(seen.size, 0, 'literals are found');
    });
});
