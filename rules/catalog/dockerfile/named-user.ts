import { debian } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';
import { isRootUser } from '../../model/dockerfile/stage.ts';

export default defineRule({
  id: 'named-user',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  mendedByMore: true,
  title: 'User is not a number, so Kubernetes cannot verify it',
  why: 'With `runAsNonRoot` the kubelet refuses a user that is given by name, since only a number shows that it is not root.',
  remedy: 'Write the number: `USER 10001:10001`.',
  aliases: [hadolint('DL3066')],
  examples: {
    bad: [
      debian`
        RUN useradd -u 10001 app
        USER app
      `,
      debian`USER nobody`,
    ],
    good: [debian`USER 10001`, debian`USER 10001:10001`],
  },

  check(instruction, report) {
    const { keyword, stage } = instruction;
    // What only builds is run by nobody.
    if (keyword !== 'USER' || !(stage.isFinal || stage.isFragment)) return;
    const user = stage.userAt();
    if (user.kind !== 'set' || user.instruction !== instruction || user.user === '') return;
    if (/^\d+$/.test(user.user) || isRootUser(user.user) || stage.isWindows) return;
    report(
      { anchor: instruction.argument.span, path: `${stage.path}.USER` },
      `Cannot be verified as non-root by Kubernetes: ${user.user}.`,
    );
  },
});
