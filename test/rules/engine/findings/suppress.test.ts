import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { named, podText, stdin, throwing } from '../fixture.ts';

const said = (text: string, rules = [stdin, named], path = 'a.yaml'): string[] => {
  const workspace = new Workspace(rules);
  workspace.update({ path, text }, defaultSettings, { retain: true });
  workspace.complete = true;
  workspace.refresh();
  return workspace.findings(path).map(({ rule, message }) => (rule.includes('ignore') ? message : rule));
};
const withContainer = (above: string, beside = ''): string =>
  podText('a').replace('    - name: c', `${above}    - name: c${beside}`);

describe('an ignore comment', () => {
  it('speaks for the container below it', () =>
    assert.deepEqual(said(withContainer('    # seaworthy-ignore stdin: a pipe\n')), []));
  it('speaks for the line it stands on', () =>
    assert.deepEqual(said(withContainer('', ' # seaworthy-ignore stdin: a pipe')), []));
  it('looks past other comments and blank lines', () =>
    assert.deepEqual(said(withContainer('    # seaworthy-ignore stdin: a pipe\n\n    # the shop\n')), []));
  it('speaks for several rules', () =>
    assert.deepEqual(said(`# seaworthy-ignore stdin, named-x: both fine\n${podText('x')}`), []));
  it("above a document's first key speaks for the object alone", () =>
    assert.deepEqual(said(`# seaworthy-ignore stdin: a pipe\n${podText('a')}---\n${podText('b')}`), ['stdin']));
  it('of a file speaks for all of it', () =>
    assert.deepEqual(said(`# seaworthy-ignore-file stdin: pipes\n${podText('a')}---\n${podText('b')}`), []));
  it('for a field says nothing for its neighbours', () =>
    assert.deepEqual(said(podText('x').replace('  name: x', '  # seaworthy-ignore named-x: fine\n  name: x')), [
      'stdin',
    ]));
  it('in a block scalar is text', () =>
    assert.deepEqual(said(podText('a', '  annotations:\n    note: |\n      # seaworthy-ignore stdin: no\n')), [
      'stdin',
    ]));
  it('works in CRLF files', () =>
    assert.deepEqual(said(withContainer('    # seaworthy-ignore stdin: a pipe\n').replaceAll('\n', '\r\n')), []));
});

describe('an ignore that does not do what it says', () => {
  it('without a reason hides nothing', () =>
    assert.deepEqual(said(withContainer('    # seaworthy-ignore stdin\n')), [
      'This ignore gives no reason, so it hides nothing: add `: why it is fine here`.',
      'stdin',
    ]));
  it('names the rule that was meant', () =>
    assert.deepEqual(said(withContainer('    # seaworthy-ignore stdinn: a pipe\n')), [
      'There is no rule stdinn; did you mean stdin?',
      'stdin',
    ]));
  it('names no rule', () =>
    assert.match(said(withContainer('    # seaworthy-ignore : x\n'))[0] ?? '', /names no rule/));
  it('hides nothing', () =>
    assert.deepEqual(said(withContainer('    # seaworthy-ignore named-x: x\n')), [
      'named-x has nothing to hide here: delete this ignore.',
      'stdin',
    ]));
  it('is not blamed when its rule could not finish', () =>
    assert.deepEqual(
      said(withContainer('    # seaworthy-ignore throwing: x\n'), [throwing]).filter((line) =>
        line.includes('nothing to hide'),
      ),
      [],
    ));
  it('is not blamed in a damaged document', () =>
    assert.deepEqual(
      said(`${withContainer('    # seaworthy-ignore named-x: x\n')}bad: "\n`).filter((line) =>
        line.includes('nothing to hide'),
      ),
      [],
    ));
});

describe('an annotation', () => {
  it('speaks for its object', () =>
    assert.deepEqual(said(podText('x', '  annotations:\n    seaworthy.dev/ignore.stdin: a pipe\n')), ['named-x']));
  it('needs a reason too', () =>
    assert.match(said(podText('a', '  annotations:\n    seaworthy.dev/ignore.stdin: ""\n')).join(), /gives no reason/));
});
