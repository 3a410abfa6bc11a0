import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { columnsOf } from '../../../../../server/cli/columns.ts';
import { type FrameStyle, frameLines } from '../../../../../server/cli/writers/scan/frame.ts';

const plain: FrameStyle = { dim: (text) => text, mark: (text) => text };

describe('a frame', () => {
  it('shows lines with their numbers, and carets below what is marked', () =>
    assert.deepEqual(
      frameLines(
        [
          { number: 9, text: 'spec:', mark: undefined },
          { number: 10, text: '  日本: true', mark: { start: 6, end: 10 } },
        ],
        80,
        plain,
      ),
      ['        9 │ spec:', '  >    10 │   日本: true', '          │         ^^^^'],
    ));

  it('marks several lines at their numbers alone', () =>
    assert.deepEqual(
      frameLines(
        [
          { number: 1, text: 'a', mark: { start: 0, end: 1 } },
          { number: 2, text: 'b', mark: { start: 0, end: 1 } },
        ],
        80,
        plain,
      ),
      ['  >     1 │ a', '  >     2 │ b'],
    ));

  it('is no wider than the screen, and holds the beginning of what is marked', () => {
    const words = ['privileged', '日本語日本語', 'x', '🚢🚢🚢', 'e\u0301'];
    for (let seed = 0; seed < 400; seed++) {
      const text = Array.from({ length: 1 + (seed % 29) }, (_, i) => words[(seed * 7 + i * 3) % words.length]).join(
        ' ',
      );
      const at = (seed * 13) % text.length;
      const start = /^[\udc00-\udfff]/.test(text.slice(at)) ? at + 1 : at;
      const end = Math.min(text.length, start + 1 + (seed % 17));
      const width = 40 + (seed % 50);
      const lines = frameLines([{ number: 1234567, text, mark: { start, end } }], width, plain);
      for (const line of lines) assert.ok(columnsOf(line) <= width, `${columnsOf(line)} > ${width}: ${line}`);
      const caret = lines[1]?.indexOf('^') ?? -1;
      assert.ok(caret > 0, lines.join('\n'));
      const shown = lines[0] ?? '';
      let columns = 0;
      const under = [...shown].find((character) => {
        columns += columnsOf(character);
        return columns > caret;
      });
      const marked = [...text.slice(start)].find((character) => columnsOf(character) > 0);
      if (marked !== undefined && /\S/.test(marked)) assert.equal(under, marked, lines.join('\n'));
    }
  });
});
