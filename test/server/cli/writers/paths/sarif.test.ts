import assert from 'node:assert/strict';
import { it } from 'node:test';
import { writeSarif } from '../../../../../server/cli/writers/paths/sarif.ts';
import { report } from './formats.ts';

it('writes each path as a result with a code flow', () => {
  const { version, runs } = JSON.parse(writeSarif(report));
  assert.equal(version, '2.1.0');
  const [result] = runs[0].results;
  assert.equal(result.ruleId, runs[0].tool.driver.rules[0].id);
  assert.deepEqual(result.partialFingerprints, { 'attackPath/v1': 'abc' });
  assert.equal(result.baselineState, 'new');
  assert.match(result.message.text, /^From outside to a node of the cluster in 2 steps, assuming that the image/);
  // What no line says has no place.
  const { locations } = result.codeFlows[0].threadFlows[0];
  assert.equal(locations.length, 1);
  assert.deepEqual(locations[0].location.physicalLocation, {
    artifactLocation: { uri: 'a%20b/c%231.yaml' },
    region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 6 },
  });
});

it('writes a log without results where there is no path', () => {
  assert.deepEqual(JSON.parse(writeSarif({ ...report, paths: [] })).runs[0].results, []);
});
