import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ImageScans, type ScanWish } from '../../../server/host/image-scans.ts';
import { Kept } from '../../../server/host/own-folder.ts';
import type { ScanFailure } from '../../../server/scanners/failure.ts';
import type { ScanResult } from '../../../server/scanners/result.ts';
import { FakeScanner, type Play } from '../../harness/fake-scanner.ts';

const digest = `sha256:${'d'.repeat(64)}`;
const answer = JSON.stringify({
  SchemaVersion: 2,
  Metadata: { OS: { Family: 'alpine', Name: '3.10' }, RepoDigests: [`nginx@${digest}`] },
  Results: [
    {
      Vulnerabilities: [
        {
          VulnerabilityID: 'CVE-1',
          PkgName: 'musl',
          InstalledVersion: '1',
          FixedVersion: '2',
          Severity: 'HIGH',
          Title: 'a\u001b[2J[x](command:y)',
        },
      ],
    },
  ],
});
const fake = new FakeScanner(answer);
after(() => fake.remove());

const image = (reference: string, platform?: string) => ({ kind: 'image', reference, platform }) as const;
const wish: ScanWish = { maxAge: 86_400_000, source: 'any', vex: [] };
let folders = 0;

const scansWith = (
  play: Play = 'answers',
  more: { readonly [name: string]: string } = {},
  { limit = 20_000, folder = `cache-${folders++}`, outside = [] as readonly string[] } = {},
): ImageScans =>
  new ImageScans({
    environment: fake.environment(play, more),
    outside: () => outside,
    limit,
    kept: new Kept('scans', join(fake.folder, folder)),
  });

async function scan(
  scans: ImageScans,
  reference = 'nginx:1',
  more: Partial<ScanWish> = {},
): Promise<ScanResult | ScanFailure> {
  const chosen = await scans.choose('auto');
  return 'cause' in chosen ? chosen : scans.scan(chosen, image(reference), { ...wish, ...more });
}

const causeOf = (outcome: ScanResult | ScanFailure): string => ('cause' in outcome ? outcome.cause : 'none');

