/** Whether the shell of a RUN stops for what fails inside a pipe. Source: Dockerfile reference, SHELL; the manual pages of bash, ash and dash. */
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { type Command, isShell, programName, workWords } from '../../../model/dockerfile/shell.ts';

/** @param command one that reads from a pipe. */
function hasPipefail(instruction: Instruction, command: Command): boolean {
  const items = shellItems(shellOf(instruction));
  if (items !== undefined) {
    const [program = '', ...options] = items;
    // Other shells have means of their own.
    if (!isShell(program.slice(program.lastIndexOf('/') + 1))) return true;
    if (options.some((option) => option.includes('pipefail'))) return true;
  }
  if (command.within !== undefined) {
    const words = workWords(command.within);
    if (isShell(programName(words[0])) && words.some(({ text }) => text === 'pipefail')) return true;
  }
  return instruction.commands.some((other) => {
    const [program, ...words] = other.words;
    return (
      program?.text === 'set' &&
      program.span.start < command.span.start &&
      words.some(({ text }) => text === 'pipefail')
    );
  });
}

/** The first command of a RUN whose failure behind a pipe goes unnoticed. */
export function unguardedReader(instruction: Instruction): Command | undefined {
  if (instruction.keyword !== 'RUN') return undefined;
  const reader = instruction.commands.find(({ pipedFrom, words }) => pipedFrom !== undefined && words.length > 0);
  return reader === undefined || hasPipefail(instruction, reader) ? undefined : reader;
}

/** The SHELL that an instruction is run by; that of an ONBUILD is the last one of its image. */
export function shellOf({ stage, index, onbuild }: Instruction): Instruction | undefined {
  return stage.lastInForce('SHELL', onbuild ? Number.POSITIVE_INFINITY : index);
}

export function shellItems(shell: Instruction | undefined): readonly string[] | undefined {
  const json = shell?.json;
  return json === undefined || json === 'malformed' ? undefined : json.items;
}
