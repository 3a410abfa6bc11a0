import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pinsOf } from '../../../tools/refresh-data/oracles.ts';

it('reads the modules that are required themselves, alone or in a block', () => {
  const text =
    'module x\n\ngo 1.26.8\n\nrequire a.io/b v1.2.3\n\nrequire (\n\tk8s.io/api v0.37.2\n\tc.io/d v1.0.0 // indirect\n)\n';
  assert.deepEqual(pinsOf(text), [
    ['a.io/b', 'v1.2.3'],
    ['k8s.io/api', 'v0.37.2'],
  ]);
});
