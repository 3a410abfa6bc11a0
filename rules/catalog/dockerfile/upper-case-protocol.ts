import { debian } from '../../contract/example.ts';
import { buildkit, defineRule } from '../../contract/rule.ts';
import { replace } from '../../text/edit.ts';

export default defineRule({
  id: 'upper-case-protocol',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  // The builder reads protocols in any case and writes them in small letters.
  fix: 'safe',
  tags: ['practice'],
  title: 'Protocol of EXPOSE is in capitals',
  why: 'Tools that compare ports as text take `/TCP` for something else than `/tcp`.',
  remedy: 'Write it in small letters.',
  aliases: [buildkit('ExposeProtoCasing')],
  examples: {
    bad: [
      debian`
      - EXPOSE 80/TCP
      + EXPOSE 80/tcp
      `,
      debian`EXPOSE 80 53/Udp`,
    ],
    good: [debian`EXPOSE 80`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'EXPOSE') return;
    for (const { text, span } of instruction.words) {
      if (!/\/[a-z]*[A-Z]/.test(text) || text.includes('$')) continue;
      report(
        { anchor: span, path: `${instruction.path}.${text}` },
        `Written in capitals: the protocol of ${text}.`,
        () => ({
          title: `Write ${text.toLowerCase()}`,
          edits: [replace(span, text.toLowerCase())],
        }),
      );
    }
  },
});
