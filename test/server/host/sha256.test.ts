import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sha256 } from '../../../server/host/sha256.ts';

it('is that of the bytes in UTF-8, in base64', () => {
  assert.equal(sha256(''), '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  assert.notEqual(sha256('\u00e4'), sha256('a'));
});
