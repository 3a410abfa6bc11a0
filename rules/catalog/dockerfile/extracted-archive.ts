import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';
import { sourceKind } from '../../model/dockerfile/sources.ts';

export default defineRule({
  id: 'extracted-archive',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  tags: ['practice'],
  title: 'Archive is copied to be unpacked',
  why: 'The archive itself stays in a layer of the image permanently, beside what is unpacked from it.',
  remedy: 'Let ADD unpack local archives, or mount the archive with `RUN --mount=type=bind`.',
  aliases: [hadolint('DL3010')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        COPY app.tar.gz /tmp/
        RUN tar -xzf /tmp/app.tar.gz -C /srv
      `,
      dockerfile`
        FROM debian:13-slim
        COPY app.tar /usr/src/app
        RUN tar -xf /usr/src/app/app.tar
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        ADD app.tar.gz /srv/
      `,
      dockerfile`
        FROM debian:13-slim
        COPY app.tar.gz /srv/
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, words, stage, index } = instruction;
    if (keyword !== 'COPY' || instruction.flag('from') !== undefined) return;
    for (const source of words.slice(0, -1)) {
      const path = instruction.resolve(source.text);
      if (path === undefined || sourceKind(path) !== 'archive') continue;
      const name = path.slice(path.lastIndexOf('/') + 1);
      const unpacked = stage.instructions.some(
        (other) =>
          other.index > index &&
          other.keyword === 'RUN' &&
          other.commands.some(
            (command) =>
              /^(?:bsd)?tar$|^unzip$|^gunzip$|^unxz$/.test(programOf(command) ?? '') &&
              workWords(command).some(({ text }) => text === name || text.endsWith(`/${name}`)),
          ),
      );
      if (unpacked)
        report(
          { anchor: source.span, path: `${instruction.path}.${name}` },
          `Stays in the image after it is unpacked: ${name}.`,
        );
    }
  },
});
