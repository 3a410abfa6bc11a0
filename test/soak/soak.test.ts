import assert from 'node:assert/strict';
import { it } from 'node:test';
import { soak } from './soak.ts';

it('after a short day in an editor, what is shown is what a new server finds', async () => {
  const { differences, failures, latencies, compared } = await soak({ seed: 7, steps: 150, files: 60, every: 50 });
  assert.deepEqual(failures, []);
  assert.deepEqual(differences, []);
  assert.ok(compared > 100 && latencies.length > 50, 'something was done');
});
