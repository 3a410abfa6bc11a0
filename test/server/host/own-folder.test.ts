import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { cacheFolder, inScratch, Kept, scratchText } from '../../../server/host/own-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'seaworthy-own-'));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the folder for what can be made again', () => {
  it('is the one of each system', () => {
    assert.match(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux'), /^.c.seaworthy$/);
    assert.match(cacheFolder({ XDG_CACHE_HOME: 'relative' }, 'linux'), /\.cache.seaworthy$/);
    assert.match(cacheFolder({}, 'darwin'), /Library.Caches.seaworthy$/);
    assert.match(cacheFolder({ LOCALAPPDATA: 'C:\\L' }, 'win32'), /^C:\\L.seaworthy$/);
    assert.equal(cacheFolder({ SEAWORTHY_CACHE_DIR: '/own' }, 'linux'), '/own');
  });

  it('keeps texts by key, for the user alone', () => {
    const kept = new Kept('texts', folder);
    assert.equal(kept.read('../../etc/passwd'), undefined);
    kept.write('../../etc/passwd', 'a');
    kept.write('../../etc/passwd', 'b');
    assert.deepEqual([kept.read('../../etc/passwd'), kept.read('other')], ['b', undefined]);
    if (process.platform !== 'win32') assert.equal(statSync(join(folder, 'texts')).mode & 0o777, 0o700);
  });
});

describe('a place to work in', () => {
  it('is gone afterwards, also where the work fails', async () => {
    let place = '';
    await assert.rejects(
      inScratch((scratch) => {
        place = scratch;
        writeFileSync(join(scratch, 'a'), 'x');
        return Promise.reject(new Error('no'));
      }),
    );
    assert.ok(place !== '' && !existsSync(place));
  });

  it('gives the text of a file, and of nothing else', async () => {
    await inScratch((scratch) => {
      writeFileSync(join(scratch, 'a'), 'x');
      assert.deepEqual(
        [scratchText(join(scratch, 'a')), scratchText(scratch), scratchText(join(scratch, 'b'))],
        ['x', undefined, undefined],
      );
      symlinkSync(join(scratch, 'nowhere'), join(scratch, 'c'));
      assert.equal(scratchText(join(scratch, 'c')), undefined);
      return Promise.resolve();
    });
  });
});
