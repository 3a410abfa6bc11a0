/**
 * Keywords and flags of instructions, with their places. The only file that imports `dockerfile-ast`, which is handed text that none of its
 * known defects can bite: the opening of one instruction, without continuations, comments, heredocs or directives. Its accessors that resolve variables
 * or walk stages loop or overflow and are never called.
 */
import {
  type Flag as AstFlag,
  type Instruction as AstInstruction,
  DockerfileParser,
  ModifiableInstruction,
  type Onbuild,
} from 'dockerfile-ast';
import { detached } from '../../text/detached.ts';
import { LineTable, type Span, shifted } from '../../text/source.ts';
import type { RawDockerfile, RawInstruction } from './lines.ts';

/** One flag of an instruction, such as `--from=build`, in offsets of the file. */
export interface Flag {
  /** Without dashes: `from`, `mount`. */
  readonly name: string;
  /** As written, without the `=`; undefined when there is none. */
  readonly value: string | undefined;
  readonly span: Span;
  readonly valueSpan: Span | undefined;
}

/** How an instruction begins, in offsets of the file. */
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
export function readKeywords({
  logical,
  directivesEnd,
  instructions,
}: RawDockerfile): ReadonlyMap<number, ParsedKeyword> {
  const found = new Map<number, ParsedKeyword>();
  for (const instruction of instructions) {
    const { start, end } = instruction.head;
    if (instruction.broken !== undefined) {
      const parsed = brokenKeyword(instruction, logical);
      if (parsed !== undefined) found.set(start, parsed);
      continue;
    }
    if (start < directivesEnd) continue;
    const parsed = openingOf(logical.slice(start, end));
    if (parsed !== undefined) found.set(start + parsed.span.start, placed(parsed, start, logical));
  }
  return found;
}

/** A keyword that goes on behind a continuation, which the parser is not shown. Flags behind one are left among the arguments. */
function brokenKeyword({ head, broken }: RawInstruction, logical: string): ParsedKeyword | undefined {
  if (broken === undefined) return undefined;
  const { keyword, end } = broken;
  return {
    keyword,
    span: { start: head.start, end },
    flags: [],
    argumentsStart: afterBlanks(logical, end),
    trigger: undefined,
  };
}

/** Keyword (of an ONBUILD both) and flags: all that is asked of the parser, which reads long arguments several times over. */
const opening = /^(?:onbuild[ \t]+)?[^\s]+(?:[ \t]+--(?:"[^"]*"|'[^']*'|[^\s"'])*)*/i;

/** By the text of the opening, with offsets from its beginning: most instructions begin like others, and edits leave nearly all as they were. */
const known = new Map<string, ParsedKeyword | undefined>();

/** Enough for every file of a scope; more distinct openings come from nobody. */
const knownLimit = 10_000;
/** Characters; nobody writes a longer opening twice. */
const knownLength = 200;

function openingOf(head: string): ParsedKeyword | undefined {
  const text = opening.exec(head)?.[0] ?? '';
  if (text.length > knownLength) return readOpening(text);
  if (!known.has(text)) {
    if (known.size >= knownLimit) known.clear();
    const own = detached(text);
    known.set(own, readOpening(own));
  }
  return known.get(text);
}

function readOpening(text: string): ParsedKeyword | undefined {
  const shown = harmless(text);
  const [first] = DockerfileParser.parse(shown).getInstructions();
  return first === undefined ? undefined : keywordOf(first, text, new LineTable(shown));
}

/** The same length; what would make the parser join lines or look for heredocs is replaced by letters. */
function harmless(text: string): string {
  return text
    .replace(/[\\`](?=[ \t]*\r?$)/gm, 'x')
    .replaceAll('<<', 'xx')
    .replace(/\r(?!\n)/g, ' ')
    .replaceAll('\uFEFF', ' ');
}

/** What was read of an opening, where it stands in the file. */
function placed(parsed: ParsedKeyword, offset: number, logical: string): ParsedKeyword {
  const { keyword, span, flags, argumentsStart, trigger } = parsed;
  return {
    keyword,
    span: shifted(span, offset),
    flags: flags.map((flag) => ({
      ...flag,
      span: shifted(flag.span, offset),
      valueSpan: flag.valueSpan === undefined ? undefined : shifted(flag.valueSpan, offset),
    })),
    argumentsStart: afterBlanks(logical, argumentsStart + offset),
    trigger: trigger === undefined ? undefined : placed(trigger, offset, logical),
  };
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
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
  const inner = keyword === 'ONBUILD' ? (instruction as Onbuild).getTriggerInstruction() : null;
  // A bare `--` ends the flags and is none itself.
  const named = flags.filter(({ name }) => name !== '');
  return {
    keyword,
    span,
    flags: named,
    argumentsStart: last,
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
