import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../../rules/text/edit.ts';
import { given, podText, said, stdin } from '../fixture.ts';

describe('ignoring', () => {
  it('writes a comment above the line, with its indentation', () => {
    const workspace = given({ 'a.yaml': podText('a') }, [stdin]);
    const [finding] = workspace.findings('a.yaml');
    assert.ok(finding !== undefined);
    const fix = workspace.ignoring(finding, ['stdin'], 'reads a pipe');
    assert.ok('edits' in fix);
    const text = applyEdits(podText('a'), fix.edits);
    assert.match(text, /\n {4}# seaworthy-ignore stdin: reads a pipe\n {4}- name: c\n/);
    assert.deepEqual(said(given({ 'a.yaml': text }, [stdin]), 'a.yaml'), []);
  });

  it('speaks for the container, the object or the file as well', () => {
    const original = podText('a').replace('      image: i:1\n', '      image: i:1\n      stdin: true\n');
    const workspace = given({ 'a.yaml': original }, [stdin]);
    const [finding] = workspace.findings('a.yaml');
    assert.ok(finding !== undefined);
    assert.deepEqual(workspace.ignoreScopes(finding), ['line', 'container', 'object', 'file']);
    for (const scope of workspace.ignoreScopes(finding)) {
      const fix = workspace.ignoring(finding, ['stdin'], 'reads a pipe', scope);
      assert.ok('edits' in fix, scope);
      const text = applyEdits(original, fix.edits);
      assert.deepEqual(said(given({ 'a.yaml': text }, [stdin]), 'a.yaml'), [], scope);
      // One line more, and nothing else.
      assert.equal(text.replace(/^ *# seaworthy-ignore.*\n/m, ''), original, scope);
    }
  });

  it('writes an annotation into JSON', () => {
    const text =
      '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "metadata": {"name": "a"},\n  "spec": {"containers": [{"name": "c", "image": "i:1"}]}\n}\n';
    const workspace = given({ 'a.json': text }, [stdin]);
    const [finding] = workspace.findings('a.json');
    assert.ok(finding !== undefined);
    const fix = workspace.ignoring(finding, ['stdin'], 'reads a pipe');
    assert.ok('edits' in fix);
    const after = applyEdits(text, fix.edits);
    assert.equal(JSON.parse(after).metadata.annotations['seaworthy.dev/ignore.stdin'], 'reads a pipe');
    assert.deepEqual(said(given({ 'a.json': after }, [stdin]), 'a.json'), []);
  });
});
