/** Whether what a stage starts has to be root at first: it becomes somebody else by itself, runs others as their users, or does what only root may. */
import { rootPackages, rootPrograms, stepDownPrograms, supervisors } from '../../data/root-programs.ts';
import { baseName, joinPath } from '../../text/path.ts';
import { baseImageOf, namesakeOf } from '../image/base.ts';
import { absolute, destinationOf } from './accounts.ts';
import type { BuildSurroundings, CopiedFile } from './around.ts';
import type { Instruction } from './instruction.ts';
import { packageCommandOf } from './packages.ts';
import { type Command, isShell, parseShell, programName, workWords } from './shell.ts';
import type { ShellWord } from './shell-word.ts';
import type { Stage } from './stage.ts';

/** Why what a stage starts may need root. */
export interface RootStart {
  /** The program starts as root and gives that away: no USER may stand before it. */
  readonly certain: boolean;
  /** What has to be true for another user to start it; a clause. */
  readonly clause: string;
}

/** Programs that only wait for another one, which follows. */
const waiters = new Set(['tini', 'tini-static', 'dumb-init', 'catatonit', 'docker-init', 'pid1', 'catchsegv']);
/** Words that are names of programs wherever they stand among arguments. */
const unmistakable = /^(?:gosu|su-exec|setpriv|runuser|chpst|s6-setuidgid|s6-svscan|supervisord|runsvdir|my_init)$/;

