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

/** A script of a shell, and where it is written. */
export interface Script {
  readonly commands: readonly Command[];
  readonly field: Field;
}

/** @returns the script of `sh -c`; undefined for words that start no such. */
export function scriptOf(words: readonly CommandWord[]): Script | undefined {
  if (!isShell(programIn(words[0]?.text))) return undefined;
  // Flags may stand before `-c` and with it.
  const flag = words.findIndex(({ text }, i) => i > 0 && /^-[a-z]*c$/.test(text ?? ''));
  const script = flag < 0 ? undefined : words[flag + 1];
  return script === undefined ? undefined : parsed(script.text ?? '', script.field);
}

/**
 * What a container has a shell do, wherever it is written: behind `sh -c`, in Argo Workflows' `script.source`, in `script` of a step of Tekton. Sources: Argo
 * Workflows, "Field Reference", ScriptTemplate; Tekton, "Tasks", "Running scripts within Steps".
 */
export function startScriptOf(container: Container): Script | undefined {
  const words = commandWords(container);
  for (const key of ['source', 'script']) {
    const field = container.at(key);
    if (field.text === undefined) continue;
    const [, program, argument] = /^#![ \t]*(\S+)(?:[ \t]+(\S+))?/.exec(field.text) ?? [];
    const shebang = programIn(program) === 'env' ? argument : program;
    // Argo hands the source to its command; Tekton runs what names no interpreter by `sh`.
    const interpreter = key === 'source' ? words[0]?.text : (shebang ?? 'sh');
    return isShell(programIn(interpreter)) ? parsed(field.text, field) : undefined;
  }
  return scriptOf(words);
}

/** Lines are joined as the shell joins them. */
const parsed = (text: string, field: Field): Script => ({
  commands: parseShell(text.replaceAll('\\\n', ' '), 0),
  field,
});
