/** What is known to stand against a stage's being run as a certain user: its folders, its ports, who else builds on it. */
import type { Account, Ownership } from './accounts.ts';
import { absolute, accountsOf, destinationOf, numberOf, ownershipsOf, workdirAt } from './accounts.ts';
import type { BuildSurroundings } from './around.ts';
import type { Instruction } from './instruction.ts';
import { startsOf } from './root-start.ts';
import { programOf, workWords } from './shell.ts';
import type { Stage } from './stage.ts';

/** Who is to run it: `10001`, `app`, and the number behind the name where it is known. */
export interface Candidate {
  readonly user: string;
  readonly uid: number | undefined;
  /** How a title names it. */
  readonly label: string;
}

/** @returns clauses that all have to be true; empty when nothing is known to stand against it. */
export function obstaclesTo(stage: Stage, who: Candidate, around: BuildSurroundings): readonly string[] {
  const clauses: string[] = [];
  if (around.basedOn !== undefined) clauses.push(`${around.basedOn}, which is built on it, needs no root`);
  else if (stage.chain.some(({ instructions }) => instructions.some(({ onbuild }) => onbuild)))
    clauses.push('what is built on it needs no root');
  if (usesRootsHome(stage)) clauses.push('it needs nothing below /root');
  const closed = closedFolders(stage, who);
  if (closed.length > 0) clauses.push(`${who.label} may write ${closed.slice(0, 3).join(', ')}`);
  const port = lowPortsOf(stage)[0];
  if (port !== undefined && !around.lowPortsOpen && !stage.inForce.some(opensLowPorts))
    clauses.push(`the runtime lets it open port ${port}`);
  return clauses;
}

/** Ports of EXPOSE below 1024. */
export function lowPortsOf(stage: Stage): readonly number[] {
  return stage.inForce.flatMap((instruction) =>
    instruction.keyword === 'EXPOSE'
      ? instruction.words.flatMap(({ text }) => {
          const port = Number(/^(\d+)(?:\/\w+)?$/.exec(instruction.resolve(text) ?? '')?.[1] ?? 0);
          return port > 0 && port < 1024 ? [port] : [];
        })
      : [],
  );
}

/** `setcap cap_net_bind_service=+ep program` */
const opensLowPorts = ({ keyword, argument }: Instruction): boolean =>
  keyword === 'RUN' && /cap_net_bind_service/i.test(argument.text);

/** Installers that put what they install below the home folder of whoever runs them. */
const homeInstallers = /^(?:rustup(?:-init)?|pipx|nvm|sdk|playwright|ghcup|uv|conda-init)$/;

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

/** Folders whose name says that a program writes there. */
const written =
  /^\/(?:var\/(?:log|lib|run|cache|spool|data|db)|run|data|logs?|db|storage|uploads?|cache)(?:\/|$)|\/(?:logs?|data|uploads?|cache|storage|sessions|spool|state|db|database)\/?$/;
/** Those that builds write and programs do not. */
const ofBuilds =
  /^\/(?:var\/(?:lib\/(?:apt|dpkg|rpm)|cache\/(?:apt|apk|yum|dnf|debconf|ldconfig|man|fontconfig))|run\/secrets)(?:\/|$)|^\/run\/?$|^\/var\/(?:log|lib|run|cache|spool)\/?$/;

/** Volumes and folders for writing that do not belong to the user. */
function closedFolders(stage: Stage, who: Candidate): readonly string[] {
  const owned = ownershipsOf(stage).filter(({ user }) => isSame(user, who, stage));
  const homes = accountsOf(stage).filter(
    ({ name, uid }) => isSame(name, who, stage) || (uid !== undefined && uid === who.uid),
  );
  const open = [...pathsOf(owned), ...homesOf(homes), ...openedPaths(stage)];
  const isOpen = (path: string): boolean => open.some((one) => isBelow(path, one));
  const folders = [...volumesOf(stage), ...madeFolders(stage), ...namedByStart(stage)];
  return [...new Set(folders)].filter((path) => !isOpen(path));
}

