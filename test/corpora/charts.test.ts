/** What holds of every chart: on charts of our own, and on real ones, which are not part of the repository. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { ChartFile } from '../../rules/model/template/chart/chart.ts';
import { chartFiles } from '../../server/host/chart-folder.ts';
import { nodeFiles } from '../../server/host/node-files.ts';
import { root } from '../../tools/root.ts';
import { assertBulkHolds, assertFixesHold, toldOf } from '../harness/chart-law.ts';
import { ownCharts } from '../harness/own-charts.ts';

const real = join(root, '..', 'shared', 'corpora', 'charts');
const skip = existsSync(real) ? false : 'shared/corpora is not there';

async function* realCharts(every: number): AsyncGenerator<readonly [string, readonly ChartFile[]]> {
  const found = readdirSync(real, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^[^/]+\/[^/]+\/Chart\.yaml$/.test(path),
  );
  for (const [i, path] of found.sort().entries())
    if (i % every === 0) yield [path, await chartFiles(nodeFiles, join(real, path, '..'))];
}

const filesOf = (texts: Readonly<Record<string, string>>): readonly ChartFile[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

describe('a chart of our own', () => {
  for (const [name, texts] of Object.entries(ownCharts)) {
    it(`is told of what its rendered text is told of: ${name}`, () => {
      const { chart, plain } = toldOf(filesOf(texts));
      const everywhere = chart.filter((said) => !/ \(with .*\)/.test(said));
      assert.ok(everywhere.length > 10, `${everywhere.length}`);
      assert.deepEqual(
        everywhere.filter((said) => !plain.includes(said)),
        [],
      );
      // A loop is told of once, and what does not hold with other values says with which it does.
      const rulesOf = (all: readonly string[]): readonly string[] => [
        ...new Set(all.filter((said) => !/ \(with (?!default)/.test(said)).map((said) => said.replace(/:.*/s, ''))),
      ];
      assert.deepEqual(rulesOf(chart), rulesOf(plain));
    });

    it(`changes by each fix as the fix says: ${name}`, () => {
      const { offered, inValues, refused } = assertFixesHold(name, filesOf(texts));
      assert.ok(offered > 5 && inValues > 0, `${offered} offered, ${inValues} in values, ${refused} refused`);
    });

    it(`is fixed in bulk without harm: ${name}`, () => {
      const fixed = assertBulkHolds(name, filesOf(texts));
      assert.ok(fixed > 2, `${fixed}`);
    });
  }
});

describe('real charts', { skip }, () => {
  it('change by each fix as the fix says', async () => {
    let all = 0;
    for await (const [name, files] of realCharts(5)) all += assertFixesHold(name, files).offered;
    assert.ok(all > 20, `${all}`);
  });
});
