import { debian } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';
import { pipefailOffer } from './shared/pipefail.ts';
import { unguardedReader } from './shared/shell-option.ts';

export default defineRule({
  id: 'pipe-without-pipefail',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  tags: ['practice'],
  title: 'Failure in a pipe goes unnoticed',
  why: 'A pipe succeeds when its last command does. A download that fails gives an empty file, and the build continues with it.',
  remedy: 'Set `SHELL ["/bin/bash", "-o", "pipefail", "-c"]`, or begin the script with `set -o pipefail`.',
  aliases: [hadolint('DL4006')],
  examples: {
    bad: [
      debian`
      + SHELL ["/bin/bash", "-o", "pipefail", "-c"]
        RUN curl -fsSL https://example.com/a | tar -x
      `,
      debian`RUN wget -qO- https://example.com/list | sort > /list`,
    ],
    good: [debian`RUN bash -o pipefail -c "curl -fsSL https://example.com/a | tar -x"`],
  },

  check(instruction, report) {
    const reader = unguardedReader(instruction);
    const [word] = reader?.words ?? [];
    if (reader === undefined || word === undefined) return;
    report(
      { anchor: word.span, path: `${instruction.path}.pipe` },
      'Continues when the command before the pipe fails.',
      () => pipefailOffer(instruction, reader),
    );
  },
});
