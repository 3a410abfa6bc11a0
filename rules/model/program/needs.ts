/**
 * Whether a program that is known to need something of its machine runs in a container or a service, by its image and its command lines. Knows
 * words alone: of a program that is not known nothing says that it needs nothing.
 */
import { type Need, needNothing, programNeeds } from '../../data/program-needs.ts';
import { isShell } from '../dockerfile/shell.ts';
import { parseImageReference } from '../image/reference.ts';

/** What of a container or service names the programs in it. */
export interface Program {
  readonly image: string | undefined;
  /** Words of its commands, arguments and variables; each may be a whole line. */
  readonly lines: readonly string[];
}

/** What a privileged program may be privileged for. */
export const privilegedNeeds: readonly Need[] = [
  'privileged',
  'NET_ADMIN',
  'SYS_ADMIN',
  'SYS_MODULE',
  'SYS_RAWIO',
  'SYS_TIME',
];

/** Longer texts are data, not command lines. */
const longest = 20_000;

/** @returns the word that names a program which needs one of these; undefined when none is known. */
export function programThatNeeds(program: Program, ...needs: readonly Need[]): string | undefined {
  const words = wordsOf(program);
  for (const need of needs) {
    const key = need.replace(/^CAP_/, '');
    const names = Object.hasOwn(programNeeds, key) ? programNeeds[key] : undefined;
    const found = names === undefined ? undefined : words.find((word) => matchesWord(word, names));
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * What has to be true for programs to go on without something that somebody gave them. Somebody did so for a reason, so that it is an assumption
 * but for programs that are known to do without.
 * @param what is taken away, as a title names it.
 */
export function assumingWithout(
  programs: readonly Program[],
  what: string,
  ...needs: readonly Need[]
): { readonly assumes?: string } {
  const known = assumingIfKnown(programs, what, ...needs);
  if (known.assumes !== undefined) return known;
  const canBeKnown = !needs.some((need) => reachedByOthers.has(need));
  const unknown = programs.find((program) => !(canBeKnown && needsNothing(program)));
  return unknown === undefined ? {} : { assumes: `${nameOf(unknown)} works without ${what}` };
}

/** As `assumingWithout`, where nobody chose what is taken away: only a program that is known to need it stands against that. */
export function assumingIfKnown(
  programs: readonly Program[],
  what: string,
  ...needs: readonly Need[]
): { readonly assumes?: string } {
  const [found] = programs.flatMap((program) => programThatNeeds(program, ...needs) ?? []);
  return found === undefined ? {} : { assumes: `${found} works without ${what}` };
}

/** What others may rely on, whatever the program itself does: they call it at the address of its machine, or it was given something to hand on. */
const reachedByOthers: ReadonlySet<Need> = new Set(['host network', 'network_mode', 'host port', 'socket']);

/** An official image with its own program, whose instructions ask for nothing. */
function needsNothing({ image, lines }: Program): boolean {
  const repository = image === undefined ? '' : parseImageReference(image).repository;
  if (!repository.startsWith('library/') || !matchesWord(repository.slice('library/'.length), needNothing))
    return false;
  return !wordsOf({ image: undefined, lines }).some((word) => isShell(word));
}

function nameOf({ image }: Program): string {
  const name = image === undefined ? undefined : parseImageReference(image).name;
  return name === undefined || name === '' || name.includes('$') || name.includes('{') ? 'what runs here' : name;
}

/** Parts of the image's path, and the names of what a command line speaks of, without their folders. */
export function wordsOf({ image, lines }: Program): readonly string[] {
  const path = image === undefined ? undefined : parseImageReference(image).repository;
  const named = lines.flatMap((line) => (line.length > longest ? [] : line.split(/[\s;|&()<>"'`=,$]+/)));
  return (
    [...(path?.split('/') ?? []), ...named.map((word) => word.slice(word.lastIndexOf('/') + 1).replace(/^-+/, ''))]
      // `docker-entrypoint.sh` is no program of Docker's.
      .filter((word) => word !== '' && !/^docker-(?:php-)?(?:entrypoint|ensure)/.test(word))
      .map((word) => word.toLowerCase())
  );
}

interface Names {
  readonly whole: ReadonlySet<string>;
  readonly parts: readonly ((word: string) => boolean)[];
}

const read = new Map<string, Names>();

/** @param names in words; a star at the beginning, at the end, or at both stands for anything. */
export function matchesWord(word: string, names: string): boolean {
  let known = read.get(names);
  if (known === undefined) {
    const each = names.split(' ');
    known = {
      whole: new Set(each.filter((name) => !name.includes('*'))),
      parts: each.filter((name) => name.includes('*')).map(matcherOf),
    };
    read.set(names, known);
  }
  return known.whole.has(word) || known.parts.some((part) => part(word));
}

function matcherOf(name: string): (word: string) => boolean {
  const text = name.replaceAll('*', '');
  if (!name.startsWith('*')) return (word) => word.startsWith(text);
  return name.endsWith('*') ? (word) => word.includes(text) : (word) => word.endsWith(text);
}
