/** What `sudo` adds to the command behind it, and whether the command is the same without it for root. Source: sudo(8), 1.9. */
import type { Command } from '../../../model/dockerfile/shell.ts';
import type { ShellWord } from '../../../model/dockerfile/shell-word.ts';

/** Options under which root runs the command as it would itself; the environment is kept anyway when nobody changes the user. */
const harmless =
  /^(?:-[EHknPS]+|--(?:preserve-env(?:=.*)?|set-home|non-interactive|preserve-groups|reset-timestamp|stdin))$/;

/**
 * @param command one whose first word is `sudo`.
 * @returns what goes, from `sudo` to its last option; undefined when the options ask for more.
 */
export function sudoWords({ words }: Command): { readonly first: ShellWord; readonly last: ShellWord } | undefined {
  const [first] = words;
  if (first === undefined) return undefined;
  let last = first;
  for (let i = 1; i < words.length; i++) {
    const word = words[i] as ShellWord;
    if (word.text === '--') last = word;
    else if (/^(?:-u|--user)$/.test(word.text) && isRoot(words[i + 1])) last = words[++i] as ShellWord;
    else if (harmless.test(word.text) || /^(?:-u|--user=)(?:root|0|#0)$/.test(word.text)) last = word;
    else return word.text.startsWith('-') ? undefined : { first, last };
    if (word.text === '--') break;
  }
  return words.indexOf(last) === words.length - 1 ? undefined : { first, last };
}

const isRoot = (word: ShellWord | undefined): boolean => word !== undefined && /^(?:root|0|#0)$/.test(word.text);
