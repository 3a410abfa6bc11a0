import type { Stage } from '../model/dockerfile/stage.ts';
import { isPredefined } from '../model/dockerfile/variables.ts';
import { buildkit, defineRule, dockerfile } from '../rule.ts';
import { closest } from '../text/similar.ts';

export default defineRule({
  id: 'misspelt-variable',
  subject: 'instruction',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  tags: ['practice'],
  since: '0.1.0',
  title: 'Variable is not defined, but one that is spelled much like it',
  why: 'The build puts nothing in its place, and goes on.',
  remedy: 'Correct the name.',
  standards: [],
  aliases: [buildkit('UndefinedVar')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        ARG VERSION=1
        WORKDIR /opt/tool-$VERSOIN
      `,
      dockerfile`
        FROM debian:13-slim
        ENV APP_HOME=/srv
        COPY app \${APP_HOEM}/
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        ARG VERSION=1
        WORKDIR /opt/tool-$VERSION
      `,
      dockerfile`
        FROM debian:13-slim
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
      const own = defined(stage, index);
      if (own.includes(name) || isPredefined(name)) continue;
      const meant = closest(name, own);
      // The base image has variables of its own, whose names are alike by chance only when they are short.
      if (meant === undefined || !isTwisted(name, meant)) continue;
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

/** The same letters in another order, or a long name with one letter more or less. */
function isTwisted(name: string, meant: string): boolean {
  const letters = (text: string): string => [...text].sort().join('');
  const [short = '', long = ''] = [name, meant].sort((a, b) => a.length - b.length);
  const oneMore =
    long.length === short.length + 1 && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
  return letters(name) === letters(meant) || (short.length >= 6 && oneMore);
}

/** Names that an ARG or ENV above an instruction defines. */
function defined(stage: Stage, index: number): readonly string[] {
  return stage.inForce
    .filter(({ keyword, index: at }) => (keyword === 'ARG' || keyword === 'ENV') && at < index)
    .flatMap(({ pairs }) => pairs.map(({ name }) => name));
}