/** Whoever is killed is a zombie until somebody looks after it. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return (
      !existsSync(`/proc/${pid}/stat`) || !'ZX'.includes(readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[2] ?? '')
    );
  } catch {
    return false;
  }
}

describe('a scan', { skip: process.platform === 'win32' }, () => {
  it('has an answer, with who gave it and by which database', async () => {
    const outcome = await scan(scansWith());
    assert.ok(!('cause' in outcome), JSON.stringify(outcome));
    assert.deepEqual([outcome.scanner, outcome.version, outcome.database], ['trivy', '0.76.0', '2026-11-27T00:00:00Z']);
    assert.equal(outcome.report.vulnerabilities[0]?.id, 'CVE-1');
  });

  it('runs in an empty folder that is gone afterwards, without variables that may be secrets', async () => {
    fake.scans();
    await scan(scansWith('answers', { GITHUB_TOKEN: 'x', AWS_SECRET_ACCESS_KEY: 'y', DOCKER_HOST: 'z' }));
    const [call] = fake.scans();
    assert.ok(call !== undefined && call.folder !== process.cwd() && !existsSync(call.folder));
    assert.ok(call.names.includes('DOCKER_HOST') && call.names.includes('TRIVY_DISABLE_TELEMETRY'));
    assert.ok(!call.names.includes('GITHUB_TOKEN') && !call.names.includes('AWS_SECRET_ACCESS_KEY'));
  });

  it('is not begun for what is no reference', async () => {
    fake.scans();
    for (const reference of ['--config=/etc/passwd', '-x', 'a b', '$(id)', 'nginx:1 --format=table', ''])
      assert.equal(causeOf(await scan(scansWith(), reference)), 'refused', reference);
    const chosen = await scansWith().choose('trivy');
    assert.ok(!('cause' in chosen));
    assert.equal(causeOf(await scansWith().scan(chosen, image('nginx', '--x'), wish)), 'refused');
    assert.deepEqual(fake.scans(), []);
  });

  it('is one at a time', async () => {
    const scans = scansWith();
    const chosen = await scans.choose('auto');
    assert.ok(!('cause' in chosen));
    fake.scans();
    await Promise.all(['a', 'b', 'c'].map((name) => scans.scan(chosen, image(name), wish)));
    assert.deepEqual(
      fake.scans().map(({ args }) => args.at(-1)),
      ['a', 'b', 'c'],
    );
  });
});

describe('a scan that fails', { skip: process.platform === 'win32' }, () => {
  const says = (text: string, status = '1') => scan(scansWith('fails', { TRIVY_SAYS: text, TRIVY_STATUS: status }));

  it('says which of the causes it is', async () => {
    assert.equal(
      causeOf(await says('FATAL init error: --skip-db-update cannot be specified on the first run')),
      'no-database',
    );
    assert.equal(causeOf(await says('MANIFEST_UNKNOWN: manifest unknown')), 'no-such-image');
    assert.equal(causeOf(await says('x', '77')), 'unknown');
    assert.equal(causeOf(await scan(scansWith('dies'))), 'unknown');
    assert.equal(causeOf(await scan(scansWith('rubbish'))), 'unreadable');
    assert.equal(causeOf(await scan(scansWith('answers', { TRIVY_VERSION: '0.38.0' }))), 'too-old');
    assert.equal(causeOf(await scan(scansWith('answers', { PATH: '/nowhere' }))), 'not-installed');
  });

  it('is stopped past its time, with all that it started', async () => {
    assert.equal(causeOf(await scan(scansWith('hangs', {}, { limit: 1500 }))), 'timed-out');
    const file = join(fake.folder, 'pid');
    assert.equal(causeOf(await scan(scansWith('forks', { TRIVY_FILE: file }, { limit: 4000 }))), 'timed-out');
    const pid = Number(readFileSync(file, 'utf8'));
    for (let tries = 0; tries < 500 && isAlive(pid); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(!isAlive(pid));
  });

  it('is stopped past a size', async () => assert.equal(causeOf(await scan(scansWith('floods'))), 'too-much'));

  it('is stopped when somebody cancels it', async () => {
    const controller = new AbortController();
    const scans = scansWith('hangs');
    const chosen = await scans.choose('auto');
    assert.ok(!('cause' in chosen));
    const outcome = scans.scan(chosen, image('nginx'), { ...wish, signal: controller.signal });
    setTimeout(() => controller.abort(), 200);
    assert.equal(causeOf(await outcome), 'cancelled');
    assert.equal(
      causeOf(await scans.scan(chosen, image('nginx'), { ...wish, signal: controller.signal })),
      'cancelled',
    );
  });

  it('has no answer where the program was replaced meanwhile, and keeps none', async () => {
    const own = new FakeScanner(answer);
    const scans = new ImageScans({
      environment: own.environment(),
      outside: () => [],
      limit: 20_000,
      kept: new Kept('scans', join(own.folder, 'cache')),
    });
    const chosen = await scans.choose('auto');
    assert.ok(!('cause' in chosen));
    const program = join(own.folder, 'bin', 'trivy');
    writeFileSync(`${program}.new`, `${readFileSync(program, 'utf8')}\n`, { mode: 0o755 });
    renameSync(`${program}.new`, program);
    assert.equal(causeOf(await scans.scan(chosen, image('nginx:1'), wish)), 'replaced');
    assert.equal(scans.known('trivy', image('nginx:1')), undefined);
    assert.equal(causeOf(await scan(scans)), 'none');
    own.remove();
  });

  it('takes no program out of a folder that is open', async () => {
    const scans = scansWith('answers', {}, { outside: [fake.folder] });
    assert.equal(causeOf(await scan(scans)), 'not-installed');
    assert.equal(causeOf(await scan(scansWith('answers', { PATH: '.:bin:' }))), 'not-installed');
  });
});

describe('an answer that is kept', { skip: process.platform === 'win32' }, () => {
  it('is not asked for again within its age, also by another process, and by its digest', async () => {
    await scan(scansWith('answers', {}, { folder: 'shared' }));
    fake.scans();
    const other = scansWith('answers', {}, { folder: 'shared' });
    assert.equal(causeOf(await scan(other)), 'none');
    assert.equal(causeOf(await scan(other, `nginx:9@${digest}`)), 'none');
    assert.deepEqual(fake.scans(), []);
    await scan(other, 'nginx:1', { maxAge: 0 });
    assert.equal(fake.scans().length, 1);
  });

  it('does not count for another database, version or platform', async () => {
    for (const more of [{ TRIVY_DATABASE: '2026-11-28T00:00:00Z' }, { TRIVY_VERSION: '0.77.0' }]) {
      await scan(scansWith('answers', {}, { folder: 'changed' }));
      fake.scans();
      await scan(scansWith('answers', more, { folder: 'changed' }));
      assert.equal(fake.scans().length, 1, JSON.stringify(more));
    }
    assert.equal(
      scansWith('answers', {}, { folder: 'changed' }).known('trivy', image('nginx:1', 'linux/arm64')),
      undefined,
    );
  });

  it('counts for those who have the same VEX documents alone', async () => {
    const vex = join(fake.folder, 'a.openvex.json');
    writeFileSync(vex, '{"statements": []}');
    const scans = scansWith('answers', {}, { folder: 'vex' });
    await scan(scans, 'nginx:1', { vex: [vex] });
    assert.equal(fake.scans().at(-1)?.args.includes(`--vex=${vex}`), true);
    assert.equal(scans.known('trivy', image('nginx:1')), undefined);
    assert.ok(scans.known('trivy', image('nginx:1'), [vex]) !== undefined);
    await scan(scans, 'nginx:1', { vex: [vex] });
    assert.deepEqual(fake.scans(), []);
    writeFileSync(vex, '{"statements": [1]}');
    assert.equal(scans.known('trivy', image('nginx:1'), [vex]), undefined);
  });

  it('is known without running anything', async () => {
    await scan(scansWith('answers', {}, { folder: 'known' }));
    fake.scans();
    assert.equal(
      scansWith('answers', {}, { folder: 'known' }).known('trivy', image('docker.io/library/nginx:1'))?.scanner,
      'trivy',
    );
    assert.deepEqual(fake.scans(), []);
  });

  it('that is corrupt or cannot be written hurts nobody', async () => {
    await scan(scansWith('answers', {}, { folder: 'corrupt' }));
    const folder = join(fake.folder, 'corrupt', 'scans');
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"schema":1,"scanner":"trivy","rep');
    assert.equal(causeOf(await scan(scansWith('answers', {}, { folder: 'corrupt' }))), 'none');
    writeFileSync(join(fake.folder, 'a-file'), '');
    assert.equal(causeOf(await scan(scansWith('answers', {}, { folder: 'a-file' }))), 'none');
  });

  it('is not made by what failed', async () => {
    await scan(scansWith('rubbish', {}, { folder: 'failed' }));
    assert.equal(scansWith('answers', {}, { folder: 'failed' }).known('trivy', image('nginx:1')), undefined);
  });

  it('survives two who write it at once', async () => {
    mkdirSync(join(fake.folder, 'both'), { recursive: true });
    const both = [0, 1].map(() => scansWith('answers', {}, { folder: 'both' }));
    assert.deepEqual((await Promise.all(both.map((scans) => scan(scans, 'nginx:1', { maxAge: 0 })))).map(causeOf), [
      'none',
      'none',
    ]);
    assert.ok(scansWith('answers', {}, { folder: 'both' }).known('trivy', image('nginx:1')) !== undefined);
    assert.ok(readdirSync(join(fake.folder, 'both', 'scans')).every((name) => name.endsWith('.json')));
  });
});
