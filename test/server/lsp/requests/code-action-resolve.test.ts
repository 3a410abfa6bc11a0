import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeAction } from 'vscode-languageserver';
import { Client } from '../client.ts';
import { rangeOf } from '../texts.ts';

const namespace =
  'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    pod-security.kubernetes.io/enforce: restricted\n';
const workspaceEdit = {
  documentChanges: true,
  resourceOperations: ['create'],
  changeAnnotationSupport: {},
};

describe('a policy in a file of its own', () => {
  const title = 'Add shop-network-policy.yaml, listed in kustomization.yaml: deny all traffic but DNS in shop';
  /** The answer of a client whose kustomization is on disk, or open with another text. */
  const chosen = async (onDisk: string, open?: string): Promise<{ action?: CodeAction; error?: unknown }> => {
    const client = await Client.start({ workspaceEdit, files: { 'kustomization.yaml': onDisk } });
    try {
      const uri = client.write('shop.yaml', namespace);
      client.open(uri, namespace);
      if (open !== undefined) client.open(client.uri('shop/kustomization.yaml'), open);
      await client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });
      const actions = await client.actions(uri, rangeOf(namespace, 'shop'));
      const action = actions.find((one) => one.title.startsWith(title));
      assert.ok(action, JSON.stringify(actions.map((one) => one.title)));
      return { action: (await client.request('codeAction/resolve', action)) as CodeAction };
    } catch (error) {
      return { error };
    } finally {
      await client.stop();
    }
  };
  const written = ({ action }: { action?: CodeAction }): readonly unknown[] =>
    (action?.edit?.documentChanges ?? []).map((change) =>
      'kind' in change
        ? [change.kind, 'uri' in change && change.uri.split('/').at(-1), change.annotationId]
        : [
            change.textDocument.uri.split('/').at(-1),
            ...change.edits.map((edit) => ('newText' in edit ? edit.newText.replace(/^\n/, '').split('\n')[0] : '')),
          ],
    );

  it('is created, and listed in the text that the kustomization has on disk', async () => {
    const answer = await chosen('resources:\n- shop.yaml\n');
    assert.deepEqual(written(answer), [
      ['create', 'shop-network-policy.yaml', 'new-file'],
      ['shop-network-policy.yaml', 'apiVersion: networking.k8s.io/v1'],
      ['kustomization.yaml', '- shop-network-policy.yaml'],
    ]);
  });

  it('is listed in the text that the kustomization has in the editor', async () => {
    const answer = await chosen('resources:\n- shop.yaml\n', 'resources:\n    - shop.yaml\n');
    assert.deepEqual(written(answer).at(-1), ['kustomization.yaml', '    - shop-network-policy.yaml']);
  });

  it('is not created where it cannot be listed', async () => {
    const { error } = await chosen('x-list: &all\n- shop.yaml\nresources: *all\n');
    assert.match(
      String(error instanceof Error ? error.message : JSON.stringify(error)),
      /kustomization\.yaml cannot list it: The value comes from a YAML anchor/,
    );
  });
});
