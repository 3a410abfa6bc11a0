/** What is known to stand against a stage's being run as a certain user: its folders, its ports, who else builds on it. */

import { baseName } from '../../text/path.ts';
import { isPrivilegedPort } from '../port.ts';
import { absolute, destinationOf, workdirAt } from './accounts.ts';
import type { BuildSurroundings } from './around.ts';
import type { Dockerfile } from './file.ts';
import type { Instruction } from './instruction.ts';
import { foldersMadeByProgram } from './made-by-program.ts';
import { startsOf } from './root-start.ts';
import { programOf, workWords } from './shell.ts';
import type { Stage } from './stage.ts';
import { foldersOfStart, startNeeds } from './start-needs.ts';
import { type RunAsUser, unwritableFolders } from './unwritable-folders.ts';

/** @returns clauses that all have to be true; empty when nothing is known to stand against it. */
export function obstaclesTo(stage: Stage, who: RunAsUser, around: BuildSurroundings): readonly string[] {
  const clauses: string[] = [];
  if (around.basedOn !== undefined) clauses.push(`${around.basedOn}, which is built on it, needs no root`);
  else if (stage.chain.some(({ instructions }) => instructions.some(({ onbuild }) => onbuild)))
    clauses.push('what is built on it needs no root');
  const { mountsHome, asked } = hintsOf(stage.file);
  if (usesRootsHome(stage) || mountsHome) clauses.push('it needs nothing below /root');
  if (asked !== undefined) clauses.push(`it needs no root for ${asked}`);
  clauses.push(...startNeeds(stage, who));
  const closed = unwritableFolders(stage, who, [
    ...around.mounts,
    ...foldersOfStart(stage),
    ...foldersMadeByProgram(stage, around),
  ]);
  if (closed.length > 0) clauses.push(`${who.label} may write ${closed.slice(0, 3).join(', ')}`);
  const closedProgram = closedProgramOf(stage);
  if (closedProgram !== undefined) clauses.push(`others than root may start ${closedProgram}`);
  const [machine] = [...around.machineFolders, ...machineFoldersOf(stage)];
  if (machine !== undefined) clauses.push(`${who.label} may write ${machine}, a folder of its machine`);
  if (around.helper !== undefined) clauses.push(`${who.label} may reach the program that ${around.helper} works for`);
  const port = lowPortsOf(stage)[0] ?? (startsOf(stage).length > 0 ? around.settingsPort : undefined);
  if (port !== undefined && !around.lowPortsOpen && !stage.inForce.some(opensLowPorts))
    clauses.push(`the runtime lets it open port ${port}`);
  return clauses;
}

/** What is started, where a mode in digits keeps all but its owner and group from starting it, and nobody gives it away. */
function closedProgramOf(stage: Stage): string | undefined {
  const started = new Set(
    startsOf(stage).flatMap((start) =>
      start.commands.flatMap((command) => {
        const [program] = workWords(command);
        return program === undefined || !program.text.includes('/') ? [] : (absolute(program.text, start) ?? []);
      }),
    ),
  );
  let closed: string | undefined;
  for (const instruction of stage.inForce) {
    if (instruction.keyword !== 'RUN') continue;
    for (const command of instruction.commands) {
      const program = programOf(command);
      if (program !== 'chmod' && program !== 'chown') continue;
      const [mode, ...paths] = workWords(command)
        .slice(1)
        .filter(({ text }) => !text.startsWith('-'));
      // Where nobody says in which folder it works, its name has to do.
      const path = [...started].find((one) =>
        paths.some(({ text }) => {
          const named = absolute(text, instruction);
          return named === undefined ? baseName(text) === baseName(one) : named === one;
        }),
      );
      if (path === undefined) continue;
      closed = program === 'chmod' && /^[0-7]{2,4}[0246]$/.test(mode?.text ?? '') ? path : undefined;
    }
  }
  return closed;
}

interface Hints {
  readonly mountsHome: boolean;
  /** How a comment says that it is run. */
  readonly asked: string | undefined;
}

/** Each stage of a file asks for them. */
const hints = new WeakMap<Dockerfile, Hints>();

function hintsOf(file: Dockerfile): Hints {
  let found = hints.get(file);
  if (found === undefined) {
    const asked = /--privileged\b|--cap-add[= ]\w+/.exec(file.text)?.[0];
    found = { mountsHome: /:\/root(?![\w.-])/.test(file.text), asked };
    hints.set(file, found);
  }
  return found;
}

/** Where images expect the disk of their machine. */
const machines = /^(?:\/(?:host|hostfs|rootfs)|\/mnt\/host|\/host[-_]?(?:root|fs))(?:\/|$)/;

/** Folders of the machine that the start names, by itself or by a variable, unless it only reads there. */
function machineFoldersOf(stage: Stage): readonly string[] {
  const values = new Map(
    stage.inForceOf('ENV').flatMap((instruction) => instruction.pairs.map(({ name, value }) => [name, value ?? ''])),
  );
  const lines = startsOf(stage).map(({ argument }) => argument.text);
  return lines.flatMap((line) => {
    const named = [...line.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => values.get(name) ?? '');
    return [...line.split(/[\s"',=[\]]+/), ...named].filter((word) => machines.test(word));
  });
}

/** Ports of EXPOSE below 1024. */
function lowPortsOf(stage: Stage): readonly number[] {
  return stage.inForce.flatMap((instruction) =>
    instruction.keyword === 'EXPOSE'
      ? instruction.words.flatMap(({ text }) => {
          const port = Number(/^(\d+)(?:\/\w+)?$/.exec(instruction.resolve(text) ?? '')?.[1] ?? 0);
          return isPrivilegedPort(port) ? [port] : [];
        })
      : [],
  );
}

/** `setcap cap_net_bind_service=+ep program` */
const opensLowPorts = ({ keyword, argument }: Instruction): boolean =>
  keyword === 'RUN' && /cap_net_bind_service/i.test(argument.text);

/** Installers that put what they install below the home folder of whoever runs them. */
const homeInstallers = /^(?:rustup(?:-init)?|pipx|nvm|sdk|playwright|ghcup|cabal|stack|opam)$/;

/** Root's home is closed to others (0700 on Debian, Alpine and Red Hat). */
function usesRootsHome(stage: Stage): boolean {
  const inside = (path: string | undefined): boolean => path === '/root' || path?.startsWith('/root/') === true;
  if (inside(workdirAt(stage, Number.POSITIVE_INFINITY))) return true;
  const mentions = /(?:^|[\s"'=:,])(?:\/root(?![\w.-])|~\/|\$HOME\/|\$\{HOME\}\/)/;
  return stage.inForce.some((instruction) => {
    const { keyword, argument } = instruction;
    switch (keyword) {
      case 'COPY':
      case 'ADD':
        return inside(destinationOf(instruction));
      case 'ENV':
        return instruction.pairs.some(({ value }) => mentions.test(`=${value ?? ''}`));
      case 'VOLUME':
      case 'CMD':
      case 'ENTRYPOINT':
        return mentions.test(argument.text);
      case 'RUN':
        return instruction.commands.some((command) => {
          const words = workWords(command);
          const program = programOf(command) ?? '';
          // What is taken away, or given to somebody else, is not needed there.
          if (/^(?:rm|chown|chmod|find)$/.test(program)) return false;
          if (homeInstallers.test(program) && words.length > 1) return true;
          if (/^pip[\d.]*$/.test(program) && words.some(({ text }) => text === '--user')) return true;
          return [...words, ...command.outputs].some(({ text }) => mentions.test(` ${text}`));
        });
      default:
        return false;
    }
  });
}
