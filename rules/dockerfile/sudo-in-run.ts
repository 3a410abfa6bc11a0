import { removeLeadingWord } from '../model/dockerfile/edit.ts';
import { programName } from '../model/dockerfile/shell.ts';
import { isRootUser } from '../model/dockerfile/stage.ts';
import { checkov, defineRule, dockerfile, hadolint, kics, trivy } from '../rule.ts';

export default defineRule({
  id: 'sudo-in-run',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'RUN calls sudo',
  why: 'An image with sudo keeps a way from any user to root, often without a password. An attacker in the container takes it.',
  remedy: 'Put the commands that need root above USER and call them directly; do not install sudo.',
  ignoreWhen: 'It is a development container whose user is meant to install things.',
  standards: [],
  aliases: [hadolint('DL3004'), checkov('CKV2_DOCKER_1'), trivy('DS-0010'), kics('Run Using Sudo')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13
        RUN sudo apt-get update
      `,
      dockerfile`
        FROM debian:13
        RUN apt-get update && sudo -E make install
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get install -y sudo
      `,
      dockerfile`
        FROM debian:13
        RUN echo "use sudo to become root" > /etc/motd
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      const [word, next] = command.words;
      if (word === undefined || programName(word) !== 'sudo') continue;
      report(
        { anchor: word.span, path: `${instruction.path}.sudo` },
        'RUN calls sudo, which leaves a way to root in the image.',
        () => {
          const user = instruction.stage.userAt(instruction.index);
          if (user.kind !== 'inherited' && !(user.kind === 'set' && isRootUser(user.user)))
            return { refused: 'The command runs as another user than root here; move it above USER.' };
          if (instruction.json !== undefined || next === undefined || next.text.startsWith('-'))
            return { refused: 'sudo is called with options of its own; take it away by hand.' };
          return {
            title: 'Call it directly (RUN is root here)',
            edits: [removeLeadingWord(instruction.stage.file, word.span)],
          };
        },
      );
    }
  },
});
