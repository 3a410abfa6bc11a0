/**
 * What the program of a stage is known to want that another user than root has not: folders that it writes where it stands, the machine, a user to become.
 * Where nothing is known of a program, nothing is said.
 */
import { fillsFolder, writesByWord, writesWhereItStarts } from '../../data/working-folders.ts';
import { baseName, directoryOf } from '../../text/path.ts';
import { baseImageOf } from '../image/base.ts';
import { programThatNeeds } from '../program/needs.ts';
import { absolute, accountsOf, destinationOf, numberOf, workdirAt } from './accounts.ts';
import { packageCommandOf } from './packages.ts';
import { startedWords, startsOf } from './root-start.ts';
import { programName, programOf, workWords } from './shell.ts';
import type { Stage } from './stage.ts';
import type { RunAsUser } from './unwritable-folders.ts';

/** @returns clauses that have to be true for the user to start what the stage starts. */
export function startNeeds(stage: Stage, who: RunAsUser): readonly string[] {
  const clauses: string[] = [];
  const { image } = stage;
  const users = stage.inForceOf('USER');
  if (image !== undefined && users.length > 0 && baseImageOf(image).user === 'unknown')
    clauses.push('it need not be the user of the image that it is built on');
  // An image of tools: whoever runs it says what.
  const base = image === undefined ? undefined : baseImageOf(image);
  if (startsOf(stage).length === 0 && base?.user === 'root' && base.needs === undefined)
    clauses.push('what is started in it needs no root');
  const machine = machineProgram(stage);
  if (machine !== undefined) clauses.push(`${machine} needs no root`);
  const become = becomes(stage, who);
  if (become !== undefined) clauses.push(`it starts without root, as which it becomes ${become}`);
  return clauses;
}

/** @returns folders that the program writes into because of where it stands: applications that were unpacked, tools that work where they start. */
export function foldersOfStart(stage: Stage): readonly string[] {
  const starts = startsOf(stage);
  const work = workdirAt(stage, Number.POSITIVE_INFINITY) ?? '/';
  for (const start of starts)
    for (const command of start.commands) {
      const words = startedWords(command);
      const name = programName(words[0]) ?? '';
      const byWord = writesByWord.get(name);
      if (writesWhereItStarts.has(name) || words.slice(1, 4).some(({ text }) => byWord?.test(text) === true))
        return [work];
      const program = words[0]?.text.includes('/') === true ? absolute(words[0].text, start) : undefined;
      const home = program === undefined ? undefined : homeOf(program);
      const folder = [home, work].find((one) => one !== undefined && isFilled(stage, one));
      if (folder !== undefined) return [folder];
      // A script of the author's starts what was unpacked, from wherever.
      if (
        /\.sh$|entry-?point/.test(
          words
            .slice(0, 2)
            .map(({ text }) => text)
            .join(' '),
        )
      )
        return unpackedInto(stage);
    }
  return [];
}

/** Folders of the system, which no application has to itself. */
const ofSystem =
  /^\/(?:(?:usr|usr\/local|opt|home|root|srv|var|etc|tmp|bin|sbin|usr\/s?bin|usr\/local\/s?bin|usr\/lib|usr\/src)(?:\/)?)?$/;

/** `/opt/activemq` of `/opt/activemq/bin/activemq`. */
function homeOf(program: string): string | undefined {
  const folder = directoryOf(program);
  const home = /^s?bin$/.test(baseName(folder)) ? directoryOf(folder) : folder;
  return home === '' || ofSystem.test(home) ? undefined : home;
}

/** An archive or a repository was put there, and no application of the author's own: what lies there is one with all that it keeps. */
function isFilled(stage: Stage, folder: string): boolean {
  if (ofSystem.test(folder)) return false;
  let filled = false;
  for (const instruction of stage.inForce) {
    const { keyword } = instruction;
    if ((keyword === 'COPY' || keyword === 'ADD') && destinationOf(instruction)?.replace(/\/$/, '') === folder)
      return false;
    if (keyword !== 'RUN') continue;
    filled ||= instruction.commands.some((command) => {
      const fills = fillsFolder.get(programOf(command) ?? '');
      return (
        fills !== undefined &&
        workWords(command)
          .slice(1)
          .some(({ text }) => fills.test(text))
      );
    });
  }
  return filled;
}

/** Folders that are named as the place to unpack into: `-C /opt/jboss`, `-d /opt/jboss`. */
function unpackedInto(stage: Stage): readonly string[] {
  return stage.inForceOf('RUN').flatMap((instruction) =>
    instruction.commands.flatMap((command) => {
      if (!/^(?:bsd)?tar$|^unzip$/.test(programOf(command) ?? '')) return [];
      const words = workWords(command);
      return words.flatMap(({ text }, i) => {
        const place = /^(?:-C|-d|--directory)$/.test(words[i - 1]?.text ?? '')
          ? text
          : /^--directory=(.+)$/.exec(text)?.[1];
        const folder =
          place === undefined ? undefined : absolute(instruction.resolve(place), instruction)?.replace(/\/$/, '');
        return folder === undefined || ofSystem.test(folder) ? [] : [folder];
      });
    }),
  );
}

/** A program of which it is known that it works on the machine: the one that is started, or one that is installed for it. */
export function machineProgram(stage: Stage): string | undefined {
  const started = startsOf(stage).flatMap(({ commands }) =>
    // `docker-entrypoint.sh` is no program of Docker's.
    commands.flatMap((command) => {
      const name = programName(startedWords(command)[0]) ?? '';
      return /entry-?point|\.sh$/.test(name) ? [] : [name];
    }),
  );
  const installed = stage
    .inForceOf('RUN')
    .flatMap(({ commands }) => commands.flatMap((command) => packageCommandOf(command)))
    .flatMap((call) =>
      call?.installs === true ? call.operands.map(({ text }) => text.split(/[=<>~]/, 1)[0] ?? '') : [],
    );
  return (
    programThatNeeds({ image: undefined, lines: started }, 'privileged', 'NET_ADMIN', 'SYS_MODULE', 'SYS_RAWIO') ??
    programThatNeeds({ image: undefined, lines: installed }, 'block devices', 'NET_ADMIN')
  );
}

/** `-u www-data`, `--user=nobody`: only root becomes somebody else. */
function becomes(stage: Stage, who: RunAsUser): string | undefined {
  const accounts = new Set(accountsOf(stage).map(({ name }) => name));
  const isUser = (text: string): boolean =>
    text !== 'root' && text !== who.user && (accounts.has(text) || numberOf(text, stage) !== undefined);
  for (const { commands } of startsOf(stage))
    for (const { words } of commands)
      for (const [i, { text }] of words.entries()) {
        const [, , joined] = /^(-u|--user|--uid|--setuid|--runas)(?:=(.*))?$/.exec(text) ?? [];
        const name = joined ?? (/^(?:-u|--user|--uid|--setuid|--runas)$/.test(text) ? words[i + 1]?.text : undefined);
        if (name !== undefined && isUser(name)) return name;
      }
  return undefined;
}
