/** What a stage does that may need more than a slim image has. */
import { slimPrograms } from '../../../data/base-images.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { type Command, programOf, workWords } from '../../../model/dockerfile/shell.ts';
import type { Stage } from '../../../model/dockerfile/stage.ts';

/**
 * @param image the name of the official image, whose own program the slim variant has too.
 * @returns the first program that is not known to work there; undefined when all do.
 */
export function toolBelow(stage: Stage, image: string): string | undefined {
  const installed = new Set<string>();
  const triggers = stage.chain.flatMap(({ instructions }) => instructions.filter(({ onbuild }) => onbuild));
  for (const instruction of [...stage.inForce, ...triggers]) {
    if (!['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(instruction.keyword)) continue;
    if (instruction.keyword === 'RUN' && instruction.commands.length === 0) return 'a RUN';
    const tool = toolOf(instruction, image, installed);
    if (tool !== undefined) return tool;
  }
  return undefined;
}

function toolOf(instruction: Instruction, image: string, installed: Set<string>): string | undefined {
  const { keyword, argument } = instruction;
  if (keyword === 'HEALTHCHECK') return /\b(curl|wget|nc|ps|git)\b/.exec(argument.text)?.[1];
  for (const command of instruction.commands) {
    const program = programOf(command);
    if (program === undefined) {
      if (workWords(command).length > 0) return 'a command';
      continue;
    }
    // What apt-get brings, it brings to a slim image too.
    if (/^apt(?:-get)?$/.test(program))
      for (const { text } of workWords(command)) installed.add(text.split('=')[0] ?? '');
    const known = slimPrograms.has(program) || installed.has(program) || isOwn(command, program, image);
    // What is started is the image's own, or the file's.
    if (!known && (keyword === 'RUN' || /^(?:curl|wget|git|make|gcc|ps|ssh)$/.test(program))) return program;
  }
  return undefined;
}

/** The image's own program, where it builds nothing from sources. */
function isOwn(command: Command, program: string, image: string): boolean {
  const words = workWords(command).map(({ text }) => text);
  if (image === 'node') {
    if (program === 'npx') return false;
    return /^(?:npm|yarn|pnpm)$/.test(program)
      ? words.includes('--ignore-scripts') || /^(?:run|config|cache|version|--version|-v|prune)$/.test(words[1] ?? '')
      : program === 'node';
  }
  if (image === 'python' || image === 'pypy') return /^(?:python|pypy)[\d.]*$/.test(program) && words[1] !== '-m';
  return program === image;
}
