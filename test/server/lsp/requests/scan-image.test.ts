import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type CodeAction, DiagnosticSeverity, type Hover, type TextDocumentEdit } from 'vscode-languageserver';
import { ImageScans } from '../../../../server/host/image-scans.ts';
import { Kept } from '../../../../server/host/own-folder.ts';
import { between } from '../../../../server/host/today.ts';
import type { ScanConsent, ScannedImage } from '../../../../server/protocol/images.ts';
import { clientCommands } from '../../../../server/protocol.ts';
import { FakeScanner, type Play } from '../../../harness/fake-scanner.ts';
import { type InProcess, startInProcess } from '../in-process.ts';

const digest = `sha256:${'d'.repeat(64)}`;
const answer = JSON.stringify({
  SchemaVersion: 2,
  Metadata: { RepoDigests: [`alpine@${digest}`, `mirror.example.com/alpine@sha256:${'e'.repeat(64)}`] },
  Results: [
    {
      Vulnerabilities: [
        {
          VulnerabilityID: 'CVE-2019-14697',
          PkgName: 'musl',
          InstalledVersion: '1.1.22-r2',
          FixedVersion: '1.1.22-r3',
          Severity: 'CRITICAL',
          Title: '<img src=x>[a](command:b)\u001b[2J\n# c',
          PrimaryURL: 'https://avd.aquasec.com/nvd/cve-2019-14697',
        },
        ...[1, 2, 3, 4, 5].map((n) => ({
          VulnerabilityID: `CVE-${n}`,
          PkgName: 'a',
          InstalledVersion: '1',
          Severity: 'LOW',
        })),
      ],
    },
  ],
});
const fake = new FakeScanner(answer);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-lsp-')));
after(() => {
  fake.remove();
  rmSync(folder, { recursive: true, force: true });
});

const dockerfile =
  'FROM --platform=linux/amd64 alpine:3.10 AS build\nUSER 1000\nFROM node:22-slim\nCOPY --from=build /a /a\nUSER 1000\n';
let caches = 0;

async function start(
  play: Play = 'answers',
  day = '2026-11-28',
  cache = `lsp-${caches++}`,
  imageScan?: object,
): Promise<InProcess> {
  const scans = (outside: () => readonly string[]): ImageScans =>
    new ImageScans({
      environment: fake.environment(play),
      outside,
      limit: 20_000,
      kept: new Kept('scans', join(fake.folder, cache)),
    });
  // What is kept bears the time of the machine; how old that is, the test says.
  const now = (): string => (day === 'now' ? new Date().toISOString() : `${day}T12:00:00.000Z`);
  const server = await startInProcess({
    folder,
    commands: [clientCommands.scanImage],
    images: { scans, now, between },
    ...(imageScan === undefined ? {} : { settings: { imageScan } }),
  });
  server.open('Dockerfile', dockerfile, 'dockerfile');
  return server;
}

const uri = `file://${folder}/Dockerfile`;
const at = { line: 0, character: 30 };
const scan = (server: InProcess, params: object): Promise<readonly ScannedImage[] | null> =>
  server.connection.sendRequest('seaworthy/scanImage', { uri, isTrusted: true, ...params });
const known = async (server: InProcess) =>
  (await server.diagnostics('Dockerfile')).filter(({ code }) => code === 'known-vulnerabilities');
const actions = (server: InProcess, line: number): Promise<CodeAction[]> =>
  server.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line, character: 30 }, end: { line, character: 30 } },
    context: { diagnostics: [] },
  });

