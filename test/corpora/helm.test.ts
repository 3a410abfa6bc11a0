/** Charts against what Helm made of them, which is not part of the repository: a sample. `compare.mjs` beside the data reads all. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { holdsUnknown } from '../../rules/model/template/value/text.ts';
import { shown } from '../../server/cli/render-chart.ts';
import { root } from '../../tools/root.ts';
import { documentsIn } from '../harness/documents.ts';

const corpora = join(root, '..', 'shared', 'corpora');
const data = join(corpora, 'oracles', 'helm.jsonl');

interface Row {
  readonly chart: string;
  readonly values: readonly string[];
  readonly set: readonly string[];
  readonly manifest?: string;
}

it('charts render as Helm renders them', {
  skip: existsSync(data) ? false : 'shared/corpora is not there',
}, async () => {
  const rows = readFileSync(data, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
  for (const { chart, values, set, manifest } of rows.filter((_, at) => at % 6 === 0)) {
    const folder = join(corpora, chart);
    const made = await shown({
      folder,
      values: values.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })),
      set,
      release: 'release',
      namespace: 'apps',
      kubernetesVersion: '1.34',
    });
    if (manifest === undefined) assert.ok('refused' in made, chart);
    else {
      assert.ok('yaml' in made && !holdsUnknown(made.yaml), `${chart}: ${'refused' in made ? made.refused : ''}`);
      assert.deepEqual(documentsIn(made.yaml), documentsIn(manifest), `${chart} ${set.join(' ')}`);
    }
  }
});
