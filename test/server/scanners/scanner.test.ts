import assert from 'node:assert/strict';
import { it } from 'node:test';
import { automatic, scanners } from '../../../server/scanners/index.ts';
import { isSupported } from '../../../server/scanners/scanner.ts';

it('versions are compared by their numbers', () => {
  assert.ok(isSupported('0.76.0', '0.60.0') && isSupported('v1.2', '1.2.0') && isSupported('1.10.0', '1.9.9'));
  // As Grype calls itself where somebody built it without the flags of its makers.
  assert.ok(isSupported('[not provided]', '0.88.0'));
  assert.ok(!isSupported('0.9.0', '0.60.0') && !isSupported('', '0.1'));
});

it('what sends something to somebody runs only when it was named', () =>
  assert.deepEqual(
    automatic.map(({ name }) => name),
    ['trivy', 'grype'],
  ));

it('no scanner is told a reference as an option', () => {
  for (const { name, scanArguments } of scanners) {
    const args = scanArguments(
      { kind: 'image', reference: 'docker.io/library/nginx:1', platform: undefined },
      { source: 'any', vex: [], answerFile: '/tmp/a' },
    );
    assert.ok(args?.at(-1)?.endsWith('docker.io/library/nginx:1'), name);
  }
});
