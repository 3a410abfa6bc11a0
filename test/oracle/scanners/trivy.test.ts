/**
 * The real Trivy, where somebody has it: `SEAWORTHY_REAL_TRIVY=1 node --test test/oracle/scanners/trivy.test.ts`, with the program on the PATH and a database in its
 * cache (`TRIVY_CACHE_DIR` names another one). Nothing is downloaded. The image is made here: an Alpine 3.10 of one package, and a layer upon it.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ImageScans } from '../../../server/host/image-scans.ts';
import { Kept } from '../../../server/host/own-folder.ts';
import type { Target } from '../../../server/scanners/scanner.ts';

const isWanted = process.env['SEAWORTHY_REAL_TRIVY'] === '1';
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-real-')));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A tar of files. Source: POSIX.1-1988, ustar. */
function tar(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const parts = Object.entries(files).flatMap(([name, content]) => {
    const body = Buffer.from(content);
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write('0000644\0', 100);
    head.write('0000000\0', 108);
    head.write('0000000\0', 116);
    head.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
    head.write('00000000000\0', 136);
    head.write('        0', 148);
    head.write('ustar\0' + '00', 257);
    const sum = head.reduce((a, b) => a + b, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [head, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

const sha = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** As `docker save` writes it. */
function archive(): string {
  const base = tar({
    'etc/os-release': 'ID=alpine\nVERSION_ID=3.10.2\nPRETTY_NAME="Alpine Linux v3.10"\n',
    'lib/apk/db/installed': 'P:musl\nV:1.1.22-r2\nA:x86_64\no:musl\nL:MIT\n\n',
  });
  const own = tar({ 'app/read.me': 'nothing' });
  const config = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    config: {},
    rootfs: { type: 'layers', diff_ids: [sha(base), sha(own)] },
    history: [
      { created_by: 'ADD alpine.tar /' },
      { created_by: 'CMD ["/bin/sh"]', empty_layer: true },
      { created_by: 'COPY app /app' },
    ],
  });
  const manifest = [{ Config: 'config.json', RepoTags: ['seaworthy-test/app:1'], Layers: ['base.tar', 'own.tar'] }];
  const path = join(folder, 'app.tar');
  writeFileSync(
    path,
    tar({ 'manifest.json': JSON.stringify(manifest), 'config.json': config, 'base.tar': base, 'own.tar': own }),
  );
  return path;
}

describe('the real Trivy', { skip: !isWanted }, () => {
  const scans = new ImageScans({
    environment: process.env,
    outside: () => [],
    limit: 120_000,
    kept: new Kept('scans', folder),
  });
  const scan = async (target: Target) => {
    const chosen = await scans.choose('trivy');
    return 'cause' in chosen ? chosen : scans.scan(chosen, target, { maxAge: 0, source: 'local', vex: [] });
  };

  it('finds in an archive what its database knows, and tells the base', async () => {
    const outcome = await scan({ kind: 'archive', path: archive() });
    assert.ok(!('cause' in outcome), JSON.stringify(outcome));
    assert.ok(outcome.database !== undefined);
    assert.deepEqual(outcome.report.os, { name: 'alpine 3.10.2', isEnded: true });
    const found = outcome.report.vulnerabilities.find(({ id }) => id === 'CVE-2019-14697');
    assert.deepEqual([found?.severity, found?.fixed, found?.from], ['critical', ['1.1.22-r3'], 'base']);
  });

  it('reads a VEX document', async () => {
    const statement = {
      vulnerability: { name: 'CVE-2019-14697' },
      products: [{ '@id': 'pkg:apk/alpine/musl@1.1.22-r2' }],
      status: 'not_affected',
      justification: 'vulnerable_code_not_in_execute_path',
    };
    const vex = join(folder, 'web.openvex.json');
    const head = {
      '@context': 'https://openvex.dev/ns/v0.2.0',
      '@id': 'https://example.com/vex/1',
      author: 'a',
      timestamp: '2026-11-28T00:00:00Z',
      version: 1,
    };
    writeFileSync(vex, JSON.stringify({ ...head, statements: [statement] }));
    const chosen = await scans.choose('trivy');
    assert.ok(!('cause' in chosen));
    const outcome = await scans.scan(
      chosen,
      { kind: 'archive', path: archive() },
      { maxAge: 0, source: 'local', vex: [vex] },
    );
    assert.ok(!('cause' in outcome), JSON.stringify(outcome));
    assert.ok(outcome.report.vulnerabilities.every(({ id }) => id !== 'CVE-2019-14697'));
  });

  it('finds the same in a bill of materials', async () => {
    const path = join(folder, 'bom.json');
    const purl = 'pkg:apk/alpine/musl@1.1.22-r2?arch=x86_64&distro=3.10.2';
    const components = [
      { type: 'operating-system', name: 'alpine', version: '3.10.2', 'bom-ref': 'os' },
      { type: 'library', name: 'musl', version: '1.1.22-r2', 'bom-ref': purl, purl },
    ];
    writeFileSync(path, JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components }));
    const outcome = await scan({ kind: 'sbom', path });
    assert.ok(!('cause' in outcome), JSON.stringify(outcome));
    assert.ok(outcome.report.vulnerabilities.some(({ id }) => id === 'CVE-2019-14697'));
  });

  it('says why there is no answer', async () => {
    const gone = await scan({ kind: 'archive', path: join(folder, 'gone.tar') });
    assert.ok('cause' in gone && gone.cause === 'no-such-image', JSON.stringify(gone));
  });
});
