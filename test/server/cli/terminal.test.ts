import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { painted, terminalOf } from '../../../server/cli/terminal.ts';

type Stream = Parameters<typeof terminalOf>[0];

const screen: Stream = { isTTY: true, columns: 100 };
const pipe = {} as Stream;

describe('a terminal', () => {
  it('has colour where somebody looks and nobody refuses it, or where it is forced', () => {
    const colour = (stream: Stream, variables: Parameters<typeof terminalOf>[1]): boolean =>
      terminalOf(stream, variables).hasColour;
    assert.equal(colour(screen, {}), true);
    assert.equal(colour(pipe, {}), false);
    assert.equal(colour(screen, { NO_COLOR: '1' }), false);
    assert.equal(colour(screen, { NO_COLOR: '' }), true);
    assert.equal(colour(screen, { TERM: 'dumb' }), false);
    for (const forced of ['', '1', 'true', '3']) assert.equal(colour(pipe, { FORCE_COLOR: forced }), true, forced);
    for (const forced of ['0', 'false']) assert.equal(colour(screen, { FORCE_COLOR: forced }), false, forced);
  });

  it('is as wide as it says, and a pipe has no end', () => {
    assert.equal(terminalOf(screen, {}).width, 100);
    assert.equal(terminalOf({ isTTY: true, columns: 0 }, {}).width, 80);
    assert.equal(terminalOf({ isTTY: true, columns: 3 }, {}).width, 40);
    assert.equal(terminalOf(pipe, {}).width, Number.POSITIVE_INFINITY);
    assert.equal(terminalOf(pipe, { FORCE_COLOR: '1' }).isScreen, false, 'colour makes no screen of a pipe');
  });

  it('has links where it is known to show them', () => {
    const links = (variables: Parameters<typeof terminalOf>[1], stream = screen): boolean =>
      terminalOf(stream, variables).hasLinks;
    for (const known of [
      { TERM_PROGRAM: 'vscode' },
      { TERM_PROGRAM: 'iTerm.app' },
      { TERM: 'xterm-kitty' },
      { WT_SESSION: 'x' },
      { VTE_VERSION: '7200' },
      { TMUX: 'x', FORCE_HYPERLINK: '1' },
    ]) {
      assert.equal(links(known), true, JSON.stringify(known));
      assert.equal(links(known, pipe), false);
    }
    for (const other of [
      {},
      { TERM: 'xterm-256color' },
      { VTE_VERSION: '5000' },
      { TERM_PROGRAM: 'vscode', CI: 'true' },
      { TERM_PROGRAM: 'vscode', TMUX: 'x' },
      { TERM_PROGRAM: 'vscode', FORCE_HYPERLINK: '0' },
    ])
      assert.equal(links(other), false, JSON.stringify(other));
  });

  it('paints what it can', () => {
    assert.equal(painted(terminalOf(screen, {}), 'red', 'x'), '\u001b[31mx\u001b[39m');
    assert.equal(painted(terminalOf(screen, {}), 'red', ''), '');
    assert.equal(painted(terminalOf(pipe, {}), 'red', 'x'), 'x');
  });
});
