import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';
import { sourceKind } from '../../model/dockerfile/sources.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';
import { baseName } from '../../text/path.ts';

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
      const name = baseName(path);
      if ((unpackedBy(stage).get(name) ?? -1) > index)
        report(
          { anchor: source.span, path: `${instruction.path}.${name}` },
          `Stays in the image after it is unpacked: ${name}.`,
        );
    }
  },
});

/** Each archive that is copied asks for it. */
const unpacked = new WeakMap<Stage, ReadonlyMap<string, number>>();

/** By the name of a file: the position of the last instruction that unpacks one of that name. */
function unpackedBy(stage: Stage): ReadonlyMap<string, number> {
  let last = unpacked.get(stage);
  if (last === undefined) {
    last = new Map(
      stage.instructions
        .filter(({ keyword }) => keyword === 'RUN')
        .flatMap(({ commands, index }) =>
          commands
            .filter((command) => /^(?:bsd)?tar$|^unzip$|^gunzip$|^unxz$/.test(programOf(command) ?? ''))
            .flatMap((command) => workWords(command).map(({ text }) => [baseName(text), index] as const)),
        ),
    );
    unpacked.set(stage, last);
  }
  return last;
}
