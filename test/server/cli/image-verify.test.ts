import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { type CosignPlay, FakeCosign } from '../../harness/fake-cosign.ts';
import { type Answer, Folder } from './program.ts';

const fake = new FakeCosign();
const folder = new Folder();
after(() => {
  fake.remove();
  folder.remove();
});
folder.write(
  '.seaworthy.yaml',
  'trust:\n  - {images: ["ghcr.io/acme/*"], identity: dev@example.com, issuer: "https://accounts.google.com"}\n',
);
folder.write('Dockerfile', 'FROM alpine:3.10\n');
folder.write('web/Dockerfile', 'FROM --platform=linux/arm64 ghcr.io/acme/web:1\nFROM ghcr.io/acme/web:1\n');
folder.write(
  'other/.seaworthy.yaml',
  'trust:\n  - {images: ["ghcr.io/*"], identity: ops@example.com, issuer: "https://accounts.google.com"}\n',
);
folder.write('other/Dockerfile', 'FROM ghcr.io/acme/web:1\n');

function verify(play: CosignPlay, ...args: readonly string[]): Answer {
  const before = { ...process.env };
  Object.assign(process.env, fake.environment(play));
  try {
    return folder.run('images', '--verify', ...args);
  } finally {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

interface Verified {
  readonly image: string;
  readonly state: string;
  readonly uses: readonly { readonly file: string }[];
  readonly signers: readonly { readonly signer: string }[];
}
const verified = (text: string): readonly Verified[] => JSON.parse(text) as readonly Verified[];

describe('seaworthy images --verify', { skip: process.platform === 'win32' }, () => {
  it('asks once for each image and signer, and of nothing that no configuration names', () => {
    fake.calls();
    const { status, out, error } = verify('verified', '--format', 'json', 'web', 'Dockerfile');
    assert.equal(status, 0, error);
    assert.deepEqual(
      verified(out).map(({ image, state, uses }) => [image, state, uses.length]),
      [
        ['docker.io/library/alpine:3.10', 'no-identity', 1],
        ['ghcr.io/acme/web:1', 'verified', 2],
      ],
    );
    assert.deepEqual(
      fake.calls().map(({ args }) => args.at(-1)),
      ['ghcr.io/acme/web:1'],
    );
  });

  it('holds an image to the configuration of each file that names it', () => {
    const { out } = verify('verified', '--format', 'json');
    const web = verified(out).find(({ image }) => image === 'ghcr.io/acme/web:1');
    assert.deepEqual(web?.signers.map(({ signer }) => signer.split(' ')[0]).sort(), [
      'dev@example.com',
      'ops@example.com',
    ]);
  });

  it('has a status for what is not verified, for what cannot be told, and, where asked for, for what nobody names', () => {
    const status = (play: CosignPlay, ...args: readonly string[]): number | null => verify(play, ...args).status;
    assert.equal(status('unsigned'), 1);
    assert.equal(status('unsigned', '--fail-on', 'never'), 0);
    assert.equal(status('log'), 2);
    assert.equal(status('verified', '--fail-on', 'no-identity'), 1);
    assert.equal(status('verified', 'web', '--fail-on', 'no-identity'), 0);
  });

  it('says it in lines, without letting certificates command a terminal', () => {
    const { out } = verify('other');
    assert.match(out, /nobody says who signs it/);
    assert.match(out, /not verified: Signed by somebody else: .* is signed by https:\/\/github\.com\/evil\\u001b\[2J/);
    assert.ok(!out.includes(String.fromCharCode(27)));
    assert.match(verify('verified').out, /verified: signed by dev@example\.com .*sha256:c{64}/);
  });

  it('hands a file of certificates on, and says what is wrong with its options', () => {
    fake.calls();
    folder.write('root.json', '{}');
    verify('verified', '--trusted-root', 'root.json', 'web');
    assert.ok(fake.calls()[0]?.args.some((one) => /^--trusted-root=\/.*root\.json$/.test(one)));
    assert.match(verify('verified', '--trusted-root', 'gone.json').error, /gone\.json does not exist/);
    assert.match(verify('verified', '--fail-on', 'high').error, /--fail-on is one of not-verified/);
    assert.match(verify('verified', '--scan').error, /two commands/);
    assert.match(verify('verified', '--vex', 'x').error, /--vex counts with --scan alone/);
    assert.match(folder.run('images', '--trusted-root', 'x').error, /counts with --verify alone/);
  });
});
