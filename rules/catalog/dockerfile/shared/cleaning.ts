/** What package managers leave in a layer, and how the same RUN takes it away. */
import type { FixOffer, Report } from '../../../contract/finding.ts';
import { buildUserOf } from '../../../model/dockerfile/build-user.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { mountsOver } from '../../../model/dockerfile/mounts.ts';
import { type PackageCommand, packageCommandOf } from '../../../model/dockerfile/packages.ts';
import { type Command, programName } from '../../../model/dockerfile/shell.ts';
import { appendCommand, insertBehind } from './edit.ts';

interface Leftover {
  /** Where the manager keeps what it downloaded: mounted, it is no part of the image, and has to stay as it is. */
  readonly folders: readonly string[];
  /** The same on the target of a mount, for caches below a home. */
  readonly cache?: RegExp;
  /** Variables and options of the command that name another folder. */
  readonly movedBy?: { readonly variables: readonly string[]; readonly option: string };
  readonly message: string;
  /** Each install is mended by itself, not by one command at the end. */
  readonly each?: boolean;
  readonly isCleaned: (instruction: Instruction, install: PackageCommand) => boolean;
  readonly fix: (instruction: Instruction, install: PackageCommand) => FixOffer;
}

/**
 * A finding where an install's downloads stay in the image. Layers of stages that nothing is built on are thrown away,
 * and those that are copied from leave theirs behind.
 */
export function reportLeftover(
  instruction: Instruction,
  installs: readonly PackageCommand[],
  report: Report,
  { folders, cache, movedBy, message, each = false, isCleaned, fix }: Leftover,
): void {
  if (!instruction.stage.isShipped) return;
  const left = installs.filter((install) => {
    const moved = movedBy === undefined ? undefined : movedFolder(instruction, install, movedBy);
    const isMounted = moved === undefined ? mountsOver(instruction, folders, cache) : mountsOver(instruction, [moved]);
    return !isMounted && !isCleaned(instruction, install);
  });
  for (const install of each ? left : left.slice(0, 1))
    report({ anchor: install.verb.span, path: `${instruction.path}.cache` }, message, () => fix(instruction, install));
}

/** The folder that an option, a variable of the command, or one of the stage names; undefined when it is the usual one. */
function movedFolder(
  instruction: Instruction,
  { words, verb }: PackageCommand,
  { variables, option }: NonNullable<Leftover['movedBy']>,
): string | undefined {
  const at = words.findIndex(({ text }) => text === option || text.startsWith(`${option}=`));
  const asked = words[at]?.text.includes('=') === true ? words[at]?.text.slice(option.length + 1) : words[at + 1]?.text;
  if (at >= 0 && asked !== undefined) return instruction.resolve(asked) ?? asked;
  const command = instruction.commands.find((other) => other.words.includes(verb));
  for (const variable of variables) {
    const own = command?.assignments.find(({ text }) => text.startsWith(`${variable}=`))?.text;
    if (own !== undefined) return instruction.resolve(own.slice(variable.length + 1)) ?? own;
    const inherited = instruction.lookup(variable);
    if (typeof inherited === 'object' && inherited.value !== '') return inherited.value;
  }
  return undefined;
}

/** A command at the end of the same RUN. */
export function cleanAtEnd(
  instruction: Instruction,
  install: PackageCommand | undefined,
  command: string,
  title: string,
): FixOffer {
  if (install?.words.some(({ text }) => /^--(?:install)?root(?:=|$)|^-R$/.test(text)) === true)
    return { refused: `It installs into another root; add the clean-up for that by hand.` };
  const edit = appendCommand(instruction, instruction.commands, command);
  if (edit === undefined) return { refused: `The RUN is no chain of commands; add \`${command}\` at its end by hand.` };
  return isByOthers(instruction)
    ? { refused: `The RUN is not root's; add \`sudo ${command}\` at its end by hand.` }
    : { title, edits: [edit] };
}

/** Who calls sudo is no root, unless the file says so. */
function isByOthers({ stage, index, commands, onbuild }: Instruction): boolean {
  const user = onbuild ? 'unknown' : buildUserOf(stage, index);
  return user !== 'root' && commands.some(({ words }) => programName(words[0]) === 'sudo');
}

/** A flag behind the verb. */
export function addFlag(instruction: Instruction, { verb }: PackageCommand, flag: string, title: string): FixOffer {
  return instruction.json === undefined
    ? { title, edits: [insertBehind(verb.span, flag)] }
    : { refused: `The command is written as JSON; add ${flag} by hand.` };
}

/** A manager of this name cleans up behind the install: what is cleaned before it says nothing of it. */
export function cleansAfter({ commands }: Instruction, install: PackageCommand, programs: RegExp): boolean {
  return cleaningsOf(commands).some(({ start, program }) => start > install.verb.span.start && programs.test(program));
}

interface Cleaning {
  readonly start: number;
  readonly program: string;
}

/** Each install of a RUN asks for them. */
const cleanings = new WeakMap<readonly Command[], readonly Cleaning[]>();

/** The last cleaning of each program: an earlier one tells no more. */
function cleaningsOf(commands: readonly Command[]): readonly Cleaning[] {
  let known = cleanings.get(commands);
  if (known === undefined) {
    const last = new Map<string, Cleaning>();
    for (const command of commands) {
      const found = packageCommandOf(command);
      if (found === undefined || !/^(?:clean|cc)$/.test(found.verb.text)) continue;
      const program = programName(found.program) ?? '';
      last.set(program, { start: found.verb.span.start, program });
    }
    known = [...last.values()];
    cleanings.set(commands, known);
  }
  return known;
}
