/** The server in the real Neovim, where one is installed: a finding appears and its fix is applied. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { root } from '../../tools/root.ts';
import { commandLine } from '../harness/programs.ts';

interface Report {
  readonly shown: boolean;
  readonly version: string;
  readonly message?: string;
  readonly line?: number;
  readonly mended?: boolean;
  readonly text?: string;
}

const manifest = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web # é🚢
      image: registry.example.com/web:1
      securityContext: {privileged: true}
`;

const isMissing = spawnSync('nvim', ['--version']).error !== undefined;

it('shows a finding in Neovim, and its fix is applied', { skip: isMissing && 'Neovim is not installed' }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-neovim-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'pod.yaml');
  writeFileSync(file, manifest);
  const command = [process.execPath, join(root, commandLine), 'lsp', '--stdio'];
  const script = join(root, 'test/editor/neovim.lua');
  const done = spawnSync('nvim', ['--headless', '-u', 'NONE', '-n', '-c', `luafile ${script}`, '-c', 'qa!'], {
    encoding: 'utf8',
    timeout: 180_000,
    env: { ...process.env, HOME: folder, SEAWORTHY_SERVER_COMMAND: command.join('\n'), SEAWORTHY_FILE: file },
  });
  const [, said] = /^REPORT (.*)$/m.exec(done.stdout) ?? [];
  assert.ok(said !== undefined, done.stdout + done.stderr);
  const report = JSON.parse(said) as Report;
  assert.equal(report.shown, true, said);
  assert.equal(report.line, 9);
  assert.equal(report.mended, true, said);
  assert.equal(report.text, manifest.replace('privileged: true', 'privileged: false'));
});
