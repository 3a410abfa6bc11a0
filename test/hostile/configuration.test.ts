/** Configurations in a repository of a stranger's: what they may make us read, and what is repeated of it. */
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Folder } from '../server/cli/program.ts';
import { Client } from '../server/lsp/client.ts';
import { lacks, pod, using } from './ground.ts';

/** Words that must not be repeated: as a key, as a value and as no YAML at all. */
const secrets = ['hunter2key: hunter2value\n', 'profile: hunter2\n', 'hunter2: [\n'];
const leaks = /hunter2/;
const outside = 'is not read: it lies outside of the repository, or of the folder where there is none.';

/** A repository in `r`, and what lies beside it. */
function lay(ground: Folder, secret: string): void {
  mkdirSync(join(ground.path, 'r/.git'), { recursive: true });
  ground.write('r/pod.yaml', pod('web'));
  ground.write('secret.yaml', secret);
}

describe('a configuration that extends', () => {
  for (const base of [
    '../secret.yaml',
    '../../../../../../../../../../etc/hostname',
    '../nowhere.yaml',
    'x/../../secret.yaml',
  ])
    it(`${base} reads and repeats nothing of it`, () =>
      using((ground) => {
        for (const secret of secrets) {
          lay(ground, secret);
          ground.write('r/.seaworthy.yaml', `extends: ${base}\n`);
          const { status, error, out } = ground.run('scan', 'r');
          assert.deepEqual([status, error], [2, `seaworthy: r/.seaworthy.yaml:1: ${base} ${outside}\n`]);
          assert.doesNotMatch(out, leaks);
          assert.match(out, /privileged-container/);
        }
      }));

  it('a base in its repository is read, also from a folder of it', () =>
    using((ground) => {
      lay(ground, '');
      ground.write('r/base.yaml', 'rules:\n  privileged-container: off\n');
      ground.write('r/deploy/.seaworthy.yaml', 'extends: ../base.yaml\n');
      ground.write('r/deploy/pod.yaml', pod('web'));
      const { status, out, error } = ground.run('scan', 'r/deploy');
      assert.deepEqual([status, error], [0, '']);
      assert.doesNotMatch(out, /privileged-container/);
    }));

  it('what a person names may lie anywhere, with its bases', () =>
    using((ground) => {
      lay(ground, '');
      ground.write('policies/team/strict.yaml', 'extends: ../base.yaml\n');
      ground.write('policies/base.yaml', 'rules:\n  privileged-container: off\n');
      const { error, out } = ground.run('scan', 'r', '--config', 'policies/team/strict.yaml');
      assert.equal(error, '');
      assert.doesNotMatch(out, /privileged-container/);
    }));
});

describe('a configuration that is a link out of its repository', { skip: lacks.links }, () => {
  for (const [name, target] of [
    ['.seaworthy.yaml', '../secret.yaml'],
    ['base.yaml', '../secret.yaml'],
  ] as const)
    it(`is not read: ${name}`, () =>
      using((ground) => {
        lay(ground, secrets[0] ?? '');
        ground.link(`r/${name}`, target);
        if (name !== '.seaworthy.yaml') ground.write('r/.seaworthy.yaml', `extends: ${name}\n`);
        const { status, error, out } = ground.run('scan', 'r');
        assert.equal(status, 2);
        assert.match(error, /^seaworthy: r\/\.seaworthy\.yaml:1: .*is not read/i);
        assert.doesNotMatch(error + out, leaks);
      }));

  it('counts for nothing where it is that of another tool', () =>
    using((ground) => {
      lay(ground, '*.yaml\n');
      ground.link('r/.gitignore', '../secret.yaml');
      ground.write('hadolint.yaml', 'ignored: [DL3020]\n');
      ground.link('r/.hadolint.yaml', '../hadolint.yaml');
      ground.write('r/Dockerfile', 'FROM node:24-slim\nADD package.json ./\nUSER 1000\n');
      const { out } = ground.run('scan', 'r');
      assert.match(out, /privileged-container/);
      assert.match(out, /add-for-local-file/);
    }));
});

it('the language server writes no configuration that lies elsewhere', { skip: lacks.links }, async () => {
  const client = await Client.start();
  try {
    mkdirSync(join(client.directory, 'shop/.git'));
    writeFileSync(join(client.directory, 'mine.yaml'), 'profile: strict\n');
    symlinkSync('../mine.yaml', join(client.directory, 'shop/.seaworthy.yaml'));
    const text = pod('web');
    const uri = client.write('pod.yaml', text);
    client.open(uri, text);
    const answer = await client.request('seaworthy/configureRule', {
      uri,
      rule: 'privileged-container',
      severity: 'off',
      where: 'nearest',
    });
    assert.match((answer as { readonly refused: string }).refused, /is a link out of it/);
  } finally {
    await client.stop();
  }
});

it('the language server repeats nothing either', async () => {
  const client = await Client.start();
  try {
    mkdirSync(join(client.directory, 'shop/.git'));
    writeFileSync(join(client.directory, 'secret.yaml'), secrets[0] ?? '');
    const configuration = client.write('.seaworthy.yaml', 'extends: ../secret.yaml\n');
    const text = pod('web');
    const uri = client.write('shop/a/pod.yaml', text);
    if (lacks.links === false) symlinkSync('../../secret.yaml', join(client.directory, 'shop/a/.seaworthy.yaml'));
    client.open(uri, text);
    await client.request('textDocument/diagnostic', { textDocument: { uri } });
    await client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });
    const told = JSON.stringify(client.notifications);
    assert.doesNotMatch(told, leaks);
    if (lacks.links !== false) return;
    const pushed = client.notifications.filter(({ method }) => method === 'textDocument/publishDiagnostics');
    const problems = pushed.flatMap(({ params }) => (params as PublishDiagnosticsParams).diagnostics);
    assert.ok(problems.some(({ message }) => String(message).includes('it is a link that leads out')));
    assert.match(String(client.pushed(configuration)?.diagnostics[0]?.message), /is not read: it lies outside/);
  } finally {
    await client.stop();
  }
});
