import { debian } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';

export default defineRule({
  id: 'consecutive-runs',
  subject: 'instruction',
  severity: 'info',
  profile: 'all',
  tags: ['practice'],
  title: 'Two RUN instructions could be one layer',
  why: 'Each RUN is a layer of its own. What the second one deletes is still in the first.',
  remedy: 'Join what belongs together by `&&`.',
  aliases: [hadolint('DL3059'), kics('Multiple RUN, ADD, COPY, Instructions Listed')],
  examples: {
    bad: [
      debian`
        RUN make
        RUN make install
      `,
      debian`
        RUN ./a.sh
        # then
        RUN ./b.sh
      `,
    ],
    good: [
      debian`RUN make && make install`,
      debian`
        RUN make
        COPY a b
        RUN make install
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, stage, commands, flags, onbuild } = instruction;
    if (keyword !== 'RUN') return;
    const before = stage.before(instruction);
    if (before?.keyword !== 'RUN' || before.onbuild !== onbuild) return;
    const isOne = ({ length }: { readonly length: number }): boolean => length <= 1;
    if (!isOne(commands) || !isOne(before.commands) || instruction.heredocs.length + before.heredocs.length > 0) return;
    if (
      flags.map(({ name, value }) => `${name}=${value}`).join() !==
      before.flags.map(({ name, value }) => `${name}=${value}`).join()
    )
      return;
    report({ anchor: instruction.keywordSpan, path: instruction.path }, 'Could be one layer with the RUN above.');
  },
});
