/**
 * The user that what a stage starts becomes by itself. Only what the command says counts: a gosu or the like in front of the program, or the option by which
 * a server is told its user. Must not know of scripts: what they do is not in the file.
 */
import { becomesUser, type UserOption } from '../../data/step-down.ts';
import { startedWords } from './root-start.ts';
import { isShell, programName } from './shell.ts';
import type { ShellWord } from './shell-word.ts';
import type { Stage } from './stage.ts';

/** A program that gives root away, and the user it becomes. */
export interface StepDown {
  readonly program: string;
  /** A name or number as it is written, without the group; never root's. */
  readonly user: string;
}

/** @returns undefined when the stage starts something that stays root, or that nobody can tell. */
export function stepDownOf(stage: Stage): StepDown | undefined {
  const entry = lastWords(stage, 'ENTRYPOINT');
  // An init alone runs what CMD says.
  const words = entry === undefined || entry.length === 0 ? lastWords(stage, 'CMD') : entry;
  const program = programName(words?.[0]);
  if (words === undefined || program === undefined) return undefined;
  const option = becomesUser.get(program);
  const user = option === undefined ? undefined : userIn(words.slice(1), option);
  return user === undefined || !/^[\w-]+$/.test(user) || /^(?:0+|root)$/.test(user) ? undefined : { program, user };
}

/** The words of the program that stays in the end: of several commands the last. */
function lastWords(stage: Stage, keyword: string): readonly ShellWord[] | undefined {
  const start = stage.inForceOf(keyword).at(-1);
  if (start === undefined) return undefined;
  // What stands in a substitution ends before the program begins.
  const commands = start.commands.filter(({ within, isScript }) => within === undefined || isScript);
  // In the background, or beside others in a pipe, root stays too; of alternatives nobody knows which.
  if (commands.some(({ operator }) => operator === '&' || operator === '|' || operator === '||')) return undefined;
  const last = commands.at(-1);
  const words = last === undefined ? [] : startedWords(last);
  return isShell(programName(words[0])) ? undefined : words;
}

/** The user among the words behind the program, without the group. */
function userIn(words: readonly ShellWord[], { names, first }: UserOption): string | undefined {
  for (const [i, { text }] of words.entries()) {
    if (text === '--') break;
    const name = names.find((one) => text === one || text.startsWith(`${one}=`));
    const short = names.find((one) => /^-\w$/.test(one) && text.startsWith(one) && text.length > 2);
    const value =
      name === undefined
        ? short === undefined
          ? undefined
          : text.slice(2)
        : text === name
          ? words[i + 1]?.text
          : text.slice(name.length + 1);
    if (value !== undefined) return value.split(':')[0];
  }
  return first === true ? words[0]?.text.split(':')[0] : undefined;
}
