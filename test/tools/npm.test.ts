import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { packageCommandLine } from '../../tools/npm.ts';

describe('the package for npm', () => {
  const ground = mkdtempSync(join(tmpdir(), 'seaworthy-npm-'));
  const program = join(ground, 'package/dist/cli.cjs');
  let files: readonly string[];
  let size = 0;
  before(async () => {
    const folder = await packageCommandLine(join(ground, 'laid'));
    const shell = process.platform === 'win32';
    const packed = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', ground], {
      cwd: folder,
      encoding: 'utf8',
      shell,
    });
    assert.equal(packed.status, 0, packed.stderr);
    const said = JSON.parse(packed.stdout);
    const [{ filename, files: list }] = Array.isArray(said) ? said : (Object.values(said) as typeof said);
    files = list.map(({ path }: { readonly path: string }) => path).sort();
    size = statSync(join(ground, filename)).size;
    assert.equal(spawnSync('tar', ['-xzf', filename], { cwd: ground }).status, 0);
    mkdirSync(join(ground, 'here'));
    writeFileSync(join(ground, 'here/Dockerfile'), 'FROM debian:13-slim\nUSER root\n');
  });
  after(() => rmSync(ground, { recursive: true, force: true }));

  const run = (...args: readonly string[]): ReturnType<typeof spawnSync> & { readonly stdout: string } =>
    spawnSync(process.execPath, [program, ...args], { cwd: join(ground, 'here'), encoding: 'utf8' });

  it('is small, holds these files and no other, and needs no other package', () => {
    assert.deepEqual(files, [
      'LICENSE',
      'README.md',
      'dist/ThirdPartyNotices.txt',
      'dist/cli.cjs',
      'dist/mcp.cjs',
      'dist/render-chart.cjs',
      'dist/rule-page.cjs',
      'dist/server.cjs',
      'package.json',
    ]);
    assert.ok(size < 2_000_000, `it has ${size} bytes`);
    const manifest = JSON.parse(readFileSync(join(ground, 'package/package.json'), 'utf8'));
    for (const key of ['dependencies', 'devDependencies', 'scripts', 'private']) assert.equal(manifest[key], undefined);
    assert.deepEqual(manifest.bin, { seaworthy: 'dist/cli.cjs' });
    assert.match(readFileSync(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });

  it('scans, explains and serves where it was unpacked', { timeout: 60_000 }, async () => {
    assert.deepEqual([run('scan').status, run('scan', '--fail-on', 'critical').status], [1, 0]);
    assert.match(run('explain', 'missing-user').stdout, /What to do:/);
    const lsp = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const params = { processId: null, rootUri: null, capabilities: {} };
    const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    lsp.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
    let said = '';
    for await (const part of lsp.stdout) {
      said += part;
      if (said.includes('"capabilities"')) break;
    }
    lsp.kill();
    assert.match(said, /"capabilities"/);
  });
});
