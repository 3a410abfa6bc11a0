import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { Client } from '../client.ts';
import { privileged, rangeOf } from '../texts.ts';

describe('a change of the configuration', () => {
  const two = `${privileged}---\n${privileged.replace('name: web', 'name: api')}`;
  const at = rangeOf(two, 'true');

  async function using(body: (client: Client) => Promise<void>): Promise<void> {
    const client = await Client.start({ files: { 'closed.yaml': privileged }, commands: ['seaworthy.explainRule'] });
    try {
      await body(client);
    } finally {
      await client.stop();
    }
  }

  it('configures a rule in the configuration that counts, in that of the folder, or in a new one', () =>
    using(async (client) => {
      const uri = client.uri('shop/deep/two.yaml');
      client.open(uri, two);
      const offered = (await client.actions(uri, at)).find(({ title }) => title === 'Explain and configure...');
      assert.deepEqual(offered?.command, {
        title: 'Explain and configure...',
        command: 'seaworthy.explainRule',
        arguments: [['privileged-container'], uri],
      });
      const change = async (params: object): Promise<unknown> =>
        (
          (await client.request('seaworthy/configureRule', {
            uri,
            rule: 'privileged-container',
            severity: 'off',
            ...params,
          })) as WorkspaceEdit
        ).documentChanges;
      const start = { line: 0, character: 0 };
      const made = (target: string, newText: string): readonly unknown[] => [
        { kind: 'create', uri: target, options: { ignoreIfExists: true } },
        {
          textDocument: { uri: target, version: null },
          edits: [{ range: { start, end: start }, newText }],
        },
      ];
      const off = 'rules:\n  privileged-container: off\n';
      const root = client.uri('shop/.seaworthy.yaml');
      assert.deepEqual(await change({ where: 'nearest' }), made(root, off));
      assert.deepEqual(await change({ where: 'workspace' }), made(root, off));
      const own = client.uri('shop/deep/.seaworthy.yaml');
      assert.deepEqual(
        await change({ where: 'folder', reason: 'a node agent' }),
        made(own, `${off.trim()} # a node agent\n`),
      );
      client.write('shop/.seaworthy.yaml', 'profile: strict\n');
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: root, type: 1 }] });
      assert.deepEqual(
        await change({ where: 'folder', severity: 'low' }),
        made(own, 'extends: "../.seaworthy.yaml"\nrules:\n  privileged-container: low\n'),
      );
      assert.deepEqual(await change({ where: 'nearest', rule: 'no: rule' }), undefined);
    }));
});
