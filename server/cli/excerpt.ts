/**
 * The lines that findings are about, as they may be shown to whoever looks at the screen: what is or may be a secret is left out before anything else is done
 * with them, and what moves a cursor is made visible. Must not know of colours or of how wide the screen is.
 */
import { hiddenStretches } from '../../rules/model/secret/hidden.ts';
import { credentialStretches } from '../../rules/text/credentials.ts';
import { SourceText, type Span } from '../../rules/text/source.ts';
import { visible } from '../../rules/text/visible.ts';

/** A line of a file, in one line. */
export interface ExcerptLine {
  /** As editors count, from 1. */
  readonly number: number;
  readonly text: string;
  /** What of it a finding is about, in offsets of `text`; undefined for a line around it. */
  readonly mark: Span | undefined;
}

/** Lines that follow each other. */
export type Excerpt = readonly ExcerptLine[];

/** A stretch that a finding is about. @see excerptsOf */
export interface Marked extends Span {
  /** It is a secret, as its rule says. */
  readonly isSecret: boolean;
}

/** Lines around what is marked, on each side. */
const around = 1;
/** More lines of one finding tell nothing more. */
const mostLines = 6;
/** Characters of a line before and behind the beginning of what is marked. */
const mostCharacters = 400;

/** What stands in the place of what is hidden, whatever its length. */
const mask = '***';

/**
 * @param places of findings, in offsets of the text. @param also secrets that nobody asks for, such as those of findings that are not shown.
 * @returns an excerpt for each of the places.
 */
export function excerptsOf(text: string, places: readonly Marked[], also: readonly Marked[] = []): readonly Excerpt[] {
  const source = new SourceText(text);
  const { lines } = source;
  const hidden = [...hiddenStretches(text)];
  for (const { start, end, isSecret } of [...places, ...also])
    if (isSecret)
      for (let line = lines.lineAt(start); line <= lines.lineAt(Math.max(start, end - 1)); line++)
        hidden.push(behindName(source, line));
  hidden.sort((a, b) => a.start - b.start);
  return places.map((place) => {
    const [first, last] = [lines.lineAt(place.start), lines.lineAt(Math.max(place.start, place.end - 1))];
    const until = Math.min(last, first + mostLines - 1);
    const shown: ExcerptLine[] = [];
    for (let line = Math.max(0, first - around); line <= Math.min(until + around, lines.lineCount - 1); line++) {
      const whole = lineOf(source, line);
      const mark =
        line < first || line > until
          ? undefined
          : { start: Math.max(place.start, whole.start), end: Math.min(place.end, whole.end) };
      const near = hidden.filter(({ start, end }) => start < whole.end && end > whole.start);
      shown.push({ number: line + 1, ...cleaned(source, whole, near, mark) });
    }
    const isBlank = (one: ExcerptLine | undefined): boolean => one?.mark === undefined && one?.text.trim() === '';
    return shown.slice(isBlank(shown[0]) ? 1 : 0, isBlank(shown.at(-1)) ? -1 : undefined);
  });
}

function lineOf({ text, lines }: SourceText, line: number): Span {
  const start = lines.starts[line] ?? text.length;
  const next = lines.starts[line + 1];
  const end = next === undefined ? text.length : next - 1;
  return { start, end: end > start && text[end - 1] === '\r' ? end - 1 : end };
}

/** Of a line that holds a secret only a name in front of it is shown. */
function behindName(source: SourceText, line: number): Span {
  const { start, end } = lineOf(source, line);
  const [name = ''] =
    /^[\s-]*(?:["']?[\w./-]{1,100}["']?\s*:(?=\s|$)\s*|(?:ENV|ARG|LABEL)\s+[\w.-]{1,100}(?:=|\s+)|[A-Z]{3,11}\s+)?/.exec(
      source.text.slice(start, Math.min(end, start + 300)),
    ) ?? [];
  return { start: start + name.length, end };
}

/** @returns a line as one may see it. */
function cleaned(
  { text }: SourceText,
  { start, end }: Span,
  hidden: readonly Span[],
  mark: Span | undefined,
): Pick<ExcerptLine, 'text' | 'mark'> {
  const centre = mark?.start ?? start;
  const from = Math.max(start, centre - mostCharacters);
  const to = Math.min(end, centre + mostCharacters);
  const credentials = credentialStretches(text.slice(start, end)).map((one) => ({
    start: start + one.start,
    end: start + one.end,
  }));
  const covers = [...hidden, ...credentials];
  const cuts = [
    from,
    to,
    ...covers.flatMap((one) => [one.start, one.end]),
    ...(mark === undefined ? [] : [mark.start, mark.end]),
  ]
    .filter((at) => at >= from && at <= to)
    .sort((a, b) => a - b);
  let shown = from > start ? '…' : '';
  let marked: { start: number; end: number } | undefined;
  let wasHidden = false;
  cuts.forEach((cut, i) => {
    const next = cuts[i + 1] ?? cut;
    if (next === cut) return;
    const isHidden = covers.some((one) => one.start <= cut && one.end >= next);
    const at = wasHidden && isHidden ? shown.length - mask.length : shown.length;
    if (!isHidden) shown += visible(text.slice(cut, next).replaceAll('\t', '    '));
    else if (!wasHidden) shown += mask;
    wasHidden = isHidden;
    if (mark !== undefined && cut >= mark.start && next <= mark.end)
      marked = { start: marked?.start ?? at, end: shown.length };
  });
  if (to < end) shown += '…';
  // Something of no length is marked by the character where it is.
  const empty = mark === undefined ? undefined : { start: shown.length, end: shown.length + 1 };
  return { text: shown, mark: marked ?? empty };
}
