import { debian } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import type { Span } from '../../text/source.ts';

export default defineRule({
  id: 'copy-into-unset-workdir',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  tags: ['practice'],
  title: 'Files are copied below an unknown directory',
  why: 'Without WORKDIR the destination is in whatever directory the base image ends with. A new base moves the files.',
  remedy: 'Set WORKDIR first, or copy to an absolute path.',
  aliases: [hadolint('DL3045')],
  examples: {
    bad: [debian`COPY app.js ./`, debian`ADD app.tar.gz app`],
    good: [
      debian`
        WORKDIR /app
        COPY app.js ./
      `,
      debian`COPY app.js /app/`,
    ],
  },

  check(instruction, report) {
    const { keyword, stage, index } = instruction;
    if (keyword !== 'COPY' && keyword !== 'ADD') return;
    const destination = lastWord(instruction);
    const path = destination === undefined ? undefined : instruction.resolve(destination.text);
    if (destination === undefined || path === undefined || /^(?:[/\\]|[A-Za-z]:|\$)/.test(path)) return;
    if (stage.lastInForce('WORKDIR', index) !== undefined) return;
    report(
      { anchor: destination.span, path: `${instruction.path}.destination` },
      `Depends on the base image, since no WORKDIR is set: ${path}.`,
    );
  },
});

function lastWord(instruction: Instruction): { readonly text: string; readonly span: Span } | undefined {
  const { json, words } = instruction;
  if (json === undefined || json === 'malformed') return words.length < 2 ? undefined : words.at(-1);
  const text = json.items.at(-1);
  return text === undefined || json.items.length < 2 ? undefined : { text, span: json.span };
}
