import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AttackPaths } from '../../../../server/protocol.ts';
import { access, app, ask, files, using } from './attack-files.ts';

const proposed = ({ edits }: AttackPaths): string[] => edits.map(({ choices }) => choices[0]?.edit ?? '');

describe('attack paths of a folder', () => {
  it('are those of its files, with places and fixes', () =>
    using({ files }, async (client) => {
      const found = await ask(client);
      assert.deepEqual(
        found.paths.map(({ to, steps }) => [to, steps.map(({ at }) => at?.uri === client.uri('shop/access.yaml'))]),
        [
          ['node', [false, false]],
          ['secret/*', [false, false, true]],
        ],
      );
      assert.deepEqual(proposed(found).sort(), [
        'Remove the permission to list secrets from ClusterRole web',
        'Set privileged: false in container web of Pod web',
      ]);
      assert.deepEqual(found.edits.map(({ choices }) => choices[0]?.fix?.rule).sort(), [
        'privileged-container',
        'secret-access',
      ]);
      const role = found.paths[1]?.steps[2]?.at;
      assert.equal(role?.range.start.line, 4);
    }));

  it('follow text that is not saved', () =>
    using({ files }, async (client) => {
      const uri = client.uri('shop/access.yaml');
      client.open(uri, access);
      assert.equal((await ask(client)).paths.length, 2);
      client.change(uri, access.replace('[pods, secrets]', '[pods]'));
      assert.deepEqual(
        (await ask(client)).paths.map(({ to }) => to),
        ['node'],
      );
    }));

  it('are of the folder that is named, or of all', () =>
    using(
      { files: { ...files, 'other/app.yaml': app.replaceAll('web', 'api') }, folders: ['shop', 'other'] },
      async (client) => {
        assert.equal((await ask(client)).paths.length, 3);
        assert.equal((await ask(client, { uri: client.uri('other') })).paths.length, 1);
        assert.equal((await ask(client, { uri: client.uri('shop/app.yaml') })).paths.length, 2);
      },
    ));

  it('may assume more when that is asked for', () =>
    using(
      {
        files: {
          'app.yaml': app
            .replace('LoadBalancer', 'NodePort')
            .replace('privileged: true', 'capabilities: {add: [SYS_MODULE]}'),
        },
      },
      async (client) => {
        const found = await ask(client);
        assert.deepEqual([found.paths.length, found.assumedOnly], [0, 1]);
        assert.equal((await ask(client, { assume: 'any' })).paths.length, 1);
      },
    ));
});
