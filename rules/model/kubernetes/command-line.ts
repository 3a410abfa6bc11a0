/** What a container starts: its words, and the script that a shell of them runs. */
import type { Field } from '../../yaml/field.ts';
import { type Command, isShell, parseShell } from '../dockerfile/shell.ts';
import type { Container } from './container.ts';

/** One word of a command, with where it is written. */
export interface CommandWord {
  /** Undefined when it is not known. */
  readonly text: string | undefined;
  readonly field: Field;
}

/** Items of `command` and `args`, in that order. */
export function commandWords(container: Container): readonly CommandWord[] {
  return ['command', 'args'].flatMap((key) => container.at(key).items.map((field) => ({ text: field.text, field })));
}

/** A path to a program; a flag that holds a path names none. */
export const programIn = (word: string | undefined): string | undefined =>
  word === undefined || word.startsWith('-') ? undefined : word.split('/').at(-1);

/** The commands of a shell's script (`sh -c`), and where it is written; undefined for a container that starts no such. */
export function scriptOf(
  words: readonly CommandWord[],
): { readonly commands: readonly Command[]; readonly field: Field } | undefined {
  if (!isShell(programIn(words[0]?.text))) return undefined;
  // Flags may stand before `-c` and with it.
  const flag = words.findIndex(({ text }, i) => i > 0 && /^-[a-z]*c$/.test(text ?? ''));
  const script = flag < 0 ? undefined : words[flag + 1];
  if (script === undefined) return undefined;
  // Lines are joined as the shell joins them.
  return { commands: parseShell((script.text ?? '').replaceAll('\\\n', ' '), 0), field: script.field };
}
