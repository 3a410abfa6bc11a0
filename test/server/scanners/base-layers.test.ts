import assert from 'node:assert/strict';
import { it } from 'node:test';
import { baseLayers } from '../../../server/scanners/base-layers.ts';

const config = (history: readonly string[], diffs: readonly string[]) => ({
  history: history.map((text) =>
    text.startsWith('CMD') || text.startsWith('ENV') ? { created_by: text, empty_layer: true } : { created_by: text },
  ),
  rootfs: { diff_ids: diffs },
});

it('the layers up to the last CMD before the own ones are those of the base', () =>
  assert.deepEqual(
    [
      ...(baseLayers(config(['ADD a', 'CMD ["sh"]', 'ENV a=b', 'COPY b', 'RUN c', 'CMD ["node"]'], ['1', '2', '3'])) ??
        []),
    ],
    ['1'],
  ));

it('without such a CMD nothing is said', () => {
  assert.equal(baseLayers(config(['ADD a', 'CMD ["sh"]'], ['1'])), undefined);
  assert.equal(
    baseLayers(config(['ADD a', 'CMD ["sh"]', 'COPY b'], ['1', '2', '3'])),
    undefined,
    'a history that does not fit',
  );
  for (const odd of [undefined, null, [], 'x', { history: 5, rootfs: [] }]) assert.equal(baseLayers(odd), undefined);
});
