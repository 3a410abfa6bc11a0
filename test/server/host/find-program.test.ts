import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { findProgram } from '../../../server/host/find-program.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-path-')));
after(() => rmSync(folder, { recursive: true, force: true }));
for (const name of ['one', 'two', 'links']) mkdirSync(join(folder, name));
writeFileSync(join(folder, 'two', 'trivy'), '');
chmodSync(join(folder, 'two', 'trivy'), 0o755);

describe('a program of the PATH', { skip: process.platform === 'win32' }, () => {
  it('is the first in an absolute folder', () => {
    assert.equal(findProgram('trivy', `${folder}/one:${folder}/two`, []), `${folder}/two/trivy`);
    assert.equal(findProgram('grype', `${folder}/one:${folder}/two`, []), undefined);
    for (const path of ['', '.', 'two', '::']) assert.equal(findProgram('trivy', path, []), undefined);
  });

  it('is not one of an open folder, not even by a link', () => {
    assert.equal(findProgram('trivy', `${folder}/two`, [folder]), undefined);
    symlinkSync(join(folder, 'two', 'trivy'), join(folder, 'links', 'trivy'));
    assert.equal(findProgram('trivy', `${folder}/links`, [`${folder}/two`]), undefined);
    assert.equal(findProgram('trivy', `${folder}/links`, [`${folder}/one`]), `${folder}/links/trivy`);
  });
});
