import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Connection } from 'vscode-languageserver';
import { ClientConfiguration } from '../../../server/lsp/settings.ts';

describe('the settings of the client', () => {
  const asking = (answer: () => unknown): { configuration: ClientConfiguration; asked: string[] } => {
    const asked: string[] = [];
    const connection = {
      workspace: {
        async getConfiguration({ scopeUri }: { scopeUri: string }) {
          asked.push(scopeUri);
          return answer();
        },
      },
    } as unknown as Connection;
    return { configuration: new ClientConfiguration(connection, true), asked };
  };

  it('are asked for once, and again when the client tells of others', async () => {
    let profile = 'strict';
    const { configuration, asked } = asking(() => ({ profile }));
    assert.equal((await configuration.for('a')).engine.profile, 'strict');
    await configuration.for('a');
    assert.deepEqual(asked, ['a']);
    assert.equal(await configuration.renew(), false);
    profile = 'all';
    assert.equal(await configuration.renew(), true);
    assert.equal((await configuration.for('a')).engine.profile, 'all');
    assert.deepEqual(asked, ['a', 'a', 'a']);
  });

  it('are no others where nobody asked for any', async () => {
    const { configuration, asked } = asking(() => ({}));
    assert.equal(await configuration.renew(), false);
    assert.deepEqual(asked, []);
  });
});
