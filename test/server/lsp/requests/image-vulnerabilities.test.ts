import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import { ImageScans } from '../../../../server/host/image-scans.ts';
import { Kept } from '../../../../server/host/own-folder.ts';
import { between } from '../../../../server/host/today.ts';
import type { ImageVulnerabilities } from '../../../../server/protocol/images.ts';
import { type ConfigurationEdit, clientCommands } from '../../../../server/protocol.ts';
import { FakeScanner } from '../../../harness/fake-scanner.ts';
import { type InProcess, startInProcess } from '../in-process.ts';

const digest = `sha256:${'d'.repeat(64)}`;
const row = (id: string, more: object = {}) => ({
  VulnerabilityID: id,
  PkgName: 'musl',
  InstalledVersion: '1',
  Severity: 'HIGH',
  PkgIdentifier: { PURL: 'pkg:apk/alpine/musl@1?arch=x86_64' },
  Title: 'a\u001b[2J',
  ...more,
});
const fake = new FakeScanner(
  JSON.stringify({
    SchemaVersion: 2,
    Metadata: { RepoDigests: [`alpine@${digest}`] },
    Results: [{ Vulnerabilities: [row('CVE-1'), row('CVE-2', { PkgIdentifier: {} })] }],
  }),
);
const folders: string[] = [];
after(() => {
  fake.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly server: InProcess;
  readonly folder: string;
  readonly at: { readonly uri: string; readonly position: { readonly line: number; readonly character: number } };
}

async function start(configuration = '', dockerfile = 'FROM alpine:3.10\nUSER 1000\n'): Promise<Started> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-lsp-')));
  folders.push(folder);
  if (configuration !== '') writeFileSync(join(folder, '.seaworthy.yaml'), configuration);
  const server = await startInProcess({
    folder,
    commands: [clientCommands.scanImage, clientCommands.acceptVulnerability, clientCommands.notAffected],
    images: {
      scans: (outside) =>
        new ImageScans({
          environment: fake.environment(),
          outside,
          limit: 20_000,
          kept: new Kept('scans', join(folder, 'cache')),
        }),
      now: () => new Date().toISOString(),
      between,
    },
  });
  server.open('Dockerfile', dockerfile, 'dockerfile');
  return { server, folder, at: { uri: `file://${folder}/Dockerfile`, position: { line: 0, character: 8 } } };
}

const scan = ({ server, at }: Started) =>
  server.connection.sendRequest('seaworthy/scanImage', { ...at, isTrusted: true });
const known = ({ server, at }: Started): Promise<ImageVulnerabilities | null> =>
  server.connection.sendRequest('seaworthy/imageVulnerabilities', at);
const accept = ({ server, at }: Started, more: object = {}): Promise<ConfigurationEdit> =>
  server.connection.sendRequest('seaworthy/acceptVulnerability', {
    ...at,
    ...{ id: 'CVE-1', reason: 'not\n reached', until: '2030-12-31' },
    ...more,
  });
const state = ({ server, at }: Started, more: object = {}): Promise<ConfigurationEdit> =>
  server.connection.sendRequest('seaworthy/notAffected', {
    ...at,
    ...{ id: 'CVE-1', justification: 'vulnerable_code_not_present', impact: 'built without it', author: 'Team' },
    ...more,
  });
const textOf = (edit: ConfigurationEdit): string => {
  assert.ok(!('refused' in edit), JSON.stringify(edit));
  const change = edit.documentChanges?.at(-1) as TextDocumentEdit;
  return change.edits.map((one) => ('newText' in one ? one.newText : '')).join('');
};

describe('known vulnerabilities of an image', { skip: process.platform === 'win32' }, () => {
  it('are told once it was scanned, and their texts command nobody', async () => {
    const started = await start();
    assert.equal(await known(started), null);
    await scan(started);
    const told = await known(started);
    assert.deepEqual([told?.image, told?.isStale, told?.hasDocument], ['docker.io/library/alpine:3.10', false, false]);
    assert.deepEqual(
      told?.vulnerabilities.map(({ id, severity, title }) => [id, severity, title]),
      [
        ['CVE-1', 'high', 'a\\u001b[2J'],
        ['CVE-2', 'high', 'a\\u001b[2J'],
      ],
    );
  });

  it('have two entries in the menu of the image, where there are any', async () => {
    const started = await start();
    const entries = async () => {
      const { uri, position } = started.at;
      const actions: CodeAction[] = await started.server.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: position, end: position },
        context: { diagnostics: [] },
      });
      return actions
        .filter(({ command }) => /acceptVulnerability|notAffected/.test(command?.command ?? ''))
        .map(({ command }) => command?.arguments);
    };
    assert.deepEqual(await entries(), []);
    await scan(started);
    const args = [started.at.uri, { line: 0, character: 5 }];
    assert.deepEqual(await entries(), [args, args]);
  });
});

