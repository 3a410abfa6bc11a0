import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exampleSets, type FileSet } from './ingredients.ts';
import { spliced } from './mangle.ts';
import { Random } from './random.ts';
import { runSplice } from './splice.ts';

describe('files of all types, mixed', () => {
  it('break no law: two hundred of them; `npm run fuzz -- splice` tries more', async () => {
    const { inputs, findings, failures } = await runSplice({ sets: exampleSets, count: 200, seed: 1 });
    assert.deepEqual(failures, []);
    assert.equal(inputs, 200);
    assert.ok(findings > 500, `${findings} findings`);
  });

  it('are the same for the same number, under many names and with all that is odd', () => {
    const made = Array.from({ length: 1500 }, (_, i) => spliced(exampleSets, new Random(i)));
    assert.deepEqual(spliced(exampleSets, new Random(7)), made[7]);
    const names = new Set(made.flatMap((set: FileSet) => Object.keys(set)));
    for (const name of ['Dockerfile', 'compose.yaml', 'kustomization.yaml', '.seaworthy.yaml', 'docker-bake.hcl'])
      assert.ok(names.has(name), name);
    const all = made.flatMap((set) => Object.values(set)).join('');
    for (const odd of ['\0', '\x1b', '\u202e']) assert.ok(all.includes(odd), JSON.stringify(odd));
    assert.match(all, /\p{Cs}/u, 'half a character');
  });
});
