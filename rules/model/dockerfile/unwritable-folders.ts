/** Where a program is likely to write in an image, and whether a certain user may: volumes, folders made for it, logs. */
import type { Ownership } from './accounts.ts';
import { absolute, accountsOf, destinationOf, isRecursive, numberOf, ownershipsOf, workdirAt } from './accounts.ts';
import type { Dockerfile } from './file.ts';
import type { Instruction } from './instruction.ts';
import { startsOf } from './root-start.ts';
import { type Command, programOf, workWords } from './shell.ts';
import type { Stage } from './stage.ts';

/** Who is to run it: `10001`, `app`, and the number behind the name where it is known. */
export interface RunAsUser {
  readonly user: string;
  readonly uid: number | undefined;
  /** How a title names it. */
  readonly label: string;
}

type Open = Omit<Ownership, 'user'>;

/** Folders whose name says that a program writes there. */
const written =
  /^\/(?:var\/(?:log|lib|run|cache|spool|data|db)|run|data|logs?|db|storage|uploads?|cache)(?:\/|$)|\/(?:logs?|data|uploads?|cache|storage|sessions|spool|state|db|database)$/;
/** Those that builds write and programs do not, and the parents of them all. */
const ofBuilds =
  /^\/(?:var\/(?:lib\/(?:apt|dpkg|rpm)|cache\/(?:apt|apk|yum|dnf|debconf|ldconfig|man|fontconfig))|run\/secrets)(?:\/|$)|^\/run$|^\/var\/(?:log|lib|run|cache|spool)$/;
/** Mounts of the system's own, and of single files. */
const ofSystem = /^\/(?:tmp|etc|sys|proc|dev|run\/(?:dbus|user)|var\/run\/(?:dbus|docker\.sock))(?:\/|$)/;
/** Folders that programs are put into. */
const ofPrograms = /^\/(?:usr|etc|tmp|bin|sbin|lib|lib64|root|boot|opt$|app$|src$|home\/[^/]+$)/;

/** Folders for writing that are not the user's. @param known others in which it is known to write. */
export function unwritableFolders(stage: Stage, who: RunAsUser, known: readonly string[]): readonly string[] {
  const owned: readonly Open[] = ownershipsOf(stage).filter(({ user }) => isSame(user, who, stage));
  const homes = accountsOf(stage)
    .filter(({ name, uid }) => isSame(name, who, stage) || (uid !== undefined && uid === who.uid))
    .flatMap(({ home }) => home ?? []);
  const open = [...owned, ...openedBy(stage), { paths: homes, whole: true }];
  const isOpen = (path: string): boolean =>
    open.some(({ paths, whole }) => paths.some((one) => (whole ? isBelow(path, one) : isBelow(path, one, false))));
  const folders = [
    ...volumesOf(stage),
    ...known,
    ...mountsInComments(stage),
    ...madeFolders(stage),
    ...namedByStart(stage),
  ];
  return [...new Set(folders)].filter((path) => !isOpen(path));
}

function isSame(user: string, { uid, user: name }: RunAsUser, stage: Stage): boolean {
  if (user === name) return true;
  const number = /^\d+$/.test(user) ? Number(user) : numberOf(user, stage);
  return number !== undefined && number === uid;
}

/** @param above may be a glob. @param deep also at any depth. */
function isBelow(path: string, above: string, deep = true): boolean {
  const star = above.indexOf('*');
  const stem = trimmed(star < 0 ? above : above.slice(0, above.lastIndexOf('/', star)));
  return path === stem || (deep && stem !== '' && path.startsWith(stem === '/' ? '/' : `${stem}/`));
}

/** Without slashes at the end. */
function trimmed(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}

function volumesOf(stage: Stage): readonly string[] {
  return stage.inForce.flatMap((instruction) => {
    if (instruction.keyword !== 'VOLUME') return [];
    const { json, words } = instruction;
    const paths = json !== undefined && json !== 'malformed' ? json.items : words.map(({ text }) => text);
    return paths.flatMap((path) => {
      const at = trimmed(instruction.resolve(path) ?? '');
      return at.startsWith('/') && !ofSystem.test(at) ? [at] : [];
    });
  });
}

/** `docker run -v here:/there` in a comment or label. */
function mountsInComments({ file }: Stage): readonly string[] {
  let found = commented.get(file);
  if (found === undefined) {
    found = readMounts(file);
    commented.set(file, found);
  }
  return found;
}

