/** What a container installs before its program starts: by its command, or by what its image downloads when a variable says so. Must not know rules. */
import type { Field } from '../../yaml/field.ts';
import { packageCommandOf } from '../dockerfile/packages.ts';
import { type Command, isShell, parseShell, programName, workWords } from '../dockerfile/shell.ts';
import { programIn } from '../kubernetes/command-line.ts';

/** @param command of a Compose service, a text or a list. @returns the program that installs, by its name. */
export function installedAtStart(command: Field): string | undefined {
  const words = command.string === undefined ? command.strings.map(({ text }) => text) : wordsOf(command.string);
  const [program, ...others] = words;
  const flag = others.findIndex((word) => /^-[a-z]*c$/.test(word));
  const isScript = isShell(programIn(program)) && flag >= 0;
  // An entrypoint may be a shell of its own, to which the command is one word.
  const script = isScript ? others[flag + 1] : words.length === 1 ? program : words.join(' ');
  return installerIn(parseShell((script ?? '').replaceAll('\\\n', ' '), 0));
}

/** @returns the first program of a script's commands that installs packages, by its name. */
export function installerIn(commands: readonly Command[]): string | undefined {
  for (const command of commands) {
    const known = packageCommandOf(command);
    if (known?.installs === true) return known.program.text;
    const [program, ...words] = workWords(command);
    const name = programName(program);
    if (name !== undefined && condas.has(name) && words.some(({ text }) => condaInstalls.has(text))) return name;
  }
  return undefined;
}

/** Source: docs.conda.io, "Commands"; mamba.readthedocs.io, "Micromamba User Guide"; read 2026-11-28. */
const condas: ReadonlySet<string> = new Set(['conda', 'mamba', 'micromamba']);
const condaInstalls: ReadonlySet<string> = new Set(['install', 'create', 'update', 'upgrade']);

const wordsOf = (line: string): readonly string[] => parseShell(line, 0)[0]?.words.map(({ text }) => text) ?? [];

/**
 * Images that an image of linuxserver.io puts over its own files when it starts, as root, whatever their tags hold that day. Source: linuxserver.io, "Container
 * Customization", Docker Mods; read 2026-11-28.
 */
export const modsOf = (name: string, value: string): readonly string[] =>
  name === 'DOCKER_MODS'
    ? value.split('|').filter((mod) => /^[\w./-]+:[\w.-]+$|^[\w./-]+\/[\w.-]+$/.test(mod.trim()))
    : [];
