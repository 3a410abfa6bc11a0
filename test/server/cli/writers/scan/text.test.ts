import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Folder } from '../../program.ts';
import { pod } from './sample.ts';

const harmless = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: shop\n';

describe('quiet', () => {
  it('writes findings alone, and nothing where there are none', () => {
    const folder = new Folder();
    folder.write('good.yaml', harmless);
    folder.write('bad.yaml', new Uint8Array([0x6b, 0, 1]));
    assert.deepEqual([folder.run('scan', '-q').out, folder.run('scan', '--quiet').status], ['', 0]);
    folder.write('web.yaml', pod('web'));
    const { out, status } = folder.run('scan', '--quiet');
    assert.equal(status, 1);
    assert.match(out, /^web\.yaml\n( {2}\d+:\d+ .*\n)+\n$/);
    folder.remove();
  });
});
