/** The plain reader against the full one on real manifests, which are not part of the repository. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { readFully } from '../../rules/yaml/full-reader.ts';
import { readPlainly } from '../../rules/yaml/plain-reader.ts';
import { slices } from '../../rules/yaml/stream.ts';
import { maskTemplates } from '../../rules/yaml/template.ts';
import { discover } from '../../server/host/discover.ts';
import { nodeFiles } from '../../server/host/node-files.ts';
import { root } from '../../tools/root.ts';

const corpora = join(root, '..', 'shared', 'corpora');

it('both readers make one tree of real manifests, and nearly all are plain', {
  skip: existsSync(corpora) ? false : 'shared/corpora is not there',
}, async () => {
  let plain = 0;
  let all = 0;
  for await (const { path } of discover(nodeFiles, corpora)) {
    const read = await nodeFiles.read(path);
    if (!/\.(?:ya?ml|json)$/.test(path) || !('text' in read)) continue;
    for (const { slice } of slices(read.text)) {
      if (maskTemplates(slice) !== undefined) continue;
      all++;
      const tree = readPlainly(slice);
      if (tree === undefined) continue;
      plain++;
      assert.deepEqual(tree, readFully(slice, undefined), path);
    }
  }
  assert.ok(plain > all * 0.9, `${plain} of ${all}`);
});
