import assert from 'node:assert/strict';
import { it } from 'node:test';
import { hash } from '../../../../rules/engine/findings/finding.ts';

it('a hash is 64 bits of FNV-1a', () => {
  // Reference values: the FNV authors' test vectors for 64-bit FNV-1a.
  assert.equal(hash(''), 'cbf29ce484222325');
  assert.equal(hash('a'), 'af63dc4c8601ec8c');
  assert.equal(hash('foobar'), '85944171f73967e8');
});
