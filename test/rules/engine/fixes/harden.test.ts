import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { applyEdits } from '../../../../rules/text/edit.ts';
import { given, podText, said, stdin } from '../fixture.ts';

describe('hardening', () => {
  it('puts the fixes of one container together, or of the whole object', () => {
    const text = podText('a').replace('      image: i:1\n', '      image: i:1\n    - name: d\n      image: i:1\n');
    const workspace = given({ 'a.yaml': text }, [stdin]);
    const [first] = workspace.findings('a.yaml');
    assert.ok(first !== undefined);
    const one = workspace.harden(first, false);
    const whole = workspace.harden(first, true);
    assert.ok(one !== undefined && 'edits' in one && whole !== undefined && 'edits' in whole);
    assert.equal(one.title, 'Harden container c');
    assert.equal(applyEdits(text, one.edits).match(/stdin: false/g)?.length, 1);
    assert.equal(applyEdits(text, whole.edits).match(/stdin: false/g)?.length, 2);
  });
});

describe('hardening an object that has a namesake', () => {
  const item = podText('a').trimEnd().replaceAll('\n', '\n    ');
  for (const [where, text] of [
    ['in another document', `${podText('a')}---\n${podText('a')}`],
    ['in the same list', `apiVersion: v1\nkind: List\nitems:\n  - ${item}\n  - ${item}\n`],
  ] as const)
    it(`leaves the other one as it is: ${where}`, () => {
      const workspace = given({ 'a.yaml': text }, [stdin]);
      const findings = workspace.findings('a.yaml');
      assert.equal(findings.length, 2);
      for (const finding of findings) {
        const done = workspace.harden(finding, true);
        assert.ok(done !== undefined && 'edits' in done);
        const after = applyEdits(text, done.edits);
        const half = after.lastIndexOf('kind: Pod');
        assert.equal(after.match(/stdin: false/g)?.length, 1);
        assert.equal(after.indexOf('stdin: false') > half, finding === findings[1]);
      }
    });
});

describe('hardening a namespace', () => {
  it('labels it and denies by default, in one step that says what may stop', () => {
    const text = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n';
    // All that runs in it is known, and talks with nobody.
    const worker =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: worker, namespace: shop}\nspec: {containers: [{name: worker, image: "example.com/worker:1"}]}\n';
    const workspace = given({ 'a.yaml': text, 'b.yaml': worker }, rules);
    const [first] = workspace.findings('a.yaml');
    assert.ok(first !== undefined);
    const done = workspace.harden(first, true);
    assert.ok(done !== undefined && 'edits' in done);
    assert.match(done.title, /^Harden Namespace shop \(.*traffic that no policy allows stops.*\)$/);
    const after = applyEdits(text, done.edits);
    assert.match(after, /\n {4}pod-security\.kubernetes\.io\/enforce: baseline\n/);
    assert.match(after, /\n---\napiVersion: networking\.k8s\.io\/v1\nkind: NetworkPolicy\n/);
    assert.deepEqual(said(given({ 'a.yaml': after, 'b.yaml': worker }, rules), 'a.yaml'), []);
  });
});