describe('an image of a document', { skip: process.platform === 'win32' }, () => {
  it('is scanned when somebody asks for it, and shown at its name', async () => {
    const server = await start('answers', 'now');
    fake.scans();
    assert.deepEqual(await known(server), []);
    assert.deepEqual(fake.scans(), []);
    const [scanned, ...more] = (await scan(server, { position: at })) ?? [];
    assert.deepEqual(more, []);
    assert.ok(scanned !== undefined && 'summary' in scanned, JSON.stringify(scanned));
    assert.match(scanned.summary, /1 critical, 5 low; 1 with a fix \(Trivy, database of 2026-11-27/);
    const args = fake.scans()[0]?.args ?? [];
    assert.deepEqual([args.at(-1), args.includes('--platform=linux/amd64')], ['docker.io/library/alpine:3.10', true]);
    const [problem, ...others] = await known(server);
    assert.deepEqual(others, []);
    assert.equal(problem?.severity, DiagnosticSeverity.Information);
    assert.deepEqual(problem?.range, { start: { line: 0, character: 28 }, end: { line: 0, character: 39 } });
    assert.match(String(problem?.message), /^Known vulnerabilities: 1 critical/);
    assert.doesNotMatch(String(problem?.message), /scan it again/);
  });

  it('has the worst five in its hover, whose texts are shown as they are written', async () => {
    const server = await start();
    await scan(server, { position: at });
    const hover: Hover = await server.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: at,
    });
    const { value } = hover.contents as { value: string };
    assert.match(value, /\[CVE-2019-14697\]\(https:\/\/avd\.aquasec\.com\/nvd\/cve-2019-14697\)/);
    assert.match(value, /and 1 more/);
    // The problem says it, which the editor shows above.
    assert.doesNotMatch(value, /Known vulnerabilities/);
    assert.ok(value.includes('\\<img src=x\\>\\[a\\](command:b)\\\\u001b\\[2J\\\\n# c'), value);
  });

  it('is one of all when no place is named, each scanned once', async () => {
    const server = await start();
    fake.scans();
    assert.deepEqual(
      (await scan(server, {}))?.map(({ image }) => image),
      ['docker.io/library/alpine:3.10', 'docker.io/library/node:22-slim'],
    );
    assert.equal(fake.scans().length, 2);
    assert.equal(await scan(server, { position: { line: 1, character: 0 } }), null);
  });

  it('has a mark once what is known of it is old', async () => {
    await scan(await start('answers', 'now', 'shared'), { position: at });
    const [problem] = await known(await start('answers', '2126-01-01', 'shared'));
    assert.match(String(problem?.message), /scanned \d{4}-\d\d-\d\d, scan it again/);
  });

  it('is offered in the menu at its name, and nowhere else', async () => {
    const server = await start();
    const titles = async (line: number) =>
      (await actions(server, line)).filter(({ command }) => command?.command === clientCommands.scanImage);
    const [offer, ...more] = await titles(0);
    assert.deepEqual(more, []);
    assert.equal(offer?.title, 'Scan alpine:3.10 for known vulnerabilities');
    assert.deepEqual(offer?.command?.arguments, [uri, { line: 0, character: 28 }]);
    assert.deepEqual(await titles(1), []);
  });

  it('is not scanned in a workspace that is not trusted', async () => {
    const server = await start();
    fake.scans();
    await assert.rejects(scan(server, { position: at, isTrusted: false }), /not trusted/);
    await assert.rejects(server.connection.sendRequest('seaworthy/scanImage', { uri, position: at }), /isTrusted/);
    assert.deepEqual(fake.scans(), []);
  });

  it('is sent to nobody before the user was told of it', async () => {
    const server = await start('answers', 'now', 'consent', { scanner: 'snyk' });
    fake.scans();
    const consent = (await scan(server, { position: at })) as unknown as ScanConsent;
    assert.deepEqual([consent.scanner, consent.title], ['snyk', 'Snyk']);
    assert.match(consent.sends, /snyk\.io/);
    const [scanned] = (await scan(server, { position: at, agreed: ['snyk'] })) ?? [];
    // There is none on this PATH, and no other is taken for it.
    assert.ok(scanned !== undefined && 'failure' in scanned && /Snyk is not installed/.test(scanned.failure));
    assert.deepEqual(fake.scans(), []);
  });

  it('that cannot be scanned has no problem, and the reason is said', async () => {
    const server = await start('rubbish');
    const [scanned] = (await scan(server, { position: at })) ?? [];
    assert.ok(scanned !== undefined && 'failure' in scanned);
    assert.match(scanned.failure, /cannot be read/);
    assert.deepEqual(await known(server), []);
  });

  it('is not scanned where no program can be run', async () => {
    const server = await startInProcess({ folder, commands: [clientCommands.scanImage] });
    server.open('Dockerfile', dockerfile, 'dockerfile');
    await assert.rejects(scan(server, { position: at }), /not trusted/);
    assert.deepEqual(
      (await actions(server, 0)).filter(({ command }) => command?.command === clientCommands.scanImage),
      [],
    );
  });

  it('stops being scanned when the request is cancelled', async () => {
    const server = await start('hangs');
    const { CancellationTokenSource } = await import('vscode-languageserver');
    const source = new CancellationTokenSource();
    const asked = server.connection.sendRequest(
      'seaworthy/scanImage',
      { uri, isTrusted: true, position: at },
      source.token,
    );
    setTimeout(() => source.cancel(), 300);
    const [scanned] = (await asked) as readonly ScannedImage[];
    assert.ok(scanned !== undefined && 'failure' in scanned && /cancelled/.test(scanned.failure));
  });
});

describe('the digest of a scan', { skip: process.platform === 'win32' }, () => {
  it('pins the image at its name, once it was scanned', async () => {
    const server = await start('answers', 'now');
    const pins = async (line: number) =>
      (await actions(server, line)).filter(({ title }) => title.startsWith('Pin alpine:3.10 to the digest'));
    assert.deepEqual(await pins(0), []);
    await scan(server, { position: at });
    const [pin, ...more] = await pins(0);
    assert.deepEqual(more, []);
    const [change] = (pin?.edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
    const after = { line: 0, character: 39 };
    assert.deepEqual(change?.edits, [{ range: { start: after, end: after }, newText: `@${digest}` }]);
    assert.deepEqual(await pins(2), []);
  });
});

describe('the base of a Dockerfile', { skip: process.platform === 'win32' }, () => {
  const offers = async (server: InProcess, line: number): Promise<readonly CodeAction[]> =>
    (await actions(server, line)).filter(({ title }) => title.startsWith('Build on '));

  it('has the maintained line in its menu, once something is known of it', async () => {
    const server = await start('answers', 'now');
    assert.deepEqual(await offers(server, 0), []);
    await scan(server, { position: at });
    const [offer, ...more] = await offers(server, 0);
    assert.deepEqual(more, []);
    assert.match(offer?.title ?? '', /^Build on alpine:3\.\d+ \(maintained as of .*; not scanned yet; check/);
    const [change] = (offer?.edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
    const [edit] = change?.edits ?? [];
    assert.ok(edit !== undefined && 'newText' in edit && /^alpine:3\.\d+$/.test(edit.newText));
    assert.deepEqual(edit.range, { start: { line: 0, character: 28 }, end: { line: 0, character: 39 } });
  });

  it('is offered no line that the same scanner finds as bad', async () => {
    const server = await start('answers', 'now');
    await scan(server, { position: at });
    const [offer] = await offers(server, 0);
    const better = /^Build on (\S+)/.exec(offer?.title ?? '')?.[1] ?? '';
    server.change('Dockerfile', 2, dockerfile.replace('node:22-slim', `--platform=linux/amd64 ${better}`));
    await server.diagnostics('Dockerfile');
    await scan(server, { position: { line: 2, character: 30 } });
    assert.deepEqual(await offers(server, 0), []);
  });
});
