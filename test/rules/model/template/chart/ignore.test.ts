import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ignoring } from '../../../../../rules/model/template/chart/ignore.ts';

// helm.sh/helm/v4, pkg/ignore/rules_test.go has the same kinds.
it('.helmignore leaves out by name, by path and by folder', () => {
  const isIgnored = ignoring('# comment\n*.txt\n/root.yaml\nsub/x.yaml\nout/\n');
  const left = ['a.txt', 'deep/b.txt', 'root.yaml', 'sub/x.yaml', 'templates/.hidden'].filter((path) =>
    isIgnored(path, false),
  );
  assert.deepEqual(left, ['a.txt', 'deep/b.txt', 'root.yaml', 'sub/x.yaml', 'templates/.hidden']);
  assert.ok(isIgnored('out', true) && !isIgnored('out', false));
  for (const path of ['a.yaml', 'deep/root.yaml', 'x.yaml', 'templates/x.yaml'])
    assert.ok(!isIgnored(path, false), path);
});
