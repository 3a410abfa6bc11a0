import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type About, cannotTell, notVerified, signerText } from '../../../server/scanners/verification.ts';

const about: About = {
  image: 'ghcr.io/acme/web:1',
  registry: 'ghcr.io',
  signer: { kind: 'key', key: 'k', isLogged: true },
  oldest: '3.0.0',
  seconds: 60,
};

it('what is said of signatures begins with what is wrong, and shows no text of others unseen', () => {
  const said = notVerified('other-signer', about, '', 'a\u202eb');
  assert.ok(said.state === 'not-verified' && said.message.startsWith('Signed by somebody else: '));
  assert.ok(said.message.includes('\\u202e'), said.message);
  const unknown = cannotTell('timed-out', about, '');
  assert.ok(unknown.state === 'unknown' && /within 60 s/.test(unknown.message));
});

it('a signer is named without its key', () => {
  assert.equal(signerText(about.signer), 'the key');
  assert.equal(signerText({ kind: 'keyless', identity: 'a@b', issuer: 'https://c' }), 'a@b (https://c)');
});
