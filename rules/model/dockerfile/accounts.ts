/**
 * The users of a stage: which ones its commands make, to whom files are given, and which number a name has. Sources: useradd(8), adduser(8) of Debian
 * and of BusyBox, chown(1), install(1), Dockerfile reference (COPY --chown).
 */
import { shippedNumber } from '../image/distribution.ts';
import type { Instruction } from './instruction.ts';
import { programOf, workWords } from './shell.ts';
import type { ShellWord } from './shell-word.ts';
import { isRootUser, type Stage } from './stage.ts';
import { countBefore } from './variables.ts';

/** A user that a command of the stage makes. */
export interface Account {
  readonly name: string;
  /** Undefined when the system chooses one. */
  readonly uid: number | undefined;
  /** Its home folder, where the command says it. */
  readonly home: string | undefined;
}

/** Files that are given to somebody. */
export interface Ownership {
  /** A name or a number, as written. */
  readonly user: string;
  readonly paths: readonly string[];
  /** With everything below them. */
  readonly whole: boolean;
}

/** Flags of useradd and adduser whose value is the next word. */
const takesWord =
  /^(?:-[ugGdscbefkKpRPhZ]|--(?:uid|gid|groups|home|home-dir|shell|comment|base-dir|expiredate|inactive|skel|key|password|root|prefix|ingroup|gecos|firstuid|lastuid|conf))$/;

const isName = (word: string): boolean => /^[a-z_][a-z0-9_.-]*$/i.test(word);

/** Users that commands of the stage make, in the order they do. Those of a stage count too whose `/etc/passwd` is copied from it. */
export function accountsOf(stage: Stage): readonly Account[] {
  return once(accounts, stage, readAccounts);
}

const accounts = new WeakMap<Stage, readonly Account[]>();

function once<T>(known: WeakMap<Stage, T>, stage: Stage, read: (stage: Stage) => T): T {
  let found = known.get(stage);
  if (found === undefined) {
    found = read(stage);
    known.set(stage, found);
  }
  return found;
}

function readAccounts(stage: Stage): readonly Account[] {
  const copied = stage.inForceOf('COPY').flatMap((instruction) => {
    const from = instruction.flag('from')?.value;
    const takes = from !== undefined && instruction.words.slice(0, -1).some(({ text }) => text === '/etc/passwd');
    const source = from === undefined || !takes ? undefined : stage.file.stageNamed(from);
    return source === undefined || source === stage ? [] : [source];
  });
  return [...new Set([...copied, stage])].flatMap((one) => one.inForce.flatMap((instruction) => madeBy(instruction)));
}

function madeBy(instruction: Instruction): readonly Account[] {
  if (instruction.keyword !== 'RUN') return [];
  const made = instruction.commands.flatMap((command) => {
    const program = programOf(command) ?? '';
    if (program !== 'useradd' && program !== 'adduser') return [];
    const account = accountAskedFor(program, texts(workWords(command).slice(1), instruction));
    return account === undefined || account.uid === 0 ? [] : [account];
  });
  // A line of /etc/passwd, as images without tools get their user.
  const written = [...instruction.argument.text.matchAll(/\b([a-z_][a-z0-9_-]{0,31}):x?:(\d{1,9}):\d{1,9}:/g)].map(
    ([, name = '', uid]) => ({ name, uid: Number(uid), home: undefined }),
  );
  return [...made, ...written.filter(({ uid }) => uid > 0)];
}

function accountAskedFor(program: string, words: readonly (string | undefined)[]): Account | undefined {
  const operands: (string | undefined)[] = [];
  let home: string | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || !word.startsWith('-')) {
      operands.push(word);
      continue;
    }
    // BusyBox's -h and useradd's -d.
    if (/^(?:-d|--home|--home-dir|-h)$/.test(word)) home = words[i + 1];
    home = /^--home(?:-dir)?=(.+)$/.exec(word)?.[1] ?? home;
    if (takesWord.test(word)) i++;
  }
  // `adduser user group` only adds a user to a group.
  if (operands.length === 0 || (program === 'adduser' && operands.length > 1)) return undefined;
  const name = program === 'useradd' ? operands.at(-1) : operands[0];
  if (name === undefined || !isName(name) || isRootUser(name)) return undefined;
  const uid = uidAskedOf(words);
  return { name, uid, home: home ?? `/home/${name}` };
}

/** The number that useradd or adduser is told to give: `-u 1000`, `-u1000`, `--uid 1000`, `--uid=1000`, `-ru 1000`. */
export function uidAskedOf(words: readonly (string | undefined)[]): number | undefined {
  const at = words.findIndex((word) => word !== undefined && /^(?:-[a-zA-Z]*u|--uid)$/.test(word));
  const joined = words.map((word) => /^(?:-u|--uid=)(\d+)$/.exec(word ?? '')?.[1]).find((uid) => uid !== undefined);
  const uid = joined ?? (at >= 0 ? words[at + 1] : undefined);
  return uid !== undefined && /^\d+$/.test(uid) ? Number(uid) : undefined;
}

