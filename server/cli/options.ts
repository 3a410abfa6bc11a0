/** Arguments of commands: what is allowed, and one clear line for what is not. */
import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { byteLimit } from '../host/files.ts';
import { decode } from '../host/node-files.ts';
import { UsageError } from './output.ts';

/** Like `parseArgs`, with errors for people. */
export function parseOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node's message names the option; what follows is advice for programmers.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.split('. To specify')[0]?.replace(/\.$/, '') ?? message);
  }
}

export function oneOf<W extends string>(option: string, value: string, words: readonly W[]): W {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new UsageError(`--${option} is one of ${words.join(', ')}, not ${value}`);
  return found;
}

/** A text from standard input. @throws UsageError when it is larger than any file that is read, or no text. */
export function readInput(): string {
  const bytes = readFileSync(0);
  if (bytes.length > byteLimit) throw new UsageError('standard input is larger than 2 MB');
  const read = decode(bytes);
  if ('unreadable' in read) throw new UsageError(`standard input cannot be read: ${read.unreadable}`);
  return read.text;
}

/** @throws UsageError when the file cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
}

/** Lines of a file, or of standard input for `-`. */
export function readLines(path: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    throw new UsageError(`the list of paths ${path} cannot be read`);
  }
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}
