import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ImageScans } from '../../../server/host/image-scans.ts';
import { Kept } from '../../../server/host/own-folder.ts';
import { between } from '../../../server/host/today.ts';
import { clientCommands } from '../../../server/protocol.ts';
import { FakeScanner } from '../../harness/fake-scanner.ts';
import { startInProcess } from './in-process.ts';

const row = (id: string, layer: string) => ({
  ...{ VulnerabilityID: id, PkgName: id, InstalledVersion: '1', FixedVersion: '2', Severity: 'HIGH' },
  Layer: { DiffID: layer },
});
const fake = new FakeScanner(
  JSON.stringify({
    SchemaVersion: 2,
    Metadata: {
      ImageConfig: {
        history: [
          { created_by: 'ADD alpine.tar.gz / # buildkit' },
          { created_by: 'CMD ["/bin/sh"]', empty_layer: true },
          { created_by: 'RUN /bin/sh -c apk add curl # buildkit' },
          { created_by: 'USER 1000', empty_layer: true },
        ],
        rootfs: { diff_ids: ['sha256:base', 'sha256:own'] },
      },
    },
    Results: [
      { Vulnerabilities: [row('CVE-1', 'sha256:base'), row('CVE-2', 'sha256:own'), row('CVE-3', 'sha256:own')] },
    ],
  }),
);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-lsp-')));
after(() => {
  fake.remove();
  rmSync(folder, { recursive: true, force: true });
});

const compose = 'services:\n  web:\n    build: .\n    image: registry.example.com/shop/web:1\n';

async function problems(dockerfile: string): Promise<readonly (readonly [number, string])[]> {
  const server = await startInProcess({
    folder,
    commands: [clientCommands.scanImage],
    images: {
      scans: (outside) =>
        new ImageScans({
          environment: fake.environment(),
          outside,
          limit: 20_000,
          kept: new Kept('scans', join(fake.folder, 'cache')),
        }),
      now: () => new Date().toISOString(),
      between,
    },
  });
  server.open('Dockerfile', dockerfile, 'dockerfile');
  server.open('compose.yaml', compose, 'yaml');
  await server.diagnostics('Dockerfile');
  await server.diagnostics('compose.yaml');
  fake.scans();
  await server.connection.sendRequest('seaworthy/scanImage', {
    uri: `file://${folder}/compose.yaml`,
    position: { line: 3, character: 15 },
    isTrusted: true,
  });
  // What is built here is looked for in the container engines alone.
  assert.ok(fake.scans()[0]?.args.includes('--image-src=docker,containerd,podman'));
  return (await server.diagnostics('Dockerfile'))
    .filter(({ code }) => code === 'known-vulnerabilities')
    .map(({ range, message }) => [range.start.line, String(message)]);
}

describe('an image that is built here', { skip: process.platform === 'win32' }, () => {
  it('has what is known of its layers at the instructions that made them', async () => {
    const [found, ...others] = await problems('FROM alpine:3.22\nRUN apk add curl\nUSER 1000\n');
    assert.deepEqual(others, []);
    assert.equal(found?.[0], 1);
    assert.equal(
      found[1],
      'Known vulnerabilities: 2 high; 2 with a fix: in this layer of registry.example.com/shop/web:1 (Trivy)',
    );
  });

  it('has nothing there once the Dockerfile says something else', async () =>
    assert.deepEqual(await problems('FROM alpine:3.22\nRUN apk add wget\nUSER 1000\n'), []));
});
