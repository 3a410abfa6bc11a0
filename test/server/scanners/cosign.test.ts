import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCosignVersion, readVerification, verifyArguments } from '../../../server/scanners/cosign.ts';
import type { About } from '../../../server/scanners/verification.ts';

const identity = 'https://github.com/acme/*/.github/workflows/release.yml@refs/tags/*';
const issuer = 'https://token.actions.githubusercontent.com';
const signer = { kind: 'keyless', identity, issuer } as const;
const image = 'ghcr.io/acme/web:1';
const about: About = { image, registry: 'ghcr.io', signer, oldest: '3.0.0', seconds: 60 };
const digest = `sha256:${'c'.repeat(64)}`;
const answer = (of = digest) => [
  { critical: { image: { 'docker-manifest-digest': of } }, optional: { Subject: 'a', Issuer: issuer } },
];
const read = (status: number, error: string, output = '', of?: string) =>
  readVerification({ status, output, error }, about, of);

describe('the arguments of cosign', () => {
  it('name identity and issuer, or a key, and the image last', () => {
    assert.deepEqual(verifyArguments(image, { ...signer, identity: 'dev@example.com' }, '/t/key.pub', undefined), [
      ...['verify', '--output=json', '--certificate-identity=dev@example.com', `--certificate-oidc-issuer=${issuer}`],
      ...['--', image],
    ]);
    assert.deepEqual(verifyArguments(image, { kind: 'key', key: 'k', isLogged: true }, '/t/key.pub', '/root.json'), [
      ...['verify', '--output=json', '--trusted-root=/root.json', '--offline', '--key=/t/key.pub', '--', image],
    ]);
    const unlogged = verifyArguments(image, { kind: 'key', key: 'k', isLogged: false }, '/t/key.pub', undefined);
    assert.ok(unlogged.includes('--insecure-ignore-tlog'));
  });

  it('let a star stand for no other owner, file or branch', () => {
    const [, , by = ''] = verifyArguments(image, signer, '', undefined);
    const pattern = new RegExp(by.replace('--certificate-identity-regexp=', ''));
    const of = (repository: string, ref: string): string =>
      `https://github.com/acme/${repository}/.github/workflows/release.yml@refs/${ref}`;
    assert.match(of('web', 'tags/v1.0'), pattern);
    for (const other of [
      of('web', 'heads/main'),
      of('web', 'heads/x/.github/workflows/release.yml@refs/tags/v1'),
      of('web/.github/workflows/evil.yml@refs/heads/x', 'tags/v1'),
      `${of('web', 'tags/v1')}\nx`,
      of('web', 'tags/v1').replace('github.com', 'githubxcom'),
      `x${of('web', 'tags/v1')}`,
    ])
      assert.doesNotMatch(other, pattern, other);
  });
});

describe('what cosign says', () => {
  it('is verified only with a signature of the digest that was asked for', () => {
    assert.deepEqual(read(0, '', JSON.stringify(answer())), {
      state: 'verified',
      signatures: [{ digest, subject: 'a', issuer }],
    });
    assert.equal(read(0, '', JSON.stringify(answer()), digest).state, 'verified');
    const other = read(0, '', JSON.stringify(answer()), `sha256:${'d'.repeat(64)}`);
    assert.ok(other.state === 'not-verified' && other.why === 'another-image');
    for (const output of ['', '[]', '{}', '[{}]', JSON.stringify(answer('latest')), 'Verified OK'])
      assert.equal(read(0, '', output).state, 'unknown', output);
  });

  it('says why an image is not verified, and by whom it is signed', () => {
    const unsigned = read(
      10,
      'Error: no signatures found\nmain.go:74: error during command execution: no signatures found',
    );
    assert.deepEqual(
      [unsigned.state, 'message' in unsigned && unsigned.message, 'detail' in unsigned && unsigned.detail],
      ['not-verified', `Not signed: ${image} has no signature`, 'Error: no signatures found'],
    );
    const other = read(
      12,
      `Error: no matching signatures: none of the expected identities matched what was in the certificate, got subjects [https://github.com/evil/x\u001b[2J] with issuer ${issuer}`,
    );
    assert.ok(other.state === 'not-verified' && other.why === 'other-signer');
    assert.match(other.message, /is signed by https:\/\/github\.com\/evil\/x\\u001b\[2J \(https:\/\/token/);
    const bundle = read(
      1,
      'Error: no matching attestations: failed to verify certificate identity: no matching CertificateIdentity found, last error: expected SAN value to match regex "x", got "dev@evil.example"',
    );
    assert.ok(bundle.state === 'not-verified' && /signed by dev@evil\.example/.test(bundle.message));
    const keyed = read(13, 'Error: no certificate found on signature');
    assert.ok(keyed.state === 'not-verified' && keyed.why === 'no-certificate');
  });

  it('is no statement on signatures where something else went wrong', () => {
    const rows: readonly (readonly [number, string, string])[] = [
      [12, 'no matching signatures: Post "https://rekor.sigstore.dev": dial tcp: no such host', 'offline'],
      [1, 'no matching attestations: getting bundle: i/o timeout', 'offline'],
      [10, 'GET https://ghcr.io/v2/: 503 Service Unavailable: no signatures found', 'offline'],
      [1, 'Get "https://ghcr.io/v2/": x509: certificate signed by unknown authority', 'certificate'],
      [1, 'getting trusted root from TUF for new bundle verification: x', 'roots'],
      [1, 'GET https://ghcr.io/token?scope=x: DENIED: denied', 'no-access'],
      [11, 'image tag not found: GET https://ghcr.io/v2/acme/web/manifests/1: x', 'no-such-image'],
      [1, 'unknown flag: --trusted-root', 'too-old'],
      [1, 'no matching attestations: ', 'unknown'],
      [77, '', 'unknown'],
    ];
    for (const [status, text, why] of rows) {
      const said = read(status, `Error: ${text}`);
      assert.ok(said.state === 'unknown' && said.why === why, `${text}: ${JSON.stringify(said)}`);
    }
  });

  it('names its version', () => {
    assert.equal(readCosignVersion('{"gitVersion":"v3.1.2"}'), 'v3.1.2');
    for (const text of ['', '{}', '{"gitVersion":"devel"}']) assert.throws(() => readCosignVersion(text));
  });
});
