/** Whether the shell of a RUN stops for what fails inside a pipe. Source: Dockerfile reference, SHELL; the manual pages of bash, ash and dash. */
import type { Instruction } from './instruction.ts';
import { type Command, isShell, programName, workWords } from './shell.ts';
import type { Stage } from './stage.ts';

/** @param command one that reads from a pipe. */
export function hasPipefail(instruction: Instruction, command: Command): boolean {
  const { stage, index, commands } = instruction;
  const shell = stage.inForce.findLast(({ keyword, index: at }) => keyword === 'SHELL' && at < index)?.json;
  if (shell !== undefined && shell !== 'malformed') {
    const [program = '', ...options] = shell.items;
    // Other shells have means of their own.
    if (!isShell(program.slice(program.lastIndexOf('/') + 1))) return true;
    if (options.some((option) => option.includes('pipefail'))) return true;
  }
  if (command.within !== undefined) {
    const words = workWords(command.within);
    if (isShell(programName(words[0])) && words.some(({ text }) => text === 'pipefail')) return true;
  }
  return commands.some((other) => {
    const [program, ...words] = other.words;
    return (
      program?.text === 'set' &&
      program.span.start < command.span.start &&
      words.some(({ text }) => text === 'pipefail')
    );
  });
}

/** A shell of the base image that can stop for it, as SHELL takes it; undefined when nobody can tell which it has. */
export function pipefailShell(stage: Stage): readonly string[] | undefined {
  const { image } = stage;
  if (image === undefined) return undefined;
  const { repository, tag = '' } = image;
  if (/(?:^|\/)(?:alpine|busybox)$/.test(repository) || /alpine/.test(tag))
    return ['/bin/ash', '-eo', 'pipefail', '-c'];
  return /(?:^|\/)(?:debian|ubuntu|fedora|almalinux|rockylinux|amazonlinux|centos)$/.test(repository) ||
    /(?:slim|bookworm|bullseye|trixie|jammy|noble)/.test(tag)
    ? ['/bin/bash', '-o', 'pipefail', '-c']
    : undefined;
}
