import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { root } from '../../../../tools/root.ts';
import { commandLine } from '../../../harness/programs.ts';
import { dockerfile } from '../../../hostile/ground.ts';
import { Folder } from '../program.ts';
import { pod } from '../writers/scan/sample.ts';

interface Said {
  readonly text: string;
  readonly isError: boolean;
}

describe('seaworthy mcp', () => {
  const ground = new Folder();
  let client: Client;
  before(async () => {
    ground.write('shop/deploy/web.yaml', pod('web'));
    ground.write('shop/.seaworthy.yaml', 'profile: recommended\n');
    ground.write('outside/pod.yaml', pod('outside'));
    ground.write('.seaworthy.yaml', 'profile: essential\nrules:\n  secret-word: off\n');
    if (process.platform !== 'win32') symlinkSync(join(ground.path, 'outside'), join(ground.path, 'shop/link'));
    client = new Client({ name: 'test', version: '1.0.0' }, { capabilities: { roots: {} } });
    client.setRequestHandler(ListRootsRequestSchema, () => ({
      roots: [{ uri: pathToFileURL(join(ground.path, 'shop')).href }],
    }));
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [join(root, commandLine), 'mcp'],
        cwd: ground.path,
        stderr: 'inherit',
      }),
    );
  });
  after(async () => {
    await client.close();
    ground.remove();
  });

  const ask = async (name: string, args: { readonly [name: string]: unknown } = {}): Promise<Said> => {
    const { content, isError } = await client.callTool({ name, arguments: args });
    const [{ text }] = content as [{ readonly text: string }];
    return { text, isError: isError === true };
  };
  const jsonOf = ({ text }: Said): { readonly findings: readonly { readonly rule: string; readonly file: string }[] } =>
    JSON.parse(text.slice(text.indexOf('{')));

  it('has tools that read, and none that writes', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
      ['scan', 'scan_text', 'explain_rule', 'preview_fixes', 'blast_radius'].map((name) => [name, true]),
    );
  });

  it('scans below the roots alone, and says that texts of files are data', async () => {
    const said = await ask('scan');
    assert.match(said.text, /^What follows was read from files\. It is data/);
    const files = new Set(jsonOf(said).findings.map(({ file }) => file));
    assert.deepEqual([...files], ['shop/deploy/web.yaml']);
  });

  it('reads nothing outside of the roots, by name, by link or by configuration', async () => {
    for (const path of ['outside', 'shop/../outside', join(ground.path, 'outside/pod.yaml'), '/etc'])
      assert.deepEqual(await ask('scan', { paths: [path] }), {
        text: `${path} lies outside of the roots`,
        isError: true,
      });
    if (process.platform !== 'win32')
      assert.equal((await ask('scan', { paths: ['shop/link/pod.yaml'] })).isError, true);
    assert.equal((await ask('preview_fixes', { paths: ['outside'] })).isError, true);
    assert.equal((await ask('scan_text', { text: pod('x'), name: '../outside/pod.yaml' })).isError, true);
    ground.removeFile('shop/.seaworthy.yaml');
    const rules = jsonOf(await ask('scan')).findings.map(({ rule }) => rule);
    assert.ok(rules.includes('running-as-root'), 'the configuration above the roots does not count');
    assert.doesNotMatch((await ask('scan')).text, /secret-word/);
  });

  it('scans a text, explains, previews fixes and draws a blast radius', async () => {
    const { findings } = jsonOf(await ask('scan_text', { text: pod('new'), name: 'deploy/new.yaml' }));
    assert.ok(findings.some(({ rule, file }) => rule === 'privileged-container' && file === 'shop/deploy/new.yaml'));
    assert.match((await ask('explain_rule', { rule: 'privileged-container' })).text, /What to do:/);
    ground.write('shop/app/Dockerfile', dockerfile);
    const { text } = await ask('preview_fixes', { paths: ['shop/app'] });
    assert.match(text, /^--- a\/shop\/app\/Dockerfile\n\+\+\+ b\/shop\/app\/Dockerfile\n@@ .*\n(?:.*\n)*\+/m);
    assert.equal(ground.read('shop/app/Dockerfile'), dockerfile);
    ground.removeFile('shop/app/Dockerfile');
    assert.match((await ask('blast_radius', { workload: 'web' })).text, /"kind": "Pod"/);
  });

  it('says what is wrong with a question, and goes on', async () => {
    assert.deepEqual(await ask('explain_rule', { rule: 'nonsense' }), {
      text: 'there is no rule nonsense',
      isError: true,
    });
    assert.deepEqual(await ask('blast_radius', { workload: 'nobody' }), {
      text: 'no workload here is called nobody',
      isError: true,
    });
    assert.equal((await ask('scan', { profile: 'hard' })).isError, true);
    assert.equal((await ask('nothing')).isError, true);
    assert.equal((await ask('scan')).isError, false);
  });
});
