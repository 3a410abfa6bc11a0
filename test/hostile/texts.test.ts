/** What files say, as it reaches terminals, CI systems, editors and logs. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { writers } from '../../server/cli/writers/scan/index.ts';
import { Client } from '../server/lsp/client.ts';
import { dockerfile, fixedDockerfile, lacks, pod, using } from './ground.ts';

const forged = `\u001b[2J\n::error::forged\u202e\u009b##vso[task.complete]`;
const hostilePod = pod(JSON.stringify(forged)).replace('name: web', `name: ${JSON.stringify(forged)}`);
/** Anything that a terminal obeys, but for the ends of lines. */
const obeyed = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]|^\s*::|##vso\[/mu;

/** GitHub's own is made of commands: what a name may add to it, its test asks. */
const formats = Object.keys(writers).filter((format) => !['text', 'json', 'github'].includes(format));

describe('names with controls in them', () => {
  it('reach no terminal and command no CI system', () =>
    using((ground) => {
      ground.write('pod.yaml', hostilePod);
      ground.write('conf/.seaworthy.yaml', `rules:\n  ${JSON.stringify(forged)}: off\n`);
      ground.write('broken.yaml', `apiVersion: v1\nkind: Pod\n? [\n\u001b]0;x\u0007: *nowhere\n`);
      ground.write('conf/pod.yaml', pod('web'));
      for (const args of [
        ['scan', '--profile', 'all'],
        ['scan', '--profile', 'all', '--format', 'json'],
        ...formats.map((format) => ['scan', '--profile', 'all', '--format', format]),
        ['scan', '\u001b[2J\n::error::x'],
        ['scan', '--format', '\u001b[2J'],
        ['access'],
        ['access', '--format', 'json'],
        ['graph', '--workload', forged.replaceAll('\n', ' ')],
        ['fix', '--dry-run', '--rule', '\u001b[2J\n::error::x'],
        ['explain', '\u001b[2J'],
        ['\u001b[2J\n::error::x'],
      ]) {
        const { out, error } = ground.run(...args);
        // CSV ends its lines so.
        assert.doesNotMatch((out + error).replaceAll('\r\n', '\n'), obeyed, args.join(' '));
      }
      const { findings } = ground.run('scan', '--profile', 'all', '--format', 'json').json();
      assert.ok(
        findings.some(({ container, resource }) => container === forged && resource?.name === forged),
        'data stays',
      );
    }));

  it('are quoted in diffs, which patch as before', { skip: lacks.links }, (t) =>
    using((ground) => {
      const names = [
        'a\n+++ b/Dockerfile',
        'Dockerfile."quoted"',
        'Dockerfile.with blank',
        'Dockerfile.\u001b[2J',
        '::error::x/Dockerfile',
      ];
      for (const name of names) ground.write(name, dockerfile);
      assert.doesNotMatch(ground.run('scan', '--profile', 'all').out, obeyed);
      const { out } = ground.run('fix', '--diff');
      assert.doesNotMatch(out, /(?![\n\t])\p{Cc}/u);
      assert.equal(out.match(/^--- /gm)?.length, names.length);
      const git = spawnSync('git', ['apply', '-'], { cwd: ground.path, input: out, encoding: 'utf8' });
      if (git.error !== undefined) return t.skip('there is no git');
      assert.equal(git.stderr, '');
      for (const name of names) assert.equal(ground.read(name), fixedDockerfile, name);
    }),
  );
});

