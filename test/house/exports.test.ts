/** What is said of exports where strangers look things up: what goes in and comes out, units, ranges, errors, sources. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { read, sources } from './sources.ts';

const folders = ['contract', 'model', 'facts', 'engine'].map((folder) => `rules/${folder}`);

/** The head of a file in `rules/facts/kinds/` says what its fact is, and of what it is taken. */
const isSaidAtHead = (path: string, line: string): boolean =>
  path.startsWith('rules/facts/kinds/') &&
  /^export (?:interface \w+Fact extends Fact\b|const \w+: FactSource<)/.test(line);

it('every export of the contract, models, facts and engine has a doc comment', () => {
  const bare = folders.flatMap(sources).flatMap((path) => {
    const lines = read(path).split('\n');
    const seen = new Set<string>();
    return lines.flatMap((line, i) => {
      const declared =
        /^export (?:default )?(?:abstract )?(?:async )?(?:function\*?|const|class|interface|type) (\w+)/.exec(line);
      if (declared === null) return [];
      const [, name = ''] = declared;
      // Of the forms of one function the first speaks for all.
      const isKnown = seen.has(name);
      seen.add(name);
      return isKnown || lines[i - 1]?.endsWith('*/') === true || isSaidAtHead(path, line) ? [] : [`${path}: ${name}`];
    });
  });
  assert.deepEqual(bare, []);
});
