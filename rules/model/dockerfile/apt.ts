/** What an apt-get command does. Source: the manual pages apt-get(8) and apt.conf(5). */
import { type Command, programOf, type ShellWord, workWords } from './shell.ts';

export interface AptCommand {
  /** The word `install`, `update`, ... */
  readonly verb: ShellWord;
  readonly words: readonly ShellWord[];
}

/** @returns undefined for other programs. */
export function aptCommandOf(command: Command): AptCommand | undefined {
  const program = programOf(command);
  if (program !== 'apt-get' && program !== 'apt' && program !== 'aptitude') return undefined;
  const [, ...words] = workWords(command);
  // `-o` and `-t` take the next word.
  const verb = words.find(
    ({ text }, i) =>
      !text.startsWith('-') && !/^-(?:o|t|c|q|-option|-target-release|-config-file)$/.test(words[i - 1]?.text ?? ''),
  );
  return verb === undefined ? undefined : { verb, words };
}
