import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { additionObstacle, addText } from '../../../server/host/write.ts';

describe('a file that is added', () => {
  let folder = '';
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-add-')));
    mkdirSync(join(folder, 'real'));
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is there as a whole, and nothing beside it', () => {
    assert.equal(additionObstacle(join(folder, 'real/a')), undefined);
    assert.equal(addText(join(folder, 'real/a'), 'text\n'), undefined);
    assert.equal(readFileSync(join(folder, 'real/a'), 'utf8'), 'text\n');
    assert.deepEqual(readdirSync(join(folder, 'real')), ['a']);
  });

  it('takes the place of nothing, be it a link that leads nowhere', () => {
    writeFileSync(join(folder, 'real/b'), 'mine');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'real/c'));
    for (const name of ['b', 'c']) {
      assert.match(addText(join(folder, 'real', name), 'text') ?? '', /something of that name/);
      assert.match(additionObstacle(join(folder, 'real', name)) ?? '', /something of that name/);
    }
    assert.equal(readFileSync(join(folder, 'real/b'), 'utf8'), 'mine');
  });

  it('is not written through a link, or where there is no folder', () => {
    assert.match(addText(join(folder, 'link/d'), 'text') ?? '', /a link leads/);
    assert.match(addText(join(folder, 'gone/d'), 'text') ?? '', /is gone/);
    assert.ok(!readdirSync(join(folder, 'real')).includes('d'));
  });
});
