import { debian } from '../../contract/example.ts';
import { buildkit, defineRule } from '../../contract/rule.ts';
import { firstDefinitions } from '../../model/dockerfile/defined.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';
import { isPredefined } from '../../model/dockerfile/variables.ts';
import { closest } from '../../text/similar.ts';

export default defineRule({
  id: 'misspelt-variable',
  subject: 'instruction',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  tags: ['practice'],
  title: 'Variable is not defined; a similar name is',
  why: 'The build inserts nothing in its place, and continues.',
  remedy: 'Correct the name.',
  aliases: [buildkit('UndefinedVar')],
  examples: {
    bad: [
      debian`
        ARG VERSION=1
      - WORKDIR /opt/tool-$VERSOIN
      + WORKDIR /opt/tool-$VERSION
      `,
      debian`
        ENV APP_HOME=/srv
        COPY app \${APP_HOEM}/
      `,
    ],
    good: [
      debian`
        ENV APP_HOME=/srv
        COPY app \${JAVA_HOME}/
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, stage, index, argument } = instruction;
    // In the others a shell reads variables that nobody declares here.
    if (!resolved.has(keyword) || instruction.onbuild || stage.isFragment) return;
    for (const match of argument.text.matchAll(/\$(?:(\w+)|\{(\w+)\})/g)) {
      const name = match[1] ?? match[2] ?? '';
      // Behind an escape it is a dollar.
      if (argument.text[match.index - 1] === stage.file.escape || name.length < 4) continue;
      if (isDefined(name, stage, index) || isPredefined(name)) continue;
      const meant = closest(name, twistedFrom(name, stage, index));
      // The base image has variables of its own, whose names are alike by chance only when they are short.
      if (meant === undefined) continue;
      const start = argument.span.start + match.index + match[0].indexOf(name);
      const end = start + name.length;
      report(
        { anchor: { start, end }, path: `${instruction.path}.${name}` },
        `Nothing defines ${name}; did you mean ${meant}?`,
        () => ({ title: `Write ${meant}`, edits: [{ start, end, text: meant }] }),
      );
    }
  },
});

const resolved = new Set(['ADD', 'COPY', 'ENV', 'EXPOSE', 'LABEL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR']);

/** Names by their sorted letters, and by what is left of long ones without a letter. */
interface Twists {
  readonly sorted: ReadonlyMap<string, readonly string[]>;
  readonly shortened: ReadonlyMap<string, readonly string[]>;
}

/** Characters; nobody misspells a longer name. */
const longest = 64;
/** So many names alike are nobody's misspelling. */
const alike = 20;

/** Each reference of a stage asks for them. */
const known = new WeakMap<Stage, Twists>();

const lettersOf = (text: string): string => [...text].sort().join('');
const withoutOne = (name: string): readonly string[] => [...name].map((_, i) => name.slice(0, i) + name.slice(i + 1));

function twistsOf(stage: Stage): Twists {
  let twists = known.get(stage);
  if (twists === undefined) {
    const sorted = new Map<string, string[]>();
    const shortened = new Map<string, string[]>();
    const add = (to: Map<string, string[]>, key: string, name: string): void => {
      const names = to.get(key);
      if (names === undefined) to.set(key, [name]);
      else if (names.length < alike) names.push(name);
    };
    for (const keyword of ['ARG', 'ENV'] as const)
      for (const name of firstDefinitions(stage, keyword).keys()) {
        if (name.length > longest) continue;
        add(sorted, lettersOf(name), name);
        if (name.length > 6) for (const short of withoutOne(name)) add(shortened, short, name);
      }
    twists = { sorted, shortened };
    known.set(stage, twists);
  }
  return twists;
}

/** Defined names of the same letters in another order, or long ones with one letter more or less. */
function twistedFrom(name: string, stage: Stage, index: number): readonly string[] {
  if (name.length > longest) return [];
  const { sorted, shortened } = twistsOf(stage);
  const shorter = name.length > 6 ? withoutOne(name) : [];
  const found = [
    ...(sorted.get(lettersOf(name)) ?? []),
    ...(name.length >= 6 ? (shortened.get(name) ?? []) : []),
    ...shorter,
  ];
  return found.filter((other) => isDefined(other, stage, index));
}

/** An ARG or ENV above an instruction defines it. */
function isDefined(name: string, stage: Stage, index: number): boolean {
  return (['ARG', 'ENV'] as const).some((keyword) => (firstDefinitions(stage, keyword).get(name) ?? index) < index);
}
