/** The lines of a file below a finding, with a mark at what it is about, for a person at a screen. May change. */
import { columnsOf, fitting } from '../../columns.ts';
import type { Excerpt, ExcerptLine } from '../../excerpt.ts';

/** How parts of a frame are told apart. */
export interface FrameStyle {
  readonly dim: (text: string) => string;
  readonly mark: (text: string) => string;
}

/** Columns of what is left of the text, beside the digits of its number. */
const margin = 7;

/** @param width of the screen, in columns. @returns lines without their ends, none wider than that. */
export function frameLines(excerpt: Excerpt, width: number, { dim, mark }: FrameStyle): readonly string[] {
  const digits = Math.max(5, ...excerpt.map(({ number }) => String(number).length));
  const room = Math.max(10, width - margin - digits);
  const isOneLine = excerpt.filter((line) => line.mark !== undefined).length === 1;
  return excerpt.flatMap((line) => {
    const { text, from, to } = cropped(line, room);
    const number = String(line.number).padStart(digits);
    const isMarked = line.mark !== undefined;
    const first = `  ${isMarked ? mark('>') : ' '} ${dim(`${number} │`)} ${isMarked ? text : dim(text)}`.trimEnd();
    if (!isMarked || !isOneLine) return [first];
    const gap = ' '.repeat(columnsOf(text.slice(0, from)));
    const carets = '^'.repeat(Math.max(1, Math.min(room - gap.length, columnsOf(text.slice(from, to)))));
    return [first, `    ${dim(`${' '.repeat(digits)} │`)} ${gap}${mark(carets)}`];
  });
}

/** The part of a line that fits, around what is marked; where the mark is in it. */
function cropped({ text, mark }: ExcerptLine, room: number): { text: string; from: number; to: number } {
  const [from, to] = [mark?.start ?? 0, mark?.end ?? 0];
  if (columnsOf(text) <= room) return { text, from, to };
  // What is left out in front gives its place to what is marked.
  const fitsAtOnce = columnsOf(text.slice(0, to)) <= room - 1;
  const start = fitsAtOnce ? 0 : Math.max(0, from - Math.floor(room / 4));
  const whole = /^[\udc00-\udfff]/.test(text.slice(start)) ? start + 1 : start;
  const head = whole > 0 ? '…' : '';
  const rest = text.slice(whole);
  const fits = columnsOf(rest) <= room - head.length;
  const shown = fits ? rest : `${rest.slice(0, fitting(rest, room - head.length - 1))}…`;
  const at = (offset: number): number =>
    Math.min(head.length + Math.max(0, offset - whole), head.length + shown.length);
  return { text: `${head}${shown}`, from: at(from), to: at(to) };
}
