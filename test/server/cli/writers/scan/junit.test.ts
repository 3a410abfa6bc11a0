import assert from 'node:assert/strict';
import { it } from 'node:test';
import { obeyed, parseXml } from './formats.ts';
import { sample } from './sample.ts';

it('JUnit has a suite for each file, and counts that agree with it', () => {
  const folder = sample();
  const { findings, summary } = folder.run('scan', '--format', 'json').json();
  const { out } = folder.run('scan', '--format', 'junit');
  folder.remove();
  assert.doesNotMatch(out, obeyed);
  const root = parseXml(out);
  assert.equal(root.name, 'testsuites');
  assert.equal(root.children.length, summary.files + 1, 'and one that is skipped');
  let failures = 0;
  for (const suite of root.children) {
    assert.equal(suite.name, 'testsuite');
    const own = suite.children.filter(({ children }) => children.some(({ name }) => name === 'failure'));
    assert.deepEqual(
      [Number(suite.attributes['tests']), Number(suite.attributes['failures'])],
      [suite.children.length, own.length],
    );
    for (const test of suite.children) assert.equal(test.attributes['classname'], suite.attributes['name']);
    failures += own.length;
  }
  assert.deepEqual([failures, Number(root.attributes['failures'])], [findings.length, findings.length]);
  const suiteOf = (name: string): (typeof root)['children'][number] | undefined =>
    root.children.find(({ attributes }) => attributes['name'] === name);
  assert.deepEqual(suiteOf('deploy/settings.yaml')?.children[0]?.children, []);
  assert.equal(suiteOf('deploy/binary.yaml')?.children[0]?.children[0]?.attributes['message'], 'binary file');
  const odd = suiteOf('=cmd,"x" #?%20:é.yaml')?.children[0]?.children[0];
  assert.equal(odd?.attributes['message'], findings[0]?.message);
});
