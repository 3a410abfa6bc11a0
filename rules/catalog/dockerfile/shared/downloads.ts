/**
 * Files that commands of a stage download, and whether later ones run them without a look at a checksum. Sources: curl(1), GNU Wget manual;
 * read 2026-11-27.
 */
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { type Command, programName, programOf, workWords } from '../../../model/dockerfile/shell.ts';
import type { ShellWord } from '../../../model/dockerfile/shell-word.ts';
import type { Stage } from '../../../model/dockerfile/stage.ts';
import { countBefore } from '../../../model/dockerfile/variables.ts';
import { baseName } from '../../../text/path.ts';

const downloaders: ReadonlySet<string> = new Set(['curl', 'wget', 'fetch', 'http', 'https', 'aria2c']);

export const isDownload = (command: Command): boolean => downloaders.has(programOf(command) ?? '');

const interpreters: ReadonlySet<string> = new Set(
  'sh bash ash dash zsh ksh python python2 python3 perl ruby node php eval source .'.split(' '),
);

export const isInterpreter = (program: string | undefined): boolean => interpreters.has(program ?? '');

/** The commands that compare something with a checksum or a signature. */
export function checksIn(commands: readonly Command[]): readonly Command[] {
  const read = new Set(commands.map(({ pipedFrom }) => pipedFrom));
  return commands.filter((command) => {
    const program = programOf(command) ?? '';
    const words = workWords(command);
    // What is printed for people to read, and compared with nothing, is no check.
    if (/^(?:(?:sha\d+|md5|b2)sum|shasum)$/.test(program))
      return (
        command.within !== undefined || read.has(command) || words.some(({ text }) => /^--check$|^-[a-z]*c/.test(text))
      );
    return (
      /^(?:gpgv?|cosign|minisign|openssl)$/.test(program) ||
      (program === 'rpm' && words.some(({ text }) => /^--(?:import|checksig|verify)$|^-K/.test(text))) ||
      words.some(({ text }) => /hash_file|hashlib/.test(text))
    );
  });
}

/** Whether a command unpacks something, installs it as a package or makes it a program. */
export function usesDownload(command: Command): boolean {
  const program = programOf(command) ?? '';
  if (/^(?:tar|bsdtar|unzip|dpkg)$/.test(program)) return true;
  return (
    program === 'chmod' && workWords(command).some(({ text }) => /^(?:[ugoa]*\+r?w?x|[0-7]?[57][0-7]{2})$/.test(text))
  );
}

/** Whether a command downloads packages by their addresses, and installs them by itself. */
export const isInstaller = (command: Command): boolean =>
  /^(?:rpm|dnf|yum|microdnf|zypper|pip3?|gem|npm|R)$/.test(programOf(command) ?? '') &&
  !workWords(command).some(({ text }) => text === '--import');

/** What runs a downloaded file: an interpreter by its name; undefined when the file is a program itself. */
interface Execution {
  readonly start: number;
  readonly by: string | undefined;
}

interface Executions {
  /** The last one of each file, by the words that name it. */
  readonly byFile: ReadonlyMap<string, Execution>;
  /** Where checksums are compared, in order. */
  readonly checks: readonly { readonly index: number }[];
  /** The command that reads the output of another one. */
  readonly readers: ReadonlyMap<Command, Command>;
}

const known = new WeakMap<Stage, Executions>();

/**
 * @param command that downloads something in a RUN.
 * @returns how a later command of the stage runs the file, with nothing compared in between; undefined where none does.
 */
export function uncheckedExecution({ stage }: Instruction, command: Command): Execution | undefined {
  let executions = known.get(stage);
  if (executions === undefined) {
    executions = readExecutions(stage);
    known.set(stage, executions);
  }
  const { byFile, checks, readers } = executions;
  const next = checks[countBefore(checks, command.span.start)]?.index ?? Number.POSITIVE_INFINITY;
  for (const file of filesOf(command, readers)) {
    const execution = byFile.get(plain(file));
    if (execution !== undefined && execution.start > command.span.start && execution.start < next) return execution;
  }
  return undefined;
}

function readExecutions(stage: Stage): Executions {
  const byFile = new Map<string, Execution>();
  const all = stage.instructions.flatMap(({ keyword, commands }) => (keyword === 'RUN' ? commands : []));
  for (const command of all) {
    const [program, ...words] = workWords(command);
    const name = programName(program);
    const { start } = command.span;
    if (isInterpreter(name)) {
      const script = words.find(({ text }) => !text.startsWith('-'));
      // With one of these the words say something else than a file, or nothing of it is run.
      const isOther = words.some(({ text }) => /^-(?:c|m|e|r|n|l)$/.test(text));
      if (script !== undefined && !isOther) byFile.set(plain(script.text), { start, by: name });
    } else if (program?.text.includes('/') === true) byFile.set(plain(program.text), { start, by: undefined });
  }
  const readers = new Map(
    all.flatMap((reader) => (reader.pipedFrom === undefined ? [] : [[reader.pipedFrom, reader]])),
  );
  return { byFile, checks: checksIn(all).map(({ span }) => ({ index: span.start })), readers };
}

const plain = (file: string): string => file.replace(/^(?:\.\/)+/, '');

/** Files that what is downloaded is written to. */
function filesOf(command: Command, readers: Executions['readers']): readonly string[] {
  const written = writtenBy(command, readers);
  if (written.length > 0) return written;
  const words = workWords(command);
  const address = words.find(({ text }) => /^(?:https?|ftp):\/\//.test(text))?.text;
  const isKept = programOf(command) === 'wget' || words.some(({ text }) => /^--remote-name$|^-[a-zA-Z]*O/.test(text));
  const named = valuesOf(words, /^-[a-zA-Z]*o$|^--output$/, /^--output=|^-o(?=.)/);
  const document = valuesOf(words, /^-[a-zA-Z]*O$|^--output-document$/, /^--output-document=|^-O(?=.)/);
  const asked = programOf(command) === 'wget' ? document : named;
  if (asked.length > 0) return asked.filter((file) => file !== '-' && !file.startsWith('/dev/'));
  if (!isKept || address === undefined) return [];
  const folder = valuesOf(
    words,
    /^-P$|^--directory-prefix$|^--output-dir$/,
    /^(?:--directory-prefix|--output-dir)=/,
  )[0];
  const name = baseName(address.split(/[?#]/, 1)[0] ?? '');
  return folder === undefined ? [name] : [`${folder.replace(/\/$/, '')}/${name}`];
}

function valuesOf(words: readonly ShellWord[], apart: RegExp, joined: RegExp): readonly string[] {
  return words.flatMap(({ text }, i) => {
    if (apart.test(text)) return words[i + 1]?.text ?? [];
    return joined.test(text) ? [text.replace(joined, '')] : [];
  });
}

/** By a redirection or by `tee`, of the command itself or of what reads its output. */
function writtenBy(command: Command, readers: Executions['readers']): readonly string[] {
  const found = command.outputs.map(({ text }) => text);
  for (let next = readers.get(command); next !== undefined; next = readers.get(next)) {
    found.push(...next.outputs.map(({ text }) => text));
    if (programOf(next) === 'tee')
      found.push(
        ...workWords(next)
          .slice(1)
          .map(({ text }) => text),
      );
  }
  return found.filter((file) => !file.startsWith('/dev/'));
}
