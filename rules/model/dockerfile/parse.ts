/**
 * Keywords and flags of instructions, with their places. The only file that imports `dockerfile-ast`, which is handed text that none of its
 * known defects can bite: one line an instruction, without continuations, comments, heredocs or directives. Its accessors that resolve variables
 * or walk stages loop or overflow and are never called.
 */
import {
  type Flag as AstFlag,
  type Instruction as AstInstruction,
  DockerfileParser,
  ModifiableInstruction,
  type Onbuild,
} from 'dockerfile-ast';
import { LineTable, type Span } from '../../text/source.ts';
import type { RawDockerfile, RawInstruction } from './lines.ts';

export interface Flag {
  /** Without dashes: `from`, `mount`. */
  readonly name: string;
  /** As written, without the `=`; undefined when there is none. */
  readonly value: string | undefined;
  readonly span: Span;
  readonly valueSpan: Span | undefined;
}

export interface ParsedKeyword {
  /** In capitals. */
  readonly keyword: string;
  readonly span: Span;
  readonly flags: readonly Flag[];
  /** Where the arguments begin, flags left out. */
  readonly argumentsStart: number;
  /** What an ONBUILD runs later. */
  readonly trigger: ParsedKeyword | undefined;
}

/** @returns by the offset where the instruction begins. */
export function readKeywords(raw: RawDockerfile): ReadonlyMap<number, ParsedKeyword> {
  const text = harmless(raw);
  const lines = new LineTable(text);
  const found = new Map<number, ParsedKeyword>();
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const parsed = keywordOf(instruction, raw.logical, lines);
    found.set(parsed.span.start, parsed);
  }
  for (const instruction of raw.instructions) {
    const parsed = brokenKeyword(instruction, raw.logical);
    if (parsed !== undefined) found.set(parsed.span.start, parsed);
  }
  return found;
}

/** A keyword that goes on behind a continuation, which the parser is not shown. Flags behind one are left among the arguments. */
function brokenKeyword({ head, broken }: RawInstruction, logical: string): ParsedKeyword | undefined {
  if (broken === undefined) return undefined;
  const { keyword, end } = broken;
  const argumentsStart = end + (/^[ \t]*/.exec(logical.slice(end, head.end))?.[0].length ?? 0);
  return { keyword, span: { start: head.start, end }, flags: [], argumentsStart, trigger: undefined };
}

/** Keyword (of an ONBUILD both) and flags: all that is asked of the parser, which reads long arguments several times over. */
const opening = /^(?:onbuild[ \t]+)?[^\s]+(?:[ \t]+--(?:"[^"]*"|'[^']*'|[^\s"'])*)*/i;

/**
 * Same length as the logical text. Arguments are blanks, and what would make the parser join lines or look for heredocs is replaced by letters.
 */
function harmless({ logical, directivesEnd, instructions }: RawDockerfile): string {
  const parts: string[] = [];
  let at = 0;
  const blank = (to: number): void => {
    parts.push(logical.slice(at, to).replace(/[^\r\n]/g, ' '));
    at = to;
  };
  for (const { head, broken } of instructions) {
    if (broken !== undefined) continue;
    blank(Math.max(head.start, directivesEnd));
    const kept = opening.exec(logical.slice(head.start, head.end))?.[0] ?? '';
    const end = head.start + kept.length;
    parts.push(
      logical
        .slice(at, end)
        .replace(/[\\`](?=[ \t]*\r?$)/gm, 'x')
        .replaceAll('<<', 'xx'),
    );
    at = end;
  }
  blank(logical.length);
  return parts
    .join('')
    .replace(/\r(?!\n)/g, ' ')
    .replaceAll('\uFEFF', ' ');
}

function keywordOf(instruction: AstInstruction, text: string, lines: LineTable): ParsedKeyword {
  const spanOf = ({
    start,
    end,
  }: {
    start: { line: number; character: number };
    end: { line: number; character: number };
  }): Span => ({
    start: lines.offsetAt(start),
    end: lines.offsetAt(end),
  });
  const span = spanOf(instruction.getInstructionRange());
  const keyword = instruction.getKeyword();
  const flags =
    // Reading the words to look for flags costs more than all the rest.
    instruction instanceof ModifiableInstruction && /^[ \t]+--/.test(text.slice(span.end, span.end + 100))
      ? leading(
          instruction.getFlags().map((flag) => flagOf(flag, spanOf)),
          span.end,
          text,
        )
      : [];
  const last = flags.at(-1)?.span.end ?? span.end;
  const argumentsStart = last + (/^[ \t]*/.exec(text.slice(last, last + 1000))?.[0].length ?? 0);
  const inner = keyword === 'ONBUILD' ? (instruction as Onbuild).getTriggerInstruction() : null;
  // A bare `--` ends the flags and is none itself.
  const named = flags.filter(({ name }) => name !== '');
  return {
    keyword,
    span,
    flags: named,
    argumentsStart,
    trigger: inner === null ? undefined : keywordOf(inner, text, lines),
  };
}

/** Flags up to the first word that is none: what comes behind it are arguments, whatever they look like. */
function leading(flags: readonly Flag[], from: number, text: string): readonly Flag[] {
  let end = from;
  const found: Flag[] = [];
  for (const flag of flags) {
    if (text.slice(end, flag.span.start).trim() !== '') break;
    found.push(flag);
    end = flag.span.end;
  }
  return found;
}

function flagOf(flag: AstFlag, spanOf: (range: ReturnType<AstFlag['getRange']>) => Span): Flag {
  const value = flag.getValue();
  const range = flag.getValueRange();
  return {
    name: flag.getName(),
    value: value ?? undefined,
    span: spanOf(flag.getRange()),
    valueSpan: range === null ? undefined : spanOf(range),
  };
}
