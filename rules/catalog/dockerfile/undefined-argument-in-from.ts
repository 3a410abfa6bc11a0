import { dockerfile } from '../../contract/example.ts';
import { buildkit, defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'undefined-argument-in-from',
  subject: 'instruction',
  severity: 'medium',
  profile: 'strict',
  tags: ['practice'],
  title: 'FROM uses an undefined argument',
  why: 'It is empty, so that the build stops or takes another image than the one that is meant.',
  remedy: 'Define it above the first FROM: `ARG NAME=value`.',
  aliases: [buildkit('UndefinedArgInFrom')],
  examples: {
    bad: [
      dockerfile`FROM debian:$RELEASE`,
      dockerfile`
        ARG VERSION=13
        FROM debian:\${VERSOIN}-slim
      `,
    ],
    good: [
      dockerfile`
        ARG RELEASE=13
        FROM debian:$RELEASE
      `,
      dockerfile`FROM debian:\${RELEASE:-13}`,
    ],
  },

  check(instruction, report) {
    const { keyword, words, stage, index } = instruction;
    const [image] = words;
    if (keyword !== 'FROM' || image === undefined) return;
    for (const match of image.text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)) {
      const name = match[1] ?? match[2] ?? '';
      if (stage.file.globalVariable(name, index) !== undefined) continue;
      const start = image.span.start + match.index;
      report(
        { anchor: { start, end: start + match[0].length }, path: `${stage.path}.${name}` },
        `No ARG above the first FROM defines ${name}.`,
      );
    }
  },
});
