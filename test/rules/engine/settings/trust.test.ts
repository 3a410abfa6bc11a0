import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readConfiguration } from '../../../../rules/engine/settings/configuration.ts';
import { over } from '../../../../rules/engine/settings/settings.ts';
import { signersOf } from '../../../../rules/engine/settings/trust.ts';

const key = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEv0Vx0rF5hQ0mJcM0f0lqA2m3b4h8
-----END PUBLIC KEY-----`;
const inYaml = key.replaceAll('\n', '\n      ');
const issuer = 'https://token.actions.githubusercontent.com';

const read = (items: string) => {
  const { settings, problems } = readConfiguration(`trust:\n${items}\n`, [], '2026-01-01');
  return { trust: settings.trust ?? [], problems: problems.map(({ message }) => message) };
};
const keyless = (identity: string, by = issuer) =>
  read(`  - {images: ["ghcr.io/acme/*"], identity: "${identity}", issuer: "${by}"}`);

it('a signer is an identity with who vouches for it, or a key', () => {
  const identity = 'https://github.com/acme/*/.github/workflows/release.yml@refs/tags/*';
  assert.deepEqual(keyless(identity), {
    trust: [{ images: ['ghcr.io/acme/*'], signer: { kind: 'keyless', identity, issuer } }],
    problems: [],
  });
  assert.deepEqual(keyless('*@example.com', 'https://accounts.google.com').problems, []);
  const byKey = read(`  - images: ["*"]\n    transparencyLog: off\n    key: |\n      ${inYaml}`);
  assert.deepEqual(byKey, {
    trust: [{ images: ['*'], signer: { kind: 'key', key: `${key}\n`, isLogged: false } }],
    problems: [],
  });
});

it('an identity that anybody could have is none', () => {
  for (const identity of [
    '*',
    'https://*/acme/web',
    'https://github.com/*',
    'https://github.com/ac*e/web',
    'https://*@github.com/acme/web',
    'https://github.com',
    'dev@*',
    'a b@example.com',
    '',
  ]) {
    const { trust, problems } = keyless(identity);
    assert.deepEqual(trust, [], identity);
    assert.equal(problems.length, 1, identity);
  }
  for (const by of ['', 'http://example.com', 'https://*'])
    assert.deepEqual(keyless('dev@example.com', by).trust, [], by);
});

it('a key is no path, no address and no module of a program', () => {
  for (const written of ['cosign.pub', 'https://example.com/key.pub', 'pkcs11:module-path=./x.so', 'env://KEY'])
    assert.deepEqual(read(`  - {images: ["*"], key: "${written}"}`).trust, [], written);
  const both = read(`  - images: ["*"]\n    identity: dev@example.com\n    key: |\n      ${inYaml}`);
  assert.deepEqual(both.trust, []);
  assert.match(both.problems[0] ?? '', /two items/);
  assert.match(read('  - {images: ["*"]}').problems[0] ?? '', /names who signs it/);
  assert.match(read('  - {identity: dev@example.com}').problems[0] ?? '', /names its images/);
});

it('an image has to be signed by all that name it, each once', () => {
  const two = read(
    `  - {images: ["ghcr.io/acme/*"], identity: dev@example.com, issuer: "${issuer}"}
  - {images: ["ghcr.io/acme/web:*", "ghcr.io/acme/w*"], identity: dev@example.com, issuer: "${issuer}"}
  - {images: ["ghcr.io/acme/web:*"], identity: ops@example.com, issuer: "${issuer}"}`,
  ).trust;
  const names = (image: string) =>
    signersOf(image, two).map((signer) => (signer.kind === 'keyless' ? signer.identity : ''));
  assert.deepEqual(names('ghcr.io/acme/web:1'), ['dev@example.com', 'ops@example.com']);
  assert.deepEqual(names('ghcr.io/acme/db:1'), ['dev@example.com']);
  assert.deepEqual(names('docker.io/acme/web:1'), []);
  // What a configuration extends trusts nobody away.
  assert.equal(over({ trust: two }, { trust: two.slice(0, 1) }).trust?.length, 4);
});
