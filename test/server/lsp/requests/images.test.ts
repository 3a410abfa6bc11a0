import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ImageScans } from '../../../../server/host/image-scans.ts';
import { Kept } from '../../../../server/host/own-folder.ts';
import { between } from '../../../../server/host/today.ts';
import type { ListedImage } from '../../../../server/protocol/images.ts';
import { clientCommands } from '../../../../server/protocol.ts';
import { FakeScanner } from '../../../harness/fake-scanner.ts';
import { type InProcess, startInProcess } from '../in-process.ts';

const fake = new FakeScanner(
  JSON.stringify({
    SchemaVersion: 2,
    Metadata: {},
    Results: [
      {
        Vulnerabilities: [
          { VulnerabilityID: 'CVE-1', PkgName: 'a', InstalledVersion: '1', FixedVersion: '2', Severity: 'HIGH' },
        ],
      },
    ],
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
  /** Moves the time of the day. */
  setDay(day: string): void;
}

async function start(imageScan: object = {}): Promise<Started> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-lsp-')));
  folders.push(folder);
  let now = (): string => new Date().toISOString();
  const server = await startInProcess({
    folder,
    commands: [clientCommands.scanImage],
    settings: { imageScan },
    images: {
      scans: (outside) =>
        new ImageScans({
          environment: fake.environment(),
          outside,
          limit: 20_000,
          kept: new Kept('scans', join(folder, 'cache')),
        }),
      now: () => now(),
      between,
    },
  });
  writeFileSync(join(folder, 'Dockerfile'), 'FROM alpine:3.22\n');
  server.open('Dockerfile', 'FROM alpine:3.22\nFROM node:22\n', 'dockerfile');
  await server.diagnostics('Dockerfile');
  return { server, folder, setDay: (day) => (now = () => `${day}T12:00:00.000Z`) };
}

const images = ({ server }: Started): Promise<readonly ListedImage[]> =>
  server.connection.sendRequest('seaworthy/images', null);
const scan = ({ server, folder }: Started, line: number): Promise<unknown> =>
  server.connection.sendRequest('seaworthy/scanImage', {
    uri: `file://${folder}/Dockerfile`,
    position: { line, character: 7 },
    isTrusted: true,
  });
const refresh = ({ server }: Started, isTrusted = true): Promise<number> =>
  server.connection.sendRequest('seaworthy/refreshImages', { isTrusted });

describe('the images of a folder', { skip: process.platform === 'win32' }, () => {
  it('are listed with their places, without running anything', async () => {
    const started = await start();
    fake.scans();
    const listed = await images(started);
    assert.deepEqual(
      listed.map(({ image, known, uses }) => [image, known, uses[0]?.range.start.line]),
      [
        ['docker.io/library/alpine:3.22', undefined, 0],
        ['docker.io/library/node:22', undefined, 1],
      ],
    );
    assert.deepEqual(fake.scans(), []);
  });

  it('say what is known of them, and that it is old', async () => {
    const started = await start();
    await scan(started, 0);
    const [alpine] = await images(started);
    assert.deepEqual([alpine?.known?.bySeverity.high, alpine?.known?.fixable, alpine?.known?.isStale], [1, 1, false]);
    started.setDay('2126-01-01');
    assert.equal((await images(started))[0]?.known?.isStale, true);
  });
});

it('what is accepted of an image is counted for itself', { skip: process.platform === 'win32' }, async () => {
  const started = await start();
  writeFileSync(
    join(started.folder, '.seaworthy.yaml'),
    'vulnerabilities:\n  - {id: CVE-1, reason: later, until: 2098-12-31}\n',
  );
  started.server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: `file://${started.folder}/.seaworthy.yaml`, type: 1 }],
  });
  await scan(started, 0);
  await started.server.diagnostics('Dockerfile');
  const [alpine] = await images(started);
  assert.deepEqual([alpine?.known?.accepted, alpine?.known?.bySeverity.high], [1, 0]);
});

describe('a refresh', { skip: process.platform === 'win32' }, () => {
  it('scans what was scanned before and is old, and nothing else', async () => {
    const started = await start();
    fake.scans();
    assert.equal(await refresh(started), 0);
    await scan(started, 0);
    fake.scans();
    assert.equal(await refresh(started), 0);
    assert.deepEqual(fake.scans(), []);
    started.setDay('2126-01-01');
    assert.equal(await refresh(started), 1);
    assert.deepEqual(
      fake.scans().map(({ args }) => args.at(-1)),
      ['docker.io/library/alpine:3.22'],
    );
  });

  it('is not begun in a workspace that is not trusted, nor by a scanner that sends something', async () => {
    const started = await start();
    await scan(started, 0);
    started.setDay('2126-01-01');
    fake.scans();
    assert.equal(await refresh(started, false), 0);
    const sending = await start({ scanner: 'snyk' });
    assert.equal(await refresh(sending), 0);
    assert.deepEqual(fake.scans(), []);
  });
});