describe('a vulnerability that is accepted', { skip: process.platform === 'win32' }, () => {
  it('is written with its reason and its end, for all tags of the image', async () => {
    const started = await start();
    await scan(started);
    assert.equal(
      textOf(await accept(started)),
      'vulnerabilities:\n  - id: "CVE-1"\n    images: ["docker.io/library/alpine:*"]\n    reason: "not reached"\n    until: 2030-12-31\n',
    );
  });

  it('is told as accepted, behind the others', async () => {
    const started = await start('vulnerabilities:\n  - {id: CVE-1, reason: later, until: 2030-12-31}\n');
    await scan(started);
    const told = await known(started);
    assert.deepEqual(
      told?.vulnerabilities.map(({ id, accepted }) => [id, accepted]),
      [
        ['CVE-2', undefined],
        ['CVE-1', '2030-12-31: later'],
      ],
    );
    assert.ok('refused' in (await accept(started)));
  });

  it('has a reason and a day to come, and is known of the image', async () => {
    const started = await start();
    await scan(started);
    for (const more of [{ reason: ' ' }, { until: '2020-01-01' }, { until: 'soon' }, { id: 'CVE-3' }])
      assert.ok('refused' in (await accept(started, more)), JSON.stringify(more));
  });
});

describe('a vulnerability that does not affect an image', { skip: process.platform === 'win32' }, () => {
  it('is stated in a new document, of the image and package that were scanned', async () => {
    const started = await start();
    await scan(started);
    const edit = await state(started);
    const [create] = ('documentChanges' in edit ? edit.documentChanges : undefined) ?? [];
    assert.deepEqual([create !== undefined && 'kind' in create && create.kind], ['create']);
    const document = JSON.parse(textOf(edit)) as { statements: { products: { '@id': string }[] }[]; author: string };
    assert.equal(document.author, 'Team');
    assert.match(document.statements[0]?.products[0]?.['@id'] ?? '', /^pkg:oci\/alpine@sha256%3Ad{64}\?/);
  });

  it('is scanned with that document from then on', async () => {
    const started = await start();
    await scan(started);
    mkdirSync(join(started.folder, '.vex'));
    const path = join(started.folder, '.vex', 'seaworthy.openvex.json');
    writeFileSync(path, textOf(await state(started)));
    fake.scans();
    await scan(started);
    assert.ok(fake.scans()[0]?.args.includes(`--vex=${path}`));
    assert.equal((await known(started))?.hasDocument, true);
    const second = JSON.parse(textOf(await state(started))) as { statements: unknown[]; version: number };
    assert.deepEqual([second.statements.length, second.version], [2, 2]);
  });

  it('is not stated without a package, a reason, or a document that is one', async () => {
    const started = await start();
    await scan(started);
    for (const more of [{ id: 'CVE-2' }, { id: 'CVE-3' }, { impact: ' ' }])
      assert.ok('refused' in (await state(started, more)), JSON.stringify(more));
    await assert.rejects(state(started, { justification: 'because' }), /justification/);
    mkdirSync(join(started.folder, '.vex'));
    const path = join(started.folder, '.vex', 'seaworthy.openvex.json');
    writeFileSync(path, '{"a": 1}');
    assert.ok('refused' in (await state(started)));
    rmSync(path);
    // A link out of the folder is not followed, neither to be read nor to be handed to a scanner.
    writeFileSync(join(fake.folder, 'secret.json'), '{"@context": "https://openvex.dev/ns", "statements": []}');
    symlinkSync(join(fake.folder, 'secret.json'), path);
    assert.ok('refused' in (await state(started)));
    fake.scans();
    await scan(started);
    assert.ok(!fake.scans()[0]?.args.some((arg) => arg.startsWith('--vex')));
  });
});
