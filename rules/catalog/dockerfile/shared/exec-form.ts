/** Shell form as exec form. Source: Dockerfile reference, "Shell and exec form". */
import type { Instruction } from '../../../model/dockerfile/instruction.ts';

/** @returns undefined when the shell does more than split the words. */
export function execForm({ argument, commands }: Instruction): string | undefined {
  const [command, ...others] = commands;
  if (command === undefined || others.length > 0 || /[`$&|;<>(){}*?~#\\\n]|\[|\]/.test(argument.text)) return undefined;
  if (command.assignments.length > 0 || command.outputs.length > 0) return undefined;
  // A shell runs these itself; the kernel finds no such program.
  if (builtins.has(command.words[0]?.text ?? '')) return undefined;
  return `[${command.words.map(({ text }) => JSON.stringify(text)).join(', ')}]`;
}

const builtins: ReadonlySet<string> = new Set(
  '. : alias bg cd command eval exec exit export fg hash jobs read set shift source trap type ulimit umask unset wait'.split(
    ' ',
  ),
);
