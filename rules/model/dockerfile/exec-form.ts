/** Shell form as exec form. Source: Dockerfile reference, "Shell and exec form". */
import type { Instruction } from './instruction.ts';

/** @returns undefined when the shell does more than split the words. */
export function execForm({ argument, commands }: Instruction): string | undefined {
  const [command, ...others] = commands;
  if (command === undefined || others.length > 0 || /[`$&|;<>(){}*?~#\\\n]|\[|\]/.test(argument.text)) return undefined;
  if (command.assignments.length > 0 || command.outputs.length > 0) return undefined;
  return `[${command.words.map(({ text }) => JSON.stringify(text)).join(', ')}]`;
}
