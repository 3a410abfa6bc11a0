import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { FakeScanner, type Play } from '../../harness/fake-scanner.ts';
import { type Answer, Folder } from './program.ts';

const answer = JSON.stringify({
  SchemaVersion: 2,
  Metadata: { OS: { Family: 'alpine', Name: '3.10' } },
  Results: [
    {
      Vulnerabilities: [
        {
          VulnerabilityID: 'CVE-1',
          PkgName: 'musl',
          InstalledVersion: '1',
          FixedVersion: '2',
          Severity: 'HIGH',
          Title: 'a\u001b[2J ##[command]b',
        },
        { VulnerabilityID: 'CVE-2', PkgName: 'busybox', InstalledVersion: '1', Severity: 'LOW' },
      ],
    },
  ],
});
const fake = new FakeScanner(answer);
const folder = new Folder();
after(() => {
  fake.remove();
  folder.remove();
});
folder.write('Dockerfile', 'FROM alpine:3.10\n');
folder.write('compose.yaml', 'services:\n  web: {build: web, image: registry.example.com/shop/web}\n');
folder.write('web/Dockerfile', 'FROM alpine:3.10\n');
folder.write('base.tar', 'x');

function images(play: Play, more: { readonly [name: string]: string }, ...args: readonly string[]): Answer {
  const before = { ...process.env };
  Object.assign(process.env, fake.environment(play, more));
  try {
    return folder.run('images', '--scan', ...args);
  } finally {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

interface Scanned {
  readonly image: string;
  readonly uses: readonly { readonly file: string }[];
  readonly stale?: boolean;
  readonly failing?: number;
  readonly counts?: { readonly bySeverity: { readonly high: number }; readonly fixable: number };
  readonly failure?: { readonly cause: string };
}

const scanned = (text: string): readonly Scanned[] => JSON.parse(text) as readonly Scanned[];

describe('seaworthy images --scan', { skip: process.platform === 'win32' }, () => {
  it('says of each image what is known, once, and where it is named', () => {
    fake.scans();
    const { status, out, error } = images('answers', {}, '--format', 'json');
    assert.equal(status, 0, error);
    const [alpine, web] = scanned(out);
    assert.deepEqual(
      [alpine?.image, alpine?.uses.length, alpine?.counts?.bySeverity.high, alpine?.counts?.fixable, alpine?.stale],
      ['docker.io/library/alpine:3.10', 2, 1, 1, false],
    );
    assert.equal(web?.image, 'registry.example.com/shop/web:latest');
    const calls = fake.scans().map(({ args }) => [args.at(-1), args.includes('--image-src=docker,containerd,podman')]);
    // Only a local image is the one that is built here.
    assert.deepEqual(calls, [
      ['docker.io/library/alpine:3.10', false],
      ['registry.example.com/shop/web:latest', true],
    ]);
  });

  it('asks again only what is older than was said', () => {
    images('answers', {});
    fake.scans();
    images('answers', {});
    assert.equal(fake.scans().length, 0);
    images('answers', {}, '--max-age', '0s');
    assert.equal(fake.scans().length, 2);
  });

  it('has a status for CI', () => {
    assert.equal(images('answers', {}, '--fail-on', 'high').status, 1);
    assert.equal(images('answers', {}, '--fail-on', 'critical').status, 0);
    assert.equal(images('answers', {}, '--fail-on', 'low', '--only-fixable').status, 1);
  });

  it('does not count what the configuration accepts until a day, and shows it', () => {
    const accept = (line: string): void => folder.write('.seaworthy.yaml', `vulnerabilities:\n  - ${line}\n`);
    const failOn = (): Answer => images('answers', {}, '--fail-on', 'high');
    accept('{id: CVE-1, images: ["docker.io/library/*"], reason: nobody calls it, until: 2126-01-01}');
    // The other image has it, too.
    assert.equal(failOn().status, 1);
    accept('{id: CVE-1, reason: nobody calls it, until: 2126-01-01}');
    const { status, out } = failOn();
    assert.equal(status, 0);
    assert.match(out, /Known vulnerabilities: 1 low; 1 accepted/);
    assert.match(out, /accepted until 2126-01-01: CVE-1: nobody calls it/);
    folder.write('web/.seaworthy.yaml', 'profile: strict\n');
    assert.equal(failOn().status, 1, 'a file that names the image accepts nothing');
    folder.write('web/.seaworthy.yaml', 'extends: ../.seaworthy.yaml\n');
    assert.equal(failOn().status, 0);
    accept('{id: CVE-1, reason: nobody calls it, until: 2020-01-01}');
    assert.equal(failOn().status, 1);
    folder.write('.seaworthy.yaml', '');
    folder.write('web/.seaworthy.yaml', '');
  });

  it('gives no verdict where there is no new answer, and says that the one it has is old', () => {
    const { status, out, error } = images(
      'hangs',
      {},
      '--max-age',
      '0s',
      '--timeout',
      '1s',
      '--fail-on',
      'critical',
      '--format',
      'json',
    );
    assert.equal(status, 2);
    assert.ok(scanned(out).every(({ stale }) => stale === true));
    assert.match(error, /did not end within 1 s/);
    const never = images(
      'fails',
      { TRIVY_SAYS: 'MANIFEST_UNKNOWN', SEAWORTHY_CACHE_DIR: `${fake.folder}/none` },
      '--format',
      'json',
    );
    assert.equal(never.status, 2);
    assert.ok(scanned(never.out).every(({ failure }) => failure?.cause === 'no-such-image'));
  });

  it('writes texts of the scanner as text', () => {
    const { out } = images('answers', {});
    assert.match(out, /high CVE-1 musl 1, fixed in 2: a\\u001b\[2J/);
    assert.ok(!out.includes(String.fromCharCode(27)) && !out.includes('##['));
  });

  it('scans an archive without a word of the files here', () => {
    const { status, out } = images('answers', {}, '--archive', 'base.tar', '--format', 'json');
    assert.equal(status, 0);
    assert.deepEqual(
      scanned(out).map(({ image }) => image),
      ['base.tar'],
    );
    assert.match(fake.scans().at(-1)?.args.at(-1) ?? '', /^--input=\/.*base\.tar$/);
  });

  it('says in a line what is wrong with its options or its scanner', () => {
    assert.match(images('answers', { PATH: '/nowhere' }).error, /neither Trivy nor Grype/);
    assert.match(images('answers', {}, '--scanner', 'docker').error, /--scanner is one of auto, trivy/);
    assert.match(images('answers', {}, '--max-age', 'old').error, /--max-age is a time/);
    assert.match(images('answers', {}, '--archive', 'gone.tar').error, /gone\.tar does not exist/);
    assert.match(folder.run('images', '--fail-on', 'high').error, /--fail-on counts with --scan alone/);
  });
});
