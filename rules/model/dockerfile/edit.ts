/**
 * Edits of Dockerfiles: whole lines before or after an instruction, single words, parts of a RUN. They keep the file's line ending and the case
 * of its keywords, and never reach into a continuation or heredoc.
 */
import { insert, remove, type TextEdit } from '../../text/edit.ts';
import { lineEnd, lineEndingOf, lineStart, nextLine, type Span } from '../../text/source.ts';
import type { Dockerfile } from './file.ts';
import type { Instruction } from './instruction.ts';
import { type Command, parseShell } from './shell.ts';

/** Lines as instructions, keywords written as the file writes them. */
function written(file: Dockerfile, lines: readonly string[]): string {
  const lower =
    file.instructions.length > 0 &&
    file.instructions.every(({ keywordSpan }) => /^[a-z]/.test(file.text.slice(keywordSpan.start, keywordSpan.end)));
  const eol = lineEndingOf(file.text);
  return lines
    .map((line) => (lower ? line.replace(/^[A-Z]+/, (keyword) => keyword.toLowerCase()) : line) + eol)
    .join('');
}

/** Instructions above another one, and above the comments that belong to it. */
export function insertBefore(file: Dockerfile, instruction: Instruction, lines: readonly string[]): TextEdit {
  let at = lineStart(file.text, instruction.span.start);
  while (at > file.directivesEnd) {
    const above = lineStart(file.text, at - 1);
    if (!/^[ \t]*#/.test(file.text.slice(above, at))) break;
    at = above;
  }
  return insert(at, written(file, lines));
}

/** Instructions right below another one. */
export function insertAfter(file: Dockerfile, instruction: Instruction, lines: readonly string[]): TextEdit {
  const end = lineEnd(file.text, instruction.span.end);
  const at = nextLine(file.text, end);
  const text = written(file, lines);
  // Without a final newline the new lines bring one, and leave none behind.
  return at === file.text.length && !file.text.endsWith('\n')
    ? insert(at, lineEndingOf(file.text) + text.trimEnd())
    : insert(at, text);
}

/** The instruction with its lines. */
export function removeInstruction(file: Dockerfile, { span }: Instruction): TextEdit {
  return remove({ start: lineStart(file.text, span.start), end: nextLine(file.text, lineEnd(file.text, span.end)) });
}

/** A word and the blanks in front of it. */
export function removeWord(file: Dockerfile, word: Span): TextEdit {
  let start = word.start;
  while (start > 0 && /[ \t]/.test(file.text[start - 1] as string)) start--;
  // At the beginning of a line the indentation stays and the blanks behind go.
  if (start > 0 && file.text[start - 1] !== '\n') return remove({ start, end: word.end });
  let end = word.end;
  while (end < file.text.length && /[ \t]/.test(file.text[end] as string)) end++;
  return remove({ start: word.start, end });
}

/** A word with the blanks behind it, such as `sudo ` before a command. */
export function removeLeadingWord(file: Dockerfile, word: Span): TextEdit {
  let end = word.end;
  while (end < file.text.length && /[ \t]/.test(file.text[end] as string)) end++;
  return remove({ start: word.start, end });
}

/** Words behind a word of a command. */
export function insertBehind(word: Span, text: string): TextEdit {
  return insert(word.end, ` ${text}`);
}

/** A further command at the end of an `&&` chain; undefined where the RUN is no such chain. */
export function appendCommand(
  instruction: Instruction,
  commands: readonly Command[],
  text: string,
): TextEdit | undefined {
  const outer = commands.filter(({ within }) => within === undefined);
  if (instruction.heredocs.length > 0 || instruction.json !== undefined) return undefined;
  if (outer.some(({ operator }) => operator !== '' && operator !== '&&' && operator !== '|' && operator !== ';'))
    return undefined;
  // Behind a quote that is not closed it would be text.
  const last = parseShell(`${instruction.argument.text} && ${text}`, 0).at(-1);
  if (last?.words.map((word) => word.text).join(' ') !== text) return undefined;
  return insert(instruction.argument.span.end, ` && ${text}`);
}