const pathsOf = (owned: readonly Ownership[]): readonly string[] => owned.flatMap(({ paths }) => paths);
const homesOf = (accounts: readonly Account[]): readonly string[] => accounts.flatMap(({ home }) => home ?? []);

function isSame(user: string, { uid, user: name }: Candidate, stage: Stage): boolean {
  if (user === name) return true;
  const number = /^\d+$/.test(user) ? Number(user) : numberOf(user, stage);
  return number !== undefined && number === uid;
}

/** A path that a glob or a folder stands for, too. */
function isBelow(path: string, above: string): boolean {
  const stem = above.replace(/\/?(?:\*.*|\.)$/, '').replace(/\/+$/, '');
  return stem === '' ? above === '/' : path === stem || path.startsWith(`${stem}/`);
}

function volumesOf(stage: Stage): readonly string[] {
  return stage.inForce.flatMap((instruction) => {
    if (instruction.keyword !== 'VOLUME') return [];
    const { json, words } = instruction;
    const paths = json !== undefined && json !== 'malformed' ? json.items : words.map(({ text }) => text);
    return paths.flatMap((path) => {
      const at = instruction.resolve(path)?.replace(/(?<=.)\/+$/, '');
      // Mounts of the system's own, and of files.
      return at === undefined || !at.startsWith('/') || /^\/(?:tmp|etc|sys|proc|dev)(?:\/|$)/.test(at) ? [] : [at];
    });
  });
}

/** What `mkdir`, `touch` and `install -d` make for writing. */
function madeFolders(stage: Stage): readonly string[] {
  return stage.inForce.flatMap((instruction) => {
    if (instruction.keyword !== 'RUN') return [];
    return instruction.commands.flatMap((command) => {
      const program = programOf(command) ?? '';
      const words = workWords(command).slice(1);
      if (
        !/^(?:mkdir|touch)$/.test(program) &&
        !(program === 'install' && words.some(({ text }) => /^-\w*d/.test(text)))
      )
        return [];
      return words.flatMap(({ text }) => {
        const path = text.startsWith('-') ? undefined : absolute(instruction.resolve(text), instruction);
        return path === undefined || !written.test(path) || ofBuilds.test(path) ? [] : [path.replace(/(?<=.)\/+$/, '')];
      });
    });
  });
}

/** Where the program is told to write: redirections, logs and process numbers. */
function namedByStart(stage: Stage): readonly string[] {
  return startsOf(stage).flatMap(({ commands }) =>
    commands.flatMap(({ words, outputs }) => [
      ...outputs.flatMap(({ text }) => (text.startsWith('/') && !text.startsWith('/dev/') ? [text] : [])),
      ...words.flatMap(
        ({ text }) => /(?:^|=)(\/(?:var\/(?:log|lib|run|cache|spool)|run)\/[\w./-]+)/.exec(text)?.[1] ?? [],
      ),
    ]),
  );
}

/** What chmod opens to everybody. */
function openedPaths(stage: Stage): readonly string[] {
  return stage.inForce.flatMap((instruction) => {
    if (instruction.keyword !== 'RUN') return [];
    return instruction.commands.flatMap((command) => {
      const words = workWords(command).slice(1);
      const program = programOf(command);
      const isOpen = words.some(({ text }) =>
        /^(?:-m|--mode=)?(?:[0-7]{0,1}[0-7]{2}[2367]|(?:[ugo]*[ao][ugo]*)?[+=]\w*w\w*)$/.test(text),
      );
      if (!isOpen || !/^(?:chmod|mkdir|install)$/.test(program ?? '')) return [];
      return words.flatMap(({ text }) =>
        text.startsWith('-') ? [] : (absolute(instruction.resolve(text), instruction) ?? []),
      );
    });
  });
}
