import { debian } from '../../contract/example.ts';
import { cisDocker, defineRule } from '../../contract/rule.ts';
import { credentialIn } from '../../data/credential-files.ts';
import { programOf } from '../../model/dockerfile/shell.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';

export default defineRule({
  id: 'deleted-secret',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  isSecret: true,
  title: 'Credential is deleted in a later layer',
  why: 'The layer that added the credential stays in the image, where everybody who has the image can unpack it.',
  remedy: 'Mount it with `RUN --mount=type=secret`, and change the credential.',
  standards: [cisDocker('4.10')],
  examples: {
    bad: [
      debian`
        COPY id_rsa /root/.ssh/id_rsa
        RUN git clone git@example.com:a.git
        RUN rm /root/.ssh/id_rsa
      `,
      debian`
        ADD .npmrc /app/
        RUN npm ci
        RUN rm -f /app/.npmrc
      `,
    ],
    good: [
      debian`RUN --mount=type=secret,id=npmrc,target=/app/.npmrc npm ci`,
      debian`
        COPY notes.txt /app/
        RUN rm /app/notes.txt
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    const brought = broughtInto(instruction.stage);
    for (const command of instruction.commands) {
      if (programOf(command) !== 'rm') continue;
      for (const word of command.words.slice(1)) {
        const name = word.text.slice(word.text.lastIndexOf('/') + 1);
        if (word.expands || name === '' || credentialIn(word.text) === undefined) continue;
        // Made and deleted in one RUN it is in no layer.
        if ((brought.get(name) ?? instruction.index) >= instruction.index) continue;
        report(
          { anchor: word.span, path: `${instruction.path}.${name}` },
          `Stays in the layer that copied it: ${name}.`,
        );
      }
    }
  },
});

/** Each `rm` of a stage asks for it. */
const known = new WeakMap<Stage, ReadonlyMap<string, number>>();

/** Names that COPY and ADD name, each with the index of the first instruction that does. */
function broughtInto(stage: Stage): ReadonlyMap<string, number> {
  let names = known.get(stage);
  if (names === undefined) {
    const found = new Map<string, number>();
    const brought = [...stage.inForceOf('COPY'), ...stage.inForceOf('ADD')].sort((a, b) => a.index - b.index);
    for (const { words, index } of brought)
      for (const { text } of words) {
        const name = text.slice(text.lastIndexOf('/') + 1);
        if (!found.has(name)) found.set(name, index);
      }
    names = found;
    known.set(stage, names);
  }
  return names;
}
