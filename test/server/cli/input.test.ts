import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Folder } from './program.ts';
import { pod } from './writers/scan/sample.ts';

const harmless = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: shop\n';

describe('standard input', () => {
  it('is the file that it is named as, judged by what lies beside that', () => {
    const folder = new Folder();
    folder.write('.seaworthy.yaml', 'profile: essential\n');
    folder.write('deploy/web.yaml', harmless);
    const scan = (...args: readonly string[]): readonly (readonly [string, string])[] =>
      (
        JSON.parse(folder.runWith(pod('web'), 'scan', ...args, '--format', 'json').out) as ReturnType<
          ReturnType<Folder['run']>['json']
        >
      ).findings.map(({ rule, file }) => [rule, file]);
    for (const name of ['deploy/web.yaml', 'deploy/new.yaml'])
      assert.deepEqual(scan('-', '--stdin-path', name), [['privileged-container', name]]);
    assert.equal(folder.read('deploy/web.yaml'), harmless);
    assert.match(folder.runWith('', 'scan', '-').error, /needs its name: --stdin-path/);
    assert.match(folder.runWith('', 'scan', '--stdin-path', 'x.yaml').error, /where a path is -/);
    folder.remove();
  });
});
