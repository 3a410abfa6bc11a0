import assert from 'node:assert/strict';
import { it } from 'node:test';
import { writeMermaid } from '../../../../../server/cli/writers/paths/mermaid.ts';
import { writeText } from '../../../../../server/cli/writers/paths/text.ts';
import { report } from './formats.ts';

it('says the edits, the ways, and what else there is', () => {
  const text = writeText(report);
  assert.match(
    text,
    /^1 edit closes the only way to what must not fall:\n\n {2}Drop <SYS_MODULE> {2}\(closes 1 of 1\)\n/,
  );
  assert.match(text, /Way 1 \(new\): to a node of the cluster {2}\[abc\]\n {2}1\. Anybody outside/);
  assert.match(text, /2 more ways would take two assumptions or more/);
});

it('calls edits that may not be the fewest so', () => {
  const { edits, paths } = report;
  const two = { ...report, fewest: false, edits: [...edits, ...edits], paths: [...paths, ...paths] };
  assert.match(writeText(two), /^At most 2 edits close all of 2 ways/);
});

it('draws a step that is assumed dashed, and no name as markup', () => {
  const chart = writeMermaid(report);
  assert.match(chart, /v0 -->\|"entry\.service"\| v1\n {2}v1 -\.->\|"escape\.module"\| v2/);
  assert.ok(!chart.includes('<b>'));
});
