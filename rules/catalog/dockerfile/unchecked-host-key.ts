import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';

export default defineRule({
  id: 'unchecked-host-key',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  title: 'Keys of SSH servers are not checked',
  why: 'Whoever sits between the build and the server, such as a poisoned name server, answers in its place and hands over other code.',
  remedy:
    'Write the key of the server into `known_hosts`, and leave `StrictHostKeyChecking` at `yes`. `RUN --mount=type=ssh` brings the key of the user.',
  examples: {
    bad: [
      debian`ENV GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=no"`,
      debian`RUN mkdir -p /root/.ssh && echo "StrictHostKeyChecking no" >> /root/.ssh/config`,
    ],
    good: [
      debian`ENV GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=yes"`,
      debian`
        COPY known_hosts /etc/ssh/ssh_known_hosts
        RUN --mount=type=ssh git clone git@example.com:shop/web.git
      `,
    ],
  },

  check(instruction, report) {
    for (const { text, start } of textsOf(instruction)) {
      const found = switchedOff.exec(text);
      if (found === null) continue;
      const at = start + found.index;
      const name = found[2] ?? '';
      report(
        { anchor: { start: at, end: at + found[0].length }, path: `${instruction.path}.ssh` },
        `Takes whatever key the server shows: ${name} is off.`,
      );
      // Said once, it holds for all of the instruction.
      return;
    }
  },
});

/**
 * What SSH and Ansible read, in commands, variables and files; what `sed` looks for is not written anywhere. Sources: ssh_config(5),
 * StrictHostKeyChecking; Ansible documentation, "Configuration Settings", HOST_KEY_CHECKING.
 */
const switchedOff =
  /(?<!\bs(?<separator>[/|#,@])[\s#^]*)(StrictHostKeyChecking(?=[=\s\\"'])|(?:ANSIBLE_)?HOST_KEY_CHECKING)["']?(?:\s*=\s*|\\?\s+)["']?(?:no|off|false|0)(?![\w-])/i;

/** Where settings may stand: arguments, and files that are written in the Dockerfile. */
function textsOf({
  keyword,
  argument,
  heredocs,
  stage,
}: Instruction): readonly { readonly text: string; readonly start: number }[] {
  if (!['RUN', 'ENV', 'ARG', 'CMD', 'ENTRYPOINT', 'COPY', 'ADD'].includes(keyword)) return [];
  const files = heredocs.map(({ body: { start, end } }) => ({
    // What a comment says holds for nobody.
    text: stage.file.text.slice(start, end).replaceAll(/^[ \t]*#.*/gm, (comment) => ' '.repeat(comment.length)),
    start,
  }));
  return [{ text: argument.text, start: argument.span.start }, ...files];
}
