import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem, Diagnostic } from 'vscode-languageserver';
import { Client } from './client.ts';

/** Asks at the mark `|` in a configuration. */
async function at<T>(marked: string, method: string): Promise<T> {
  const client = await Client.start();
  try {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const uri = client.uri('shop/.seaworthy.yaml');
    client.open(uri, text);
    const before = text.slice(0, offset).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return (await client.request(method, { textDocument: { uri }, position })) as T;
  } finally {
    await client.stop();
  }
}
const labels = async (marked: string): Promise<readonly string[]> =>
  (await at<CompletionItem[]>(marked, 'textDocument/completion')).map(({ label }) => label);

describe('in a configuration', () => {
  it('keys are completed', async () => {
    assert.ok((await labels('|')).includes('overrides'));
    assert.ok((await labels('profile: all\n|')).includes('rules'));
    const inOverride = await labels('overrides:\n  - paths: [a]\n    |');
    assert.ok(inOverride.includes('profile') && !inOverride.includes('ignorePaths'));
    assert.deepEqual(await labels('ignores:\n  - |'), ['rule', 'paths', 'reason', 'until']);
    assert.deepEqual(await labels('vulnerabilities:\n  - |'), ['id', 'images', 'reason', 'until']);
    assert.ok((await labels('trust:\n  - |')).includes('identity'));
  });

  it('values are completed', async () => {
    assert.deepEqual(await labels('profile: |'), ['essential', 'recommended', 'strict', 'all']);
    assert.deepEqual(await labels('overrides:\n  - profile: |'), ['essential', 'recommended', 'strict', 'all']);
    assert.deepEqual(await labels('frameworks:\n  - |'), ['pss-baseline', 'pss-restricted', 'cis', 'nsa']);
    assert.deepEqual(await labels('tags:\n  practice: |'), ['on', 'off']);
    assert.deepEqual(await labels('registries:\n  - |'), []);
  });

  it('rules are completed with what they are about', async () => {
    const items = await at<CompletionItem[]>('rules:\n  pr-i|', 'textDocument/completion');
    const item = items.find(({ label }) => label === 'privileged-container');
    assert.match(item?.detail ?? '', /high, essential/);
    assert.deepEqual(item?.textEdit, {
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 6 } },
      newText: 'privileged-container: ',
    });
    assert.ok((await labels('rules:\n  privileged-container: |')).includes('off'));
    assert.deepEqual(await labels('rules:\n  host-port:\n    |'), ['severity', 'allow']);
    assert.ok((await labels('overrides:\n  - paths: [a]\n    rules:\n      |')).includes('host-pid'));
    assert.ok((await labels('ignores:\n  - rule: |')).includes('host-pid'));
  });

  it('a rule is explained', async () => {
    const hover = await at<{ contents: { value: string } }>(
      'rules:\n  privileged-|container: off\n',
      'textDocument/hover',
    );
    assert.match(hover.contents.value, /^\*\*.+\*\* · high · essential/);
    assert.equal(await at('rules:\n  noth|ing: off\n', 'textDocument/hover'), null);
  });

  it('what counts for a file can be asked for, from the nearest file to each rule that is set', async () => {
    const client = await Client.start({
      files: {
        '.seaworthy.yaml': 'profile: essential\nrules: {host-ipc: low}\noverrides: [{paths: [a.yaml], profile: all}]\n',
      },
    });
    try {
      const ask = async (path: string): Promise<string> =>
        (await client.request('seaworthy/effectiveConfiguration', { uri: client.uri(path) })) as string;
      const text = await ask('shop/b.yaml');
      assert.match(text, /^# What counts for .*b\.yaml\n# The nearest configuration is .*shop\/\.seaworthy\.yaml/);
      assert.match(text, /\nprofile: essential\n/);
      assert.match(text, /\nrules:\n {2}host-ipc: low # set by the configuration; high in the profile essential\n$/);
      assert.match(await ask('shop/a.yaml'), /\nprofile: all\n[\s\S]*\nrules:\n {2}host-ipc: low # set/);
    } finally {
      await client.stop();
    }
  });

  it('mistakes are shown as they are typed', async () => {
    const client = await Client.start();
    try {
      const uri = client.uri('shop/.seaworthy.yaml');
      client.open(uri, 'rules:\n  host-pd: off\n');
      const [found, ...more]: readonly Diagnostic[] = await client.diagnostics(uri);
      assert.deepEqual(more, []);
      assert.match(String(found?.message), /There is no rule host-pd; did you mean host-pid\?/);
      assert.deepEqual(found?.range, { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } });
      client.change(uri, 'rules:\n  host-pid: off\n');
      assert.deepEqual(await client.diagnostics(uri), []);
    } finally {
      await client.stop();
    }
  });
});
