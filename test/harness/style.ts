/** What is written is written as the text around it: every line of a fixed text has the steps, dashes, line endings and brackets of its style. */
import assert from 'node:assert/strict';
import type { PrintStyle } from './generate/print.ts';
import { remembering } from './law.ts';

/** @param before shows which of the steps a reader of the text could know. */
export function assertStyle(before: string, text: string, style: PrintStyle): void {
  if (style.eol === '\r\n') assert.doesNotMatch(text, /(?<!\r)\n/, 'a line feed alone in a CRLF file');
  else assert.doesNotMatch(text, /\r/, 'a carriage return in an LF file');
  assert.equal(text.endsWith('\n'), style.finalNewline, `the final newline has changed:\n${text}`);
  if (style.json !== undefined) {
    const plain = text.replaceAll('\r\n', '\n').trimEnd();
    assert.equal(plain, JSON.stringify(JSON.parse(plain), null, style.json), 'the JSON has another style');
    return;
  }
  const known = new Set<Step>();
  for (const { step } of stepsBefore(before)) known.add(step);
  const wanted = { map: style.step, dash: style.dash, item: style.gap };
  for (const { step, columns, line } of stepsOf(text))
    if (known.has(step)) assert.equal(columns, wanted[step], `"${line}" stands in the wrong column:\n${text}`);
}

type Step = 'map' | 'dash' | 'item';

/** How far each block is set in from what it belongs to: a map or a list from its key, an item from its dash. */
function stepsOf(text: string): { readonly step: Step; readonly columns: number; readonly line: string }[] {
  const steps: { step: Step; columns: number; line: string }[] = [];
  // A dash counts half a column more, since it may stand below its key.
  const open: { place: number; dash: boolean }[] = [];
  for (const line of text.split(/\r?\n/)) {
    let column = line.search(/\S/);
    if (column < 0 || line[column] === '#' || isText(line.slice(column))) continue;
    for (;;) {
      const dash = /^-(?: |$)/.test(line.slice(column));
      const place = column + (dash ? 0.5 : 0);
      while ((open.at(-1)?.place ?? -1) > place) open.pop();
      const around = open.at(-1);
      if (around !== undefined && around.place < place) {
        const step = around.dash ? 'item' : dash ? 'dash' : 'map';
        steps.push({ step, columns: column - Math.floor(around.place), line });
      }
      if (around === undefined || around.place < place) open.push({ place, dash });
      const next = line.slice(column + 1).search(/\S/);
      if (!dash || next < 0 || isText(line.slice(column + 1 + next))) break;
      column += 1 + next;
    }
  }
  return steps;
}

const stepsBefore = remembering(stepsOf);

/** A line of a text, or a scalar behind a dash, opens no block. */
const isText = (rest: string): boolean => !/^(?:- |-$|(?:"[^"]*"|'[^']*'|[^\s:"'[\]{}]+):(?:\s|$))/.test(rest);
