import assert from 'node:assert/strict';
import { it } from 'node:test';
import { digestsIn, pinOf } from '../../../server/scanners/pin.ts';
import type { ImageReport } from '../../../server/scanners/report.ts';

const [a, b] = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`);
const report = (...named: readonly string[]): ImageReport => ({
  digests: [],
  named,
  vulnerabilities: [],
  suppressed: 0,
});

it('an image is pinned to a digest of its own repository, if there is one alone', () => {
  assert.equal(pinOf(report(`nginx@${a}`), 'docker.io/library/nginx:1'), a);
  assert.equal(pinOf(report(`docker.io/library/nginx@${a}`, `nginx@${a}`), 'nginx'), a);
  // The engine knows it by another name as well: in our repository nobody has that digest.
  assert.equal(pinOf(report(`nginx@${a}`), 'registry.example.com/nginx:1'), undefined);
  assert.equal(pinOf(report(`nginx@${a}`, `nginx@${b}`), 'nginx:1'), undefined);
  assert.equal(pinOf(report(), 'nginx:1'), undefined);
});

it('all digests of the repository are told, each once', () =>
  assert.deepEqual(digestsIn(report(`nginx@${a}`, `nginx@${b}`, `nginx@${a}`, `x@${b}`), 'nginx'), [a, b]));