describe('credentials in the name of an image', () => {
  const secret = 'hunter2hunter2';
  const images = [`https://user:${secret}@registry.example.com/web`, `user:${secret}@registry.example.com/web:latest`];
  const lay = (image: string): { readonly [name: string]: string } => ({
    'pod.yaml': pod('web').replace('registry.example.com/web:1', image),
    Dockerfile: `FROM ${image} AS build\nRUN make\nFROM ${image}\nCOPY --from=build /a /b\nCOPY --from=${image} /a /b\nUSER root\n`,
    'compose.yaml': `services:\n  web:\n    image: ${image}\n    privileged: true\n`,
    'kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [pod.yaml]\nimages:\n  - name: ${image}\n    newName: ${image}\n`,
  });

  for (const image of images)
    it(`are told nobody: ${image.slice(0, 5)}`, () =>
      using((ground) => {
        for (const [name, text] of Object.entries(lay(image))) ground.write(name, text);
        for (const args of [
          ['scan', '--profile', 'all'],
          ['scan', '--profile', 'all', '--format', 'json'],
          ...formats.map((format) => ['scan', '--profile', 'all', '--format', format]),
          ['graph', '--workload', 'web'],
          ['graph', '--workload', 'web', '--format', 'json'],
          ['graph', '--workload', 'web', '--format', 'mermaid'],
        ]) {
          const { out, error } = ground.run(...args);
          assert.notEqual(out, '');
          assert.doesNotMatch(out + error, new RegExp(secret.slice(0, 7)), args.join(' '));
        }
      }));

  it('make no difference to a fingerprint', () =>
    using((ground) => {
      const prints = [secret, 'another1'].map((password) => {
        for (const [name, text] of Object.entries(lay(`user:${password}@registry.example.com/web:latest`)))
          ground.write(name, text);
        return ground
          .run('scan', '--profile', 'all', '--format', 'json')
          .json()
          .findings.map(({ fingerprint }) => fingerprint);
      });
      assert.deepEqual(prints[0], prints[1]);
    }));

  it('are told no editor: neither in problems and menus nor in hovers', async () => {
    const client = await Client.start();
    try {
      for (const image of images)
        for (const [name, text] of Object.entries(lay(image))) {
          const uri = client.write(name, text);
          client.open(uri, text);
          const { items } = (await client.request('textDocument/diagnostic', { textDocument: { uri } })) as {
            readonly items: readonly {
              readonly message: string;
              readonly range: object & { readonly start: object };
            }[];
          };
          for (const { message, range } of items) {
            const context = { diagnostics: [] };
            const actions = await client.request('textDocument/codeAction', { textDocument: { uri }, range, context });
            const titles = (actions as readonly { readonly title: string }[]).map(({ title }) => title);
            const hover = await client.request('textDocument/hover', { textDocument: { uri }, position: range.start });
            assert.doesNotMatch([message, ...titles, JSON.stringify(hover)].join('\n'), /hunter2/);
          }
          client.close(uri);
        }
    } finally {
      await client.stop();
    }
  });
});

it('what is wrong in a configuration is told an editor as text, too', async () => {
  const client = await Client.start();
  try {
    const text = 'rules:\n  "user:hunter2hunter2@example.com": low\n  "\\e[2J\\u202ex": low\n';
    const uri = client.write('.seaworthy.yaml', text);
    client.open(uri, text);
    const messages = (await client.diagnostics(uri)).map(({ message }) => message);
    assert.deepEqual(messages.slice(0, 2), [
      'There is no rule ***@example.com.',
      'There is no rule \\u001b[2J\\u202ex.',
    ]);
  } finally {
    await client.stop();
  }
});

it('Markdown of a file is shown as it is written', async () => {
  const client = await Client.start();
  try {
    const picture = '![x](https://example.com/x.png)';
    const text = pod('web').replace('name: web\n      image', `name: ${JSON.stringify(picture)}\n      image`);
    const uri = client.write('pod.yaml', text);
    client.open(uri, text);
    const { items } = (await client.request('textDocument/diagnostic', { textDocument: { uri } })) as {
      readonly items: readonly { readonly range: { readonly start: object } }[];
    };
    let hovers = '';
    for (const { range } of items)
      hovers += JSON.stringify(
        await client.request('textDocument/hover', { textDocument: { uri }, position: range.start }),
      );
    assert.notEqual(hovers, '');
    assert.doesNotMatch(hovers, /(?<!\\)!\[|https:\/\/example/);
  } finally {
    await client.stop();
  }
});
