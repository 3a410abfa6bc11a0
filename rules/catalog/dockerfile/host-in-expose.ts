import { debian } from '../../contract/example.ts';
import { buildkit, defineRule } from '../../contract/rule.ts';
import { replace } from '../../text/edit.ts';

export default defineRule({
  id: 'host-in-expose',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  // The builder takes the port of the container alone from such a pair.
  fix: 'safe',
  tags: ['practice'],
  title: 'EXPOSE maps a port of the host',
  why: 'EXPOSE takes ports of the container alone. Newer builders refuse the rest; older ones ignored it.',
  remedy: 'Write the port of the container; publish it when the container is started.',
  aliases: [buildkit('ExposeInvalidFormat')],
  examples: {
    bad: [
      debian`
      - EXPOSE 8080:80
      + EXPOSE 80
      `,
      debian`EXPOSE 127.0.0.1:8080:80`,
    ],
    good: [debian`EXPOSE 80/tcp`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'EXPOSE') return;
    for (const { text, span } of instruction.words) {
      const own = /^[\w.[\]:]*:(\d+(?:\/\w+)?)$/.exec(text)?.[1];
      if (own === undefined) continue;
      report(
        { anchor: span, path: `${instruction.path}.${text}` },
        'Maps a port of the host, while EXPOSE takes container ports only.',
        () => ({
          title: `Write ${own}`,
          edits: [replace(span, own)],
        }),
      );
    }
  },
});
