/**
 * Edits of Dockerfiles: whole lines before or after an instruction, single words, parts of a RUN. They keep the file's line ending and the case
 * of its keywords, and never reach into a continuation or heredoc.
 */

import type { Dockerfile } from '../../../model/dockerfile/file.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { type Command, parseShell } from '../../../model/dockerfile/shell.ts';
import type { ShellWord } from '../../../model/dockerfile/shell-word.ts';
import { insert, remove, type TextEdit } from '../../../text/edit.ts';
import { lineEnd, lineEndingOf, lineStart, nextLine, type Span } from '../../../text/source.ts';

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

/** The instruction with its lines and the comments that speak of it. */
export function removeInstruction(file: Dockerfile, instruction: Instruction): TextEdit {
  const { text } = file;
  const first = lineStart(text, instruction.span.start);
  let end = nextLine(text, lineEnd(text, instruction.span.end));
  const start = headsGroup(file, instruction, end) ? first : commentsAbove(file, first);
  // Of the blank lines on both sides one is enough.
  const isBlank = (at: number): boolean => text.slice(at, lineEnd(text, at)).trim() === '';
  if (end < text.length && isBlank(end) && (start === 0 || isBlank(lineStart(text, start - 1))))
    end = nextLine(text, end);
  return remove({ start, end });
}

/** What stands above the first of several alike speaks of all. */
function headsGroup(file: Dockerfile, { index, keyword }: Instruction, below: number): boolean {
  const next = file.instructions.find((other) => other.index === index + 1);
  return next?.keyword === keyword && lineStart(file.text, next.span.start) === below;
}

/** An instruction that was commented out is no comment on the one below. */
const commentedOut =
  /^[ \t]*#+[ \t]*(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)[ \t]+\S/;

/** @returns where the comments right above a line begin; those at the very top of a file speak of the whole. */
function commentsAbove({ text, directivesEnd }: Dockerfile, line: number): number {
  let at = line;
  while (at > directivesEnd) {
    const above = lineStart(text, at - 1);
    const comment = text.slice(above, at);
    if (!/^[ \t]*#/.test(comment) || commentedOut.test(comment)) return at;
    at = above;
  }
  return line;
}

/** A word and the blanks in front of it; where it has lines of its own, these. */
export function removeWord({ text, escape }: Dockerfile, word: Span): TextEdit {
  const line = lineStart(text, word.start);
  const behind = text.slice(word.end, lineEnd(text, word.end)).trim();
  if (text.slice(line, word.start).trim() === '') {
    if (behind === '') return remove({ start: endOfLineAbove(text, line), end: word.end });
    if (behind === escape || behind === '\\') return remove({ start: line, end: nextLine(text, word.end) });
    return removeLeadingWord(text, word);
  }
  let start = word.start;
  while (start > line && /[ \t]/.test(text[start - 1] as string)) start--;
  return remove({ start, end: word.end });
}

/**
 * Where what is continued ends, without the character that continues it: left there, it would take the instruction below for a part of this one.
 * Comments between the lines speak of what is removed.
 */
function endOfLineAbove(text: string, line: number): number {
  let at = line;
  while (at > 0) {
    at = lineStart(text, at - 1);
    const end = lineEnd(text, at);
    const written = text.slice(at, end);
    if (/^[ \t]*(?:#|$)/.test(written)) continue;
    const kept = written.trimEnd();
    return at + (/[\\`]$/.test(kept) ? kept.slice(0, -1).trimEnd() : kept).length;
  }
  return line;
}

/** A word of a command, with the option whose value it is: `-o Name=value`, `--setopt name=value`. */
export function removeSetting(file: Dockerfile, words: readonly ShellWord[], word: ShellWord): TextEdit {
  const before = words[words.indexOf(word) - 1];
  const isValue = before !== undefined && /^(?:-o|--option|--setopt)$/.test(before.text);
  return removeWord(file, { start: (isValue ? before : word).span.start, end: word.span.end });
}

/** A word with the blanks behind it, such as `sudo ` before a command. */
export function removeLeadingWord(text: string, word: Span): TextEdit {
  let end = word.end;
  while (end < text.length && /[ \t]/.test(text[end] as string)) end++;
  return remove({ start: word.start, end });
}

/** Words behind a word of a command. */
export function insertBehind(word: Span, text: string): TextEdit {
  return insert(word.end, ` ${text}`);
}

/** A further command at the end of an `&&` chain; undefined where the RUN is no such chain, or what stands last leaves it. */
export function appendCommand(
  instruction: Instruction,
  commands: readonly Command[],
  text: string,
): TextEdit | undefined {
  const outer = commands.filter(({ within }) => within === undefined);
  if (instruction.heredocs.length > 0 || instruction.json !== undefined) return undefined;
  if (outer.some(({ operator }) => operator !== '' && operator !== '&&' && operator !== '|' && operator !== ';'))
    return undefined;
  if (/^(?:exit|exec|return)$/.test(outer.at(-1)?.words[0]?.text ?? '')) return undefined;
  const { span } = instruction.argument;
  // One `;` at the end stays there.
  const whole = instruction.argument.text;
  const own = /[^;\\];$/.test(whole) ? whole.slice(0, -1).trimEnd() : whole;
  // Behind another operator it would be none of the chain.
  if (/[;&|\\]$/.test(own)) return undefined;
  // Behind a comment, or a quote that is not closed, it would be text.
  const last = parseShell(`${own} && ${text}`, 0).at(-1);
  if (last?.words.map((word) => word.text).join(' ') !== text) return undefined;
  return insert(span.start + own.length, ` && ${text}`);
}
