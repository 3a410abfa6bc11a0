/** Where the command line writes may be full or gone, and so may be where it was started. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { dockerfile, fixedDockerfile, lacks, pod, using } from './ground.ts';

const noFullDevice = !existsSync('/dev/full') && 'there is no /dev/full';
const trace = /^\s+at /m;

describe('what cannot be written', { skip: noFullDevice || lacks.modes }, () => {
  for (const args of [['scan'], ['scan', '--format', 'json'], ['fix', '--diff'], ['access'], ['rules']])
    it(`is said in a sentence, and is no verdict: ${args.join(' ')}`, () =>
      using((ground) => {
        ground.write('pod.yaml', pod('web'));
        ground.write('Dockerfile', dockerfile);
        const { status, error } = ground.runUnder('exec >/dev/full', ...args);
        assert.match(error, /^seaworthy: standard output cannot be written: ENOSPC/);
        assert.doesNotMatch(error, trace);
        assert.equal(status, 2);
      }));

  it('stops no fix', () =>
    using((ground) => {
      for (const name of ['a', 'b', 'c']) ground.write(`${name}/Dockerfile`, dockerfile);
      assert.equal(ground.runUnder('exec >/dev/full', 'fix').status, 2);
      for (const name of ['a', 'b', 'c']) assert.equal(ground.read(`${name}/Dockerfile`), fixedDockerfile);
    }));

  it('is nobody told of where complaints cannot be written either', () =>
    using((ground) => {
      ground.write('pod.yaml', pod('web'));
      assert.equal(ground.runUnder('exec >/dev/full 2>/dev/full', 'scan', 'pod.yaml', 'none.yaml').status, 2);
      const { status, out } = ground.runUnder('exec 2>/dev/full', 'scan', 'pod.yaml', 'none.yaml');
      assert.match(out, /privileged/);
      assert.equal(status, 2);
    }));
});

it('a current folder that is gone is said to be gone', { skip: lacks.modes }, () =>
  using((ground) => {
    for (const args of [['scan'], ['fix'], ['access'], ['scan', '/dev/null']]) {
      ground.write('folder/x', '');
      const { status, error } = ground.runUnder('cd folder && rm -r ../folder', ...args);
      assert.equal(error, 'seaworthy: the current folder is gone; go to one that exists\n');
      assert.equal(status, 2);
    }
    assert.equal(ground.runUnder('mkdir folder && cd folder && rm -r ../folder', '--version').status, 0);
  }),
);
