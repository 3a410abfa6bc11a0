import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Folder } from './program.ts';

describe('what several files have from one cause', () => {
  let folder: Folder;
  before(() => {
    folder = new Folder();
    for (const name of ['a', 'b', 'c']) folder.write(`${name}/Dockerfile`, 'FROM mysql:5.7\nUSER mysql\n');
  });
  after(() => folder.remove());

  const told = (...args: readonly string[]): number =>
    folder.run('scan', ...args).out.match(/mysql 5\.7/g)?.length ?? 0;

  it('is one finding, which says in how many others it is', () => {
    assert.equal(told(), 1);
    assert.match(folder.run('scan').out, /mysql 5\.7\. Also in 2 other files\./);
  });

  it('is one for each place where somebody is strict, and for programs that keep findings by their places', () => {
    assert.equal(told('--profile', 'strict'), 3);
    const { findings } = folder.run('scan', '--format', 'json').json();
    assert.equal(findings.filter(({ rule }) => rule === 'end-of-life-image').length, 3);
    const { runs } = JSON.parse(folder.run('scan', '--format', 'sarif').out) as {
      readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
    };
    assert.equal(runs[0]?.results.filter(({ ruleId }) => ruleId === 'end-of-life-image').length, 3);
  });
});