/** What a command starts that root alone may start. */
function rootProgramIn(command: Command): { readonly name: string; readonly stepsDown: boolean } | undefined {
  const words = startedWords(command);
  const found = words.find((word) => unmistakable.test(programName(word) ?? ''));
  const name = programName(found ?? words[0]);
  // s6-overlay's own place.
  if (words[0]?.text === '/init') return { name: 'the s6 supervisor', stepsDown: false };
  if (name === undefined) return undefined;
  if (/^\/etc\/init\.d\//.test(words[0]?.text ?? '')) return { name: words[0]?.text ?? '', stepsDown: false };
  if (stepDownPrograms.has(name)) return { name, stepsDown: true };
  return supervisors.has(name) || rootPrograms.has(name) ? { name, stepsDown: false } : undefined;
}

/** @returns the words of the program that is run in the end, without what only waits for it. sudo and doas stay: they are what needs root. */
export function startedWords(command: Command): readonly ShellWord[] {
  const first = programName(command.words[0]) ?? '';
  let words = first === 'sudo' || first === 'doas' ? command.words : workWords(command);
  while (waiters.has(programName(words[0]) ?? '')) {
    let i = 1;
    while (i < words.length && words[i]?.text.startsWith('-') === true) i++;
    words = words.slice(i);
  }
  return words;
}

/** @param words of a command as a list, such as that of a container. @returns the program in it that needs root. */
export function rootProgramInWords(words: readonly string[]): string | undefined {
  const span = { start: 0, end: 0 };
  const command: Command = {
    words: words.map((text) => ({ text, expands: false, span })),
    assignments: [],
    outputs: [],
    operator: '',
    pipedFrom: undefined,
    within: undefined,
    isScript: false,
    span,
  };
  return rootProgramIn(command)?.name;
}

/** @param text of a shell script. @returns what in it needs root: a program, or a write where root alone may. */
export const rootNeedInScript = (text: string): string | undefined =>
  rootNeedIn(parseShell(text.replace(/\\\r?\n/g, '  '), 0));

/** @returns what in the commands of a script needs root: a program, or a write where root alone may. */
export function rootNeedIn(commands: readonly Command[]): string | undefined {
  for (const command of commands) {
    const found = rootProgramIn(command);
    if (found !== undefined) return found.name;
  }
  for (const command of commands) {
    const words = startedWords(command);
    const made = makers.has(programName(words[0]) ?? '') ? words.slice(1) : [];
    const path = [...command.outputs, ...made].find((word) => !word.expands && rootsPlace.test(word.text))?.text;
    if (path !== undefined) return `writing ${path}`;
  }
  return undefined;
}

/** Make or change the files that they name. */
const makers = new Set(['touch', 'tee', 'mkdir', 'mkfifo', 'truncate']);
/** Root's in every image: `/` itself, settings and programs. Source: the Filesystem Hierarchy Standard 3.0. */
const rootsPlace = /^\/(?:(?!tmp$)[^/]+|(?:etc|usr|s?bin|lib|boot)\/.+)$/;

/** ENTRYPOINT and CMD that are in force. */
export function startsOf(stage: Stage): readonly Instruction[] {
  return ['ENTRYPOINT', 'CMD'].flatMap((wanted) => stage.inForceOf(wanted).at(-1) ?? []);
}

/** @param around what other files make of the image. @returns undefined where nothing is known to need root. */
export function rootStartOf(stage: Stage, around: BuildSurroundings): RootStart | undefined {
  const starts = startsOf(stage);
  for (const start of starts) {
    for (const command of start.commands) {
      const found = rootProgramIn(command);
      if (found !== undefined) return { certain: found.stepsDown, clause: `${found.name} starts without root` };
    }
  }
  for (const start of starts) {
    for (const command of start.commands) {
      const needs = scriptNeeds(command, start, stage, around);
      if (needs !== undefined) return { certain: false, clause: needs };
    }
  }
  const installed = installedFor(stage);
  if (installed !== undefined) return { certain: false, clause: `nothing starts ${installed}` };
  return baseNeeds(stage, starts);
}

/** What a script that is started does, or that nobody can tell. */
function scriptNeeds(
  command: Command,
  start: Instruction,
  stage: Stage,
  around: BuildSurroundings,
): string | undefined {
  const script = scriptStarted(command, start, stage, around);
  if (script === undefined) return undefined;
  const { name, text, file } = script;
  if (text === undefined && file === undefined) return `${name} needs no root`;
  const found = text === undefined ? file?.needsRoot : rootNeedInScript(text);
  return found === undefined ? undefined : `${found} in ${name} needs no root`;
}

/** A script of the author's that is started; both left out where nobody has read it. */
export interface StartedScript {
  readonly name: string;
  /** What it holds, where the Dockerfile itself does. */
  readonly text?: string;
  /** What is known of the file that it is copied from. */
  readonly file?: CopiedFile;
}

/** @param start the instruction that the command is of. @returns undefined where nothing says that a script of the author's is started. */
export function scriptStarted(
  command: Command,
  start: Instruction,
  stage: Stage,
  around: BuildSurroundings,
): StartedScript | undefined {
  let words = startedWords(command);
  if (isShell(programName(words[0]))) words = words.slice(1).filter(({ text }) => !text.startsWith('-'));
  const written = words[0];
  if (written === undefined || written.expands) return undefined;
  const name = baseName(written.text);
  const path = written.text.includes('/') ? (absolute(written.text, start) ?? written.text) : name;
  const text = inlineScript(stage, path);
  if (text !== undefined) return { name, text };
  const sources = sourcesOf(stage, path);
  for (const source of sources) {
    const file = around.file(source);
    if (file !== undefined) return { name, file };
  }
  return [name, ...sources].some((one) => sources.length > 0 && isScript.test(one)) ? { name } : undefined;
}

/** Names of scripts that often do something as root before the program starts. */
const isScript = /\.(?:ba|z|k)?sh$|entry-?_?point/;

/** The text of a script that the Dockerfile itself holds. */
function inlineScript(stage: Stage, path: string): string | undefined {
  for (const instruction of [...stage.inForce].reverse()) {
    const [heredoc] = instruction.heredocs;
    if (instruction.keyword === 'COPY' && heredoc !== undefined && destinationOf(instruction) === path)
      return stage.file.text.slice(heredoc.body.start, heredoc.body.end);
  }
  return undefined;
}

/** Files of the build context that may be the one at a path of the image, or of a name in its search path; nearest first. */
export function sourcesOf(stage: Stage, path: string): readonly string[] {
  const name = baseName(path);
  return [...stage.inForce].reverse().flatMap((instruction) => {
    const { keyword, json, words } = instruction;
    if ((keyword !== 'COPY' && keyword !== 'ADD') || instruction.flag('from') !== undefined) return [];
    const all = json !== undefined && json !== 'malformed' ? json.items : words.map(({ text }) => text);
    const to = destinationOf(instruction) ?? '';
    const renamed = to === path || (!path.includes('/') && baseName(to) === name);
    return all.slice(0, -1).flatMap((word) => {
      const source = instruction
        .resolve(word)
        ?.replace(/^(?:\.?\/)+/, '')
        .replace(/^\.$/, '');
      if (source === undefined) return [];
      if (renamed || baseName(source) === name) return [source];
      // A folder: what lies below it keeps its path.
      const below = to.endsWith('/') ? to : `${to}/`;
      const isFolder = source === '' || source.endsWith('/') || !baseName(source).includes('.');
      if (!isFolder || !path.startsWith(below)) return [];
      return [joinPath(source, path.slice(below.length))];
    });
  });
}

/** A package that is only installed to step down or to run others. */
function installedFor(stage: Stage): string | undefined {
  for (const instruction of stage.inForce) {
    if (instruction.keyword === 'RUN')
      for (const command of instruction.commands) {
        const call = packageCommandOf(command);
        if (call?.installs !== true) continue;
        for (const { text } of call.operands) {
          const name = text.split(/[=<>~]/)[0] ?? '';
          if (rootPackages.has(name)) return name;
        }
      }
    const brought = /(?<![\w-])(gosu|su-exec|s6-overlay)(?![\w])/.exec(
      ['RUN', 'COPY', 'ADD'].includes(instruction.keyword) ? instruction.argument.text : '',
    )?.[1];
    if (brought !== undefined) return brought;
  }
  return undefined;
}

/** What the image's own program needs, unless this file starts another one. */
function baseNeeds({ image }: Stage, starts: readonly Instruction[]): RootStart | undefined {
  if (image === undefined) return undefined;
  const replaced = starts.some(({ keyword }) => keyword === 'ENTRYPOINT');
  if (namesakeOf(image) !== undefined && !replaced)
    return { certain: false, clause: `${image.name} starts without root` };
  const { needs } = baseImageOf(image);
  if (needs === undefined) return undefined;
  const own = starts.some(({ commands }) =>
    commands.every(
      (command) =>
        !/nginx|httpd|apache|entrypoint|dockerd|registry|traefik|caddy|haproxy|init|\.sh$/.test(
          programName(startedWords(command)[0]) ?? '',
        ),
    ),
  );
  return own ? undefined : { certain: false, clause: needs };
}
