/** Pipes, sockets and devices under the names that are read: nothing waits for them, neither the command line nor the language server. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { Client } from '../server/lsp/client.ts';
import { dockerfile, lacks, makePipe, pod, using } from './ground.ts';

/** Longer than any answer takes; what waits for a pipe waits for ever. */
const timeout = 120_000;

/** Every kind of file that is read, one of a kind in a folder of its own: a pipe of `names` makes none of them hang. */
const names = {
  walked: [
    'Dockerfile',
    'z.yaml',
    'list.json',
    '.dockerignore',
    'docker-bake.hcl',
    'compose.yaml',
    'kustomization.yaml',
  ],
  configuring: ['.gitignore', '.seaworthy.yaml', '.hadolint.yaml', 'Chart.yaml'],
};

/** What refers to files that are pipes. */
const referring: { readonly [path: string]: string } = {
  'extends/.seaworthy.yaml': 'extends: base\n',
  'extends/pod.yaml': pod('extends'),
  'overlay/kustomization.yaml':
    'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [base]\npatches:\n  - path: patch.yaml\n',
  'stack/compose.yaml':
    'services:\n  web:\n    image: nginx:1.29\n    env_file: web.env\n    extends:\n      file: other.yaml\n      service: web\n',
  'app/Dockerfile': dockerfile,
  'pod.yaml': pod('web'),
};
const referred = ['extends/base', 'overlay/base', 'overlay/patch.yaml', 'stack/web.env', 'stack/other.yaml'];

function lay(folder: string): void {
  for (const [path, text] of Object.entries(referring)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const path of referred) makePipe(folder, path);
  for (const name of [...names.walked, ...names.configuring]) {
    mkdirSync(join(folder, `pipes/${name}`), { recursive: true });
    makePipe(folder, `pipes/${name}/${name}`);
    mkdirSync(join(folder, `linked/${name}`), { recursive: true });
    symlinkSync(`../../pipes/${name}/${name}`, join(folder, `linked/${name}/${name}`));
    // The pipe configures what lies beside it.
    writeFileSync(join(folder, `linked/${name}/beside.yaml`), pod('beside'));
    writeFileSync(join(folder, `linked/${name}/beside.Dockerfile`), dockerfile);
  }
}

describe('the command line', { skip: lacks.pipes }, () => {
  it('waits for no pipe, and names those it would have read', { timeout }, () =>
    using((ground) => {
      lay(ground.path);
      const { status, error, json } = ground.run('scan', '--format', 'json');
      const { findings, skipped } = json();
      // A configuration that extends a pipe is wrong.
      assert.equal(status, 2);
      assert.match(
        error,
        /^seaworthy: extends\/\.seaworthy\.yaml:1: base has a problem: It cannot be read: a pipe, not a file\.$/m,
      );
      for (const file of ['pod.yaml', 'extends/pod.yaml', 'linked/.gitignore/beside.yaml'])
        assert.ok(
          findings.some((finding) => finding.file === file && finding.rule === 'privileged-container'),
          file,
        );
      const reasons = new Map(skipped.map(({ file, reason }) => [file, reason]));
      for (const name of names.walked)
        for (const folder of ['pipes', 'linked'])
          assert.equal(reasons.get(`${folder}/${name}/${name}`), 'a pipe, not a file');
    }),
  );

  it('fixes what lies beside them', { timeout }, () =>
    using((ground) => {
      lay(ground.path);
      assert.match(ground.run('fix').out, /^12 findings fixed in 12 files\.$/m);
    }),
  );

  it('does not read one that is named', { timeout }, () =>
    using((ground) => {
      makePipe(ground.path, 'Dockerfile');
      const { status, error } = ground.run('scan', 'Dockerfile');
      assert.deepEqual([status, error], [2, 'seaworthy: Dockerfile is neither a file nor a folder\n']);
      const { status: configured, error: message } = ground.run('scan', '--config', 'Dockerfile');
      assert.deepEqual(
        [configured, message],
        [2, 'seaworthy: the configuration Dockerfile cannot be read: a pipe, not a file\n'],
      );
    }),
  );

  it('reads no socket', { timeout }, () =>
    using(async (ground) => {
      const server = createServer().listen(join(ground.path, 'z.yaml'));
      await once(server, 'listening');
      try {
        const { skipped } = ground.run('scan', '--format', 'json').json();
        assert.deepEqual(skipped, [{ file: 'z.yaml', reason: 'a socket, not a file' }]);
      } finally {
        server.close();
      }
    }),
  );
});

describe('the language server', { skip: lacks.pipes }, () => {
  it('waits for no pipe', { timeout }, async () => {
    const client = await Client.start();
    try {
      lay(join(client.directory, 'shop'));
      const result = (await client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' })) as {
        readonly files: number;
      };
      // What was laid out, and twice what lies beside each pipe.
      assert.equal(
        result.files,
        Object.keys(referring).length - 1 + 2 * [...names.walked, ...names.configuring].length,
      );
      const uri = client.uri('shop/linked/.seaworthy.yaml/beside.yaml');
      client.open(uri, pod('open'));
      const { items } = (await client.request('textDocument/diagnostic', { textDocument: { uri } })) as {
        readonly items: readonly { readonly code: string }[];
      };
      assert.ok(items.some(({ code }) => code === 'privileged-container'));
    } finally {
      await client.stop();
    }
  });

  it('follows no link out of its folder, also where somebody says that it changed', {
    timeout,
    skip: lacks.links,
  }, async () => {
    const client = await Client.start({ folders: ['shop', 'tools'], files: { 'a.yaml': pod('a') } });
    try {
      writeFileSync(join(client.directory, 'secret.yaml'), pod('secret'));
      symlinkSync('../secret.yaml', join(client.directory, 'shop/link.yaml'));
      symlinkSync('a.yaml', join(client.directory, 'shop/twin.yaml'));
      const scan = (): Promise<unknown> =>
        client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });
      assert.equal(((await scan()) as { readonly files: number }).files, 1);
      const changed = ['link.yaml', 'twin.yaml'].map((name) => ({ uri: client.uri(`shop/${name}`), type: 2 }));
      client.notify('workspace/didChangeWatchedFiles', { changes: changed });
      // Handled in the order of arrival.
      await scan();
      for (const { uri } of changed) assert.equal(client.pushed(uri)?.diagnostics.length ?? 0, 0, uri);
      assert.ok((client.pushed(client.uri('shop/a.yaml'))?.diagnostics.length ?? 0) > 0);
    } finally {
      await client.stop();
    }
  });
});