/** The number of a name, where the file gives it or the base image is known to have it. */
export function numberOf(name: string, stage: Stage): number | undefined {
  const byName = once(numbers, stage, (of) => new Map(accountsOf(of).map((account) => [account.name, account.uid])));
  if (byName.has(name)) return byName.get(name);
  return stage.image === undefined ? undefined : shippedNumber(stage.image, name);
}

const numbers = new WeakMap<Stage, ReadonlyMap<string, number | undefined>>();

/** What is given to somebody else than root, in order. */
export function ownershipsOf(stage: Stage): readonly Ownership[] {
  return once(ownerships, stage, readOwnerships);
}

const ownerships = new WeakMap<Stage, readonly Ownership[]>();

function readOwnerships(stage: Stage): readonly Ownership[] {
  return stage.inForce.flatMap((instruction) => {
    const { keyword } = instruction;
    if (keyword === 'COPY' || keyword === 'ADD') {
      const owner = ownerIn(resolved(instruction.flag('chown')?.value, instruction));
      const to = destinationOf(instruction);
      return owner === undefined ? [] : [{ user: owner, paths: to === undefined ? [] : [to], whole: true }];
    }
    return keyword === 'RUN' ? given(instruction) : [];
  });
}

function given(instruction: Instruction): readonly Ownership[] {
  return instruction.commands.flatMap((command) => {
    const program = programOf(command);
    if (program !== 'chown' && program !== 'install') return [];
    const words = texts(workWords(command).slice(1), instruction);
    const operands = words.filter((word) => word === undefined || !word.startsWith('-'));
    if (program === 'chown') {
      const owner = ownerIn(operands[0]);
      return owner === undefined
        ? []
        : [
            {
              user: owner,
              paths: operands.slice(1).flatMap((path) => absolute(path, instruction) ?? []),
              whole: words.some(isRecursive),
            },
          ];
    }
    const flag = words.findIndex((word) => word === '-o' || word === '--owner');
    const owner = ownerIn(flag < 0 ? words.find((word) => word?.startsWith('--owner='))?.slice(8) : words[flag + 1]);
    return owner === undefined
      ? []
      : [{ user: owner, paths: operands.flatMap((path) => absolute(path, instruction) ?? []), whole: false }];
  });
}

/** `-R` of chown and chmod, also among other letters. */
export const isRecursive = (word: string | undefined): boolean =>
  /^(?:-[A-QS-Za-z]*R[A-Za-z]*|--recursive)$/.test(word ?? '');

/** `user:group`, `user.group`, `user:`; undefined for root and where only the group changes. */
function ownerIn(text: string | undefined): string | undefined {
  const user = /^([a-z0-9_][a-z0-9_-]*)(?:[:.].*)?$/i.exec(text ?? '')?.[1];
  return user === undefined || isRootUser(user) ? undefined : user;
}

/** Where COPY or ADD puts its files; a relative path as seen from WORKDIR. */
export function destinationOf(instruction: Instruction): string | undefined {
  const { json, words } = instruction;
  const last = json !== undefined && json !== 'malformed' ? json.items.at(-1) : words.at(-1)?.text;
  return absolute(resolved(last, instruction), instruction);
}

/** A path as the instruction's folder makes it absolute; undefined when a part is unknown. */
export function absolute(path: string | undefined, { stage, index }: Instruction): string | undefined {
  if (path === undefined || path.startsWith('/')) return path;
  const folder = workdirAt(stage, index);
  return folder === undefined ? undefined : `${folder}/${path.replace(/^\.\/?/, '')}`.replace(/\/+/g, '/');
}

/** WORKDIR that holds for the instruction with this index; undefined where the base image or a variable decides. */
export function workdirAt(stage: Stage, index: number): string | undefined {
  return once(workdirs, stage, readWorkdirs)[countBefore(stage.inForceOf('WORKDIR'), index) - 1];
}

/** Characters; no system takes a longer path. */
const longestPath = 4096;

/** Folders behind each WORKDIR in force. */
const workdirs = new WeakMap<Stage, readonly (string | undefined)[]>();

function readWorkdirs(stage: Stage): readonly (string | undefined)[] {
  let folder: string | undefined;
  let isUnknown = false;
  return stage.inForceOf('WORKDIR').map((instruction) => {
    const path = instruction.resolve(instruction.argument.text.trim());
    isUnknown ||= path === undefined;
    if (path === undefined || isUnknown) return undefined;
    folder = path.startsWith('/') ? path : folder === undefined ? undefined : `${folder}/${path}`;
    if (folder !== undefined && folder.length > longestPath) folder = undefined;
    return folder;
  });
}

function texts(words: readonly ShellWord[], instruction: Instruction): readonly (string | undefined)[] {
  return words.map(({ text, expands }) => (expands ? resolved(text, instruction) : text));
}

function resolved(text: string | undefined, instruction: Instruction): string | undefined {
  return text === undefined ? undefined : instruction.resolve(text);
}
