/** The law of fixes on a sample of generated manifests; `npm run fuzz -- fixes` tries many more. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runFixes } from '../../../fuzz/fixes.ts';

const sampled = 200;
/** Always the same sample: a test that fails by chance tells nobody what they broke. */
const seedOfSample = 14;

describe('fixes of generated manifests', () => {
  it('change what they declare and nothing else, alone and together', () => {
    const { tally, seed, failure } = runFixes(sampled, { pairs: 20, seed: seedOfSample });
    assert.equal(failure, undefined, failure);
    assert.equal(tally.objects, sampled);
    assert.ok(tally.edits > sampled, 'hardly anything was fixed');
    console.log(`fixes of ${tally.objects} generated manifests held in ${tally.edits} edits, seed ${seed}`);
  });
});
