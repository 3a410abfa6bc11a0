/** What package managers leave in a layer, and how the same RUN takes it away. */
import type { FixOffer, Report } from '../../rule.ts';
import { appendCommand, insertBehind } from './edit.ts';
import type { Instruction } from './instruction.ts';
import { deletes, hasFlag, mountsOver, type PackageCommand, packageCommandOf, runs } from './packages.ts';
import { programName } from './shell.ts';

/** Where the manager keeps what it downloaded, as a mount would name it. */
interface Leftover {
  readonly cache: RegExp;
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
  { cache, message, each = false, isCleaned, fix }: Leftover,
): void {
  if (!instruction.stage.isShipped || mountsOver(instruction, cache)) return;
  const left = installs.filter((install) => !isCleaned(instruction, install));
  for (const install of each ? left : left.slice(0, 1))
    report({ anchor: install.verb.span, path: `${instruction.path}.cache` }, message, () => fix(instruction, install));
}

/** A command at the end of the same RUN. */
export function cleanAtEnd(instruction: Instruction, command: string, title: string): FixOffer {
  const edit = appendCommand(instruction, instruction.commands, command);
  return edit === undefined
    ? { refused: `The RUN is no chain of commands; add \`${command}\` at its end by hand.` }
    : { title, edits: [edit] };
}

/** A flag behind the verb. */
export function addFlag(instruction: Instruction, { verb }: PackageCommand, flag: string, title: string): FixOffer {
  return instruction.json === undefined
    ? { title, edits: [insertBehind(verb.span, flag)] }
    : { refused: `The command is written as JSON; add ${flag} by hand.` };
}

/** A manager of this name cleans up behind the install: what is cleaned before it says nothing of it. */
export function cleansAfter({ commands }: Instruction, install: PackageCommand, programs: RegExp): boolean {
  return commands.some((command) => {
    const found = packageCommandOf(command);
    return (
      found !== undefined &&
      found.verb.span.start > install.verb.span.start &&
      programs.test(programName(found.program) ?? '') &&
      /^(?:clean|cc)$/.test(found.verb.text)
    );
  });
}

/** As pip reads booleans. Source: pip's documentation, "Environment variables". */
const isTrue = (value: string): boolean => !/^(?:0|false|no|off|n|f|)$/i.test(value);

/** By flag, by environment (of the command, the RUN or the stage), or cleaned up. Source: pip's documentation, "Caching". */
export function keepsNoPipCache(instruction: Instruction, install: PackageCommand): boolean {
  const variable = 'PIP_NO_CACHE_DIR';
  const exported = instruction.commands.some(({ assignments, words }) =>
    [...assignments, ...words].some(
      ({ text }) => text.startsWith(`${variable}=`) && isTrue(text.slice(variable.length + 1)),
    ),
  );
  const inherited = instruction.lookup(variable);
  return (
    hasFlag(install, '--no-cache-dir', '--no-cache') ||
    exported ||
    (typeof inherited === 'object' && isTrue(inherited.value)) ||
    runs(instruction, 'pip', 'cache', 'purge') ||
    deletes(instruction, /\.cache/, install.verb.span.start)
  );
}