/** Each stage of a file asks for them. */
const commented = new WeakMap<Dockerfile, readonly string[]>();

function readMounts(file: Dockerfile): readonly string[] {
  const mounts = file.text.matchAll(
    /(?:^|\s)(?:-v|--volume)[= ][^\s:]{1,200}:(\/[\w./-]{1,200})(?![\w./-]|:[\w,]{0,20}ro\b)/g,
  );
  return [...mounts]
    .map(([, path = '']) => trimmed(path))
    .filter((path) => !ofSystem.test(path) && !/^\/root(?:\/|$)/.test(path));
}

/** What `mkdir`, `touch` and `install -d` make for writing. */
function madeFolders(stage: Stage): readonly string[] {
  const made = stage
    .inForceOf('RUN')
    .flatMap((instruction) => instruction.commands.flatMap((command) => madeBy(command, instruction)));
  // Of what lies past the limit nobody says that something is put into it.
  return [...new Set(made)].filter(
    (path, i) => !ofBuilds.test(path) && (written.test(path) || i >= madeLimit || isLeftEmpty(path, stage)),
  );
}

/** Folders that are looked for among all that the stage does. */
const madeLimit = 50;

function madeBy(command: Command, instruction: Instruction): readonly string[] {
  const program = programOf(command) ?? '';
  const words = workWords(command).slice(1);
  const makes = /^(?:mkdir|touch)$/.test(program) || words.some(({ text }) => /^-\w*d/.test(text));
  if (!makes || !/^(?:mkdir|touch|install)$/.test(program)) return [];
  return words.flatMap(({ text }) => {
    const path = text.startsWith('-') ? undefined : absolute(instruction.resolve(text), instruction);
    return path === undefined ? [] : [trimmed(path)];
  });
}

/** A folder that is made, and that nothing is put into: the program is to. */
function isLeftEmpty(folder: string, stage: Stage): boolean {
  if (!folder.startsWith('/') || ofPrograms.test(folder)) return false;
  return stage.inForce.every((instruction) => {
    const { keyword } = instruction;
    if (keyword === 'COPY' || keyword === 'ADD') return !isBelow(destinationOf(instruction) ?? '', folder);
    if (keyword === 'WORKDIR') return !isBelow(workdirAt(stage, instruction.index + 1) ?? '', folder);
    if (keyword !== 'RUN') return true;
    return instruction.commands.every(
      (command) =>
        /^(?:mkdir|chown|chmod|chgrp|install)$/.test(programOf(command) ?? '') ||
        ![...command.words, ...command.outputs].some(({ text }) => text.includes(folder)),
    );
  });
}

/** Where the program is told to write: redirections, logs, data. */
function namedByStart(stage: Stage): readonly string[] {
  return startsOf(stage).flatMap(({ commands }) =>
    commands.flatMap(({ words, outputs }) => [
      ...outputs.flatMap(({ text }) => (text.startsWith('/') && !text.startsWith('/dev/') ? [text] : [])),
      ...words.slice(1).flatMap(({ text }) => {
        const path = trimmed(/(?:^|=)(\/[\w./-]+)$/.exec(text)?.[1] ?? '');
        // A log that is watched, such as that of a server in the background.
        const logs = /^(.{1,200}\/logs?)\/[^/]+$/.exec(path)?.[1];
        return logs !== undefined ? [logs] : written.test(path) && !ofBuilds.test(path) ? [path] : [];
      }),
    ]),
  );
}

/** What chmod opens to everybody. */
function openedBy(stage: Stage): readonly Open[] {
  return stage.inForce.flatMap((instruction) => {
    if (instruction.keyword !== 'RUN') return [];
    return instruction.commands.flatMap((command) => {
      const words = workWords(command).slice(1);
      const opens = words.some(({ text }) =>
        /^(?:-m|--mode=)?(?:[0-7]?[0-7]{2}[2367]|[ug]*[ao][ugoa]*[+=][a-vx-zA-Z0-9_]*w\w*)$/.test(text),
      );
      if (!opens || !/^(?:chmod|mkdir|install)$/.test(programOf(command) ?? '')) return [];
      const paths = words.flatMap(({ text }) =>
        text.startsWith('-') ? [] : (absolute(instruction.resolve(text), instruction) ?? []),
      );
      return [{ paths, whole: words.some(({ text }) => isRecursive(text)) }];
    });
  });
}
