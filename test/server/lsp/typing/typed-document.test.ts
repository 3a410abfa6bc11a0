import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Part } from '../../../../rules/engine/analyse/typed-text.ts';
import type { Finding } from '../../../../rules/engine/findings/finding.ts';
import type { Settling } from '../../../../rules/engine/findings/settling.ts';
import { insert, remove } from '../../../../rules/text/edit.ts';
import type { Span } from '../../../../rules/text/source.ts';
import { defaultPace, type Pace } from '../../../../server/lsp/typing/pace.ts';
import { TypedDocument } from '../../../../server/lsp/typing/typed-document.ts';

/** Offsets of a file of 100 characters, each ten of which are a token. */
const tokenAt = (offset: number): Span => ({ start: offset - (offset % 10), end: offset - (offset % 10) + 9 });

/** A finding that hangs on what its name says. */
function finding(rule: `${Settling}-${string}`, start: number, message = 'M.'): Finding {
  const span = { start, end: start + 3 };
  return {
    rule,
    severity: 'low',
    message,
    path: 'a',
    span,
    absent: false,
    fingerprint: `${rule}${start}`,
    identity: { rule, file: '', resource: undefined, container: undefined, place: '', ordinal: 0 },
    related: [],
  };
}

class Bench {
  readonly document = new TypedDocument();
  now = 0;
  pace: Pace = defaultPace;
  parts: readonly Part[] = [{ start: 0, end: 100, isBroken: false }];
  othersRest = true;

  look(...findings: readonly Finding[]): string {
    const shown = this.document.look({
      findings,
      text: { parts: this.parts, tokenAt, settling: ({ rule }) => rule.split('-')[0] as Settling },
      now: this.now,
      pace: this.pace,
      othersRest: this.othersRest,
    });
    return shown.map(({ rule, span }) => `${rule} ${span.start}`).join(', ');
  }

  put(at: number, text = 'x'): void {
    this.document.change([insert(at, text)], this.now);
  }
}

describe('a document', () => {
  it('shows everything until somebody types', () => {
    const bench = new Bench();
    assert.equal(bench.look(finding('token-a', 10), finding('files-b', 20)), 'token-a 10, files-b 20');
    assert.equal(bench.look(finding('part-c', 30)), 'part-c 30');
  });

  it('says the same twice', () => {
    const bench = new Bench();
    bench.look();
    bench.put(12);
    for (const _ of [1, 2]) assert.equal(bench.look(finding('token-a', 10), finding('part-b', 40)), '');
    bench.put(35);
    for (const _ of [1, 2]) assert.equal(bench.look(finding('token-a', 10), finding('part-b', 41)), 'token-a 10');
  });

  it('waits with what points elsewhere than where somebody writes for the part', () => {
    const bench = new Bench();
    bench.look();
    bench.put(12);
    assert.equal(bench.look(finding('token-a', 50)), '');
    bench.put(30);
    assert.equal(bench.look(finding('token-a', 51)), '');
    bench.now = 1600;
    assert.equal(bench.look(finding('token-a', 51)), 'token-a 51');
  });

  it('waits with what hangs on a part for that part alone', () => {
    const bench = new Bench();
    bench.parts = [
      { start: 0, end: 50, isBroken: false },
      { start: 50, end: 110, isBroken: false },
    ];
    bench.look();
    bench.put(12);
    const found = [finding('part-a', 31), finding('part-b', 61)];
    assert.equal(bench.look(...found), '');
    bench.now = 1000;
    bench.put(70);
    assert.equal(bench.look(...found), '');
    bench.now = 1600;
    assert.equal(bench.look(...found), 'part-a 31');
    bench.now = 2600;
    assert.equal(bench.look(...found), 'part-a 31, part-b 61');
    assert.ok(!bench.document.holds);
  });

  it('waits where nobody types for what is typed elsewhere', () => {
    const bench = new Bench();
    bench.look(finding('files-a', 10));
    bench.othersRest = false;
    assert.equal(bench.look(finding('files-a', 10), finding('token-b', 20)), 'files-a 10');
    assert.ok(bench.document.holds);
    bench.othersRest = true;
    assert.equal(bench.look(finding('files-a', 10), finding('token-b', 20)), 'files-a 10, token-b 20');
  });

  it('waits for the save where somebody wants that, and forgets at once', () => {
    const bench = new Bench();
    bench.pace = { run: 'onSave', delay: 0 };
    bench.look(finding('token-a', 10));
    bench.put(30);
    bench.now = 1_000_000;
    assert.equal(bench.look(finding('token-a', 10), finding('token-b', 60)), 'token-a 10');
    assert.ok(!bench.document.rests(bench.now, bench.pace));
    assert.equal(bench.look(finding('token-b', 60)), '');
    bench.document.rest();
    assert.equal(bench.look(finding('token-b', 60)), 'token-b 60');
  });

  it('does not wait with a delay of nothing', () => {
    const bench = new Bench();
    bench.pace = { run: 'onType', delay: 0 };
    bench.look();
    bench.put(12);
    assert.equal(bench.look(finding('files-a', 10)), 'files-a 10');
  });
});

describe('what was shown and went', () => {
  it('is no news when it comes back before a pause', () => {
    const bench = new Bench();
    const found = [finding('token-a', 10), finding('part-b', 10), finding('files-c', 10)];
    bench.look(...found);
    bench.put(30);
    assert.equal(bench.look(), '');
    bench.put(31);
    assert.equal(bench.look(...found), 'token-a 10', 'the others hang on more than their token');
  });

  it('is news behind one', () => {
    const bench = new Bench();
    bench.look(finding('token-a', 10));
    bench.put(30);
    bench.look();
    bench.now = 5000;
    bench.put(31);
    assert.equal(bench.look(finding('token-a', 10)), '');
  });

  it('is news when its own text was changed', () => {
    const bench = new Bench();
    bench.look(finding('token-a', 10));
    bench.document.change([remove({ start: 11, end: 12 })], 0);
    assert.equal(bench.look(), '');
    bench.put(11);
    assert.equal(bench.look(finding('token-a', 10)), '');
  });

  it('stays where its part cannot be read any more, moved and without a fix', () => {
    const bench = new Bench();
    const fixable: Finding = { ...finding('part-a', 10), fix: 'safe' };
    bench.look(fixable);
    bench.parts = [{ start: 0, end: 101, isBroken: true }];
    bench.put(5);
    assert.equal(bench.look(), 'part-a 11');
    assert.ok(!bench.document.rests(1_000_000, bench.pace), 'it is being written until it can be read');
    bench.now = 1_000_000;
    assert.equal(bench.look(finding('part-b', 40), finding('token-c', 60)), 'part-a 11');
    bench.parts = [{ start: 0, end: 101, isBroken: false }];
    bench.put(90);
    assert.equal(bench.look(), '');
  });

  it('does not stay in a part that could not be read before', () => {
    const bench = new Bench();
    bench.parts = [{ start: 0, end: 100, isBroken: true }];
    bench.look(finding('part-a', 10));
    bench.put(30);
    assert.equal(bench.look(), '');
  });
});
