import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { ImageVerifications, type VerifyWish } from '../../../server/host/image-verifications.ts';
import { type CosignPlay, FakeCosign, signedDigest } from '../../harness/fake-cosign.ts';

const fake = new FakeCosign();
after(() => fake.remove());
const signer = { kind: 'keyless', identity: 'dev@example.com', issuer: 'https://accounts.google.com' } as const;
const wish: VerifyWish = { isBuilt: false };

const playing = (
  play: CosignPlay,
  more: { readonly [name: string]: string } = {},
  { limit = 20_000, outside = [] as readonly string[] } = {},
): ImageVerifications =>
  new ImageVerifications({ environment: fake.environment(play, more), outside: () => outside, limit });

async function state(play: CosignPlay, image = 'ghcr.io/acme/web:1', more: Partial<VerifyWish> = {}): Promise<string> {
  const said = await playing(play).verify(image, signer, { ...wish, ...more });
  return said.state === 'verified' ? said.state : `${said.state}: ${said.why}`;
}

describe('a verification', { skip: process.platform === 'win32' }, () => {
  it('says what cosign says', async () => {
    assert.equal(await state('verified'), 'verified');
    assert.equal(await state('verified', `ghcr.io/acme/web@${signedDigest}`), 'verified');
    const rows: readonly (readonly [CosignPlay, string])[] = [
      ['unsigned', 'not-verified: no-signature'],
      ['other', 'not-verified: other-signer'],
      ['bundle', 'not-verified: other-signer'],
      ['keyed', 'not-verified: no-certificate'],
      ['gone', 'unknown: no-such-image'],
      ['log', 'unknown: offline'],
      ['roots', 'unknown: roots'],
      ['denied', 'unknown: no-access'],
      ['odd', 'unknown: unknown'],
      ['rubbish', 'unknown: unreadable'],
      ['nothing', 'unknown: unreadable'],
      ['floods', 'unknown: too-much'],
    ];
    for (const [play, expected] of rows) assert.equal(await state(play), expected, play);
  });

  it('is not begun for what is no reference, what is built here, and without a cosign that can tell', async () => {
    fake.calls();
    for (const image of ['--key=/etc/passwd', 'a b', '$(id)', ''])
      assert.equal(await state('verified', image), 'unknown: refused', image);
    assert.equal(await state('verified', 'web:1', { isBuilt: true }), 'unknown: local-only');
    for (const [verifications, why] of [
      [playing('verified', { PATH: '/nowhere' }), 'not-installed'],
      [playing('verified', {}, { outside: [fake.folder] }), 'not-installed'],
      [playing('verified', { TUF_VERSION: 'v2.4.1' }), 'too-old'],
      [playing('verified', { TUF_VERSION: 'devel' }), 'unreadable'],
    ] as const) {
      const said = await verifications.verify('ghcr.io/acme/web:1', signer, wish);
      assert.ok(said.state === 'unknown' && said.why === why, JSON.stringify(said));
    }
    assert.deepEqual(fake.calls(), []);
  });

  it('hands a key over in a file, and no variable that may be a secret', async () => {
    fake.calls();
    const verifications = playing('verified', { COSIGN_PASSWORD: 'x', SIGSTORE_ID_TOKEN: 'y', TUF_ROOT: '/t' });
    await verifications.verify('ghcr.io/acme/web:1', { kind: 'key', key: 'a key\n', isLogged: true }, wish);
    const [call] = fake.calls();
    assert.equal(call?.text, 'a key\n');
    assert.ok(call.names.includes('TUF_ROOT'));
    assert.ok(!call.names.includes('COSIGN_PASSWORD') && !call.names.includes('SIGSTORE_ID_TOKEN'));
  });

  it('is stopped past its time, and when somebody cancels it', async () => {
    const late = await playing('hangs', {}, { limit: 1500 }).verify('ghcr.io/acme/web:1', signer, wish);
    assert.ok(late.state === 'unknown' && late.why === 'timed-out');
    const controller = new AbortController();
    const asked = playing('hangs').verify('ghcr.io/acme/web:1', signer, { ...wish, signal: controller.signal });
    setTimeout(() => controller.abort(), 300);
    const said = await asked;
    assert.ok(said.state === 'unknown' && said.why === 'cancelled', JSON.stringify(said));
  });
});
