/**
 * Whether what a stage starts may write where only root may, so that nobody knows without trying what it does as somebody else: scripts, scripts of
 * packages, what was installed or unpacked as it comes, tools. Of what is known to stand against a user, `obstacles.ts` speaks.
 */
import { installers, packageRunners, plainCommands, quietRunners, quietServers } from '../../data/quiet-programs.ts';
import { baseName } from '../../text/path.ts';
import { fullName } from '../image/reference.ts';
import { absolute, destinationOf, workdirAt } from './accounts.ts';
import type { BuildSurroundings } from './around.ts';
import type { Instruction } from './instruction.ts';
import { packageCommandOf } from './packages.ts';
import { scriptStarted, startedWords, startsOf } from './root-start.ts';
import { type Command, isShell, parseShell, programName, programOf } from './shell.ts';
import type { ShellWord } from './shell-word.ts';
import type { Stage } from './stage.ts';

/** @returns false where it starts nothing by itself: of the program of its base the base tells. */
export function isUntriedStart(stage: Stage, around: BuildSurroundings): boolean {
  const [start, given] = startsOf(stage);
  const [command, ...others] = start?.commands ?? [];
  if (start === undefined || command === undefined) return false;
  if (others.length > 0) return true;
  const script = scriptStarted(command, start, stage, around);
  if (script !== undefined)
    return !(script.text === undefined ? script.file?.isPlain === true : isPlainScript(script.text));
  const words = startedWords(command);
  // CMD holds arguments of ENTRYPOINT, and the program behind one that only waits.
  const more = given?.commands[0]?.words ?? [];
  return isUntried([...words, ...more], start, stage);
}

function isUntried(words: readonly ShellWord[], start: Instruction, stage: Stage): boolean {
  const [program, ...more] = words;
  const name = programName(program);
  if (program === undefined || name === undefined || program.expands) return true;
  if (isShell(name) || packageRunners.has(name)) return true;
  if (isQuiet(name, more)) return false;
  const copy = stage.inForce.findLast((instruction) => bringsProgram(instruction, program.text, start));
  if (copy === undefined) return stage.inForce.some((instruction) => bringsPrograms(instruction, program.text));
  const isBuilt = copy.flags.some((flag) => flag.name === 'from');
  return isBuilt && isTool(program.text, stage);
}

function isQuiet(name: string, words: readonly ShellWord[]): boolean {
  if (quietServers.has(name)) return true;
  const runs = quietRunners.get(name.replace(/^(python|php|ruby)[\d.]+$/, '$1'));
  return runs !== undefined && words.some(({ text }) => runs.test(text));
}

/** Copied to its path, into its folder, or by its name. */
function bringsProgram(instruction: Instruction, text: string, start: Instruction): boolean {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
  const to = destinationOf(instruction);
  const path = text.includes('/') ? absolute(text, start) : undefined;
  const sources = instruction.words.slice(0, -1).map((word) => baseName(word.text));
  if (to === undefined || path === undefined) return sources.includes(baseName(text));
  return path === to || path.startsWith(to.endsWith('/') ? to : `${to}/`);
}

/** What was built in another stage and listens nowhere: a tool, which keeps what it knows in its home or where it stands. */
function isTool(text: string, stage: Stage): boolean {
  const { image } = stage;
  const isForServers = image !== undefined && /^gcr\.io\/distroless\//.test(fullName(image));
  if (isForServers || stage.inForce.some(({ keyword }) => keyword === 'EXPOSE')) return false;
  const work = workdirAt(stage, Number.POSITIVE_INFINITY);
  return (
    stage.isScratch || text.startsWith('./') || (work !== undefined && work !== '/' && text.startsWith(`${work}/`))
  );
}

/** Puts programs of others into the image, with the folders that they keep; packages have theirs in folders of the system. */
function bringsPrograms({ keyword, commands }: Instruction, text: string): boolean {
  if (keyword !== 'RUN') return false;
  const mayBePackaged = !text.includes('/') || /^\/(?:usr\/|s?bin\/)/.test(text);
  return commands.some(
    (command: Command) =>
      (mayBePackaged && packageCommandOf(command)?.installs === true) || installers.has(programOf(command) ?? ''),
  );
}

/** @param text of a shell script. @returns whether all that it does is to start another program with what it was given. */
export function isPlainScript(text: string): boolean {
  return parseShell(text.replace(/\\\r?\n/g, '  '), 0).every((command) => {
    const [first, ...words] = startedWords(command);
    const name = programName(first) ?? '';
    if (command.outputs.some((output) => !output.text.startsWith('/dev/'))) return false;
    if (name === 'exec') {
      const [program, ...more] = words;
      return program?.text === '$@' || isQuiet(programName(program) ?? '', more);
    }
    return first === undefined || first.text.includes('$@') || plainCommands.has(name) || isQuiet(name, words);
  });
}
