import { dockerfile } from '../../contract/example.ts';
import type { FixOffer } from '../../contract/finding.ts';
import { checkov, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { buildUserOf } from '../../model/dockerfile/build-user.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { type Command, programName } from '../../model/dockerfile/shell.ts';
import { removeLeadingWord } from './shared/edit.ts';
import { sudoWords } from './shared/sudo.ts';

export default defineRule({
  id: 'sudo-in-run',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'RUN calls sudo',
  why: 'An image with sudo lets any user become root, often without a password. An attacker in the container uses it.',
  remedy: 'Put the commands that need root above USER and call them directly; do not install sudo.',
  ignoreWhen: 'It is a development container whose user is meant to install things.',
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
      const [word] = command.words;
      if (word === undefined || programName(word) !== 'sudo') continue;
      report(
        { anchor: word.span, path: `${instruction.path}.sudo` },
        'Calls sudo, which leaves a way to root in the image.',
        () => withoutSudo(instruction, command),
      );
    }
  },
});

function withoutSudo(instruction: Instruction, command: Command): FixOffer {
  if (instruction.onbuild)
    return { refused: 'ONBUILD runs as the user at the end of this image, who may be no root by then.' };
  const user = buildUserOf(instruction.stage, instruction.index);
  if (user === 'other') return { refused: 'The command runs as another user than root here; move it above USER.' };
  const sudo = instruction.json === undefined ? sudoWords(command) : undefined;
  if (sudo === undefined) return { refused: 'sudo is called with options of its own; remove it by hand.' };
  const { file } = instruction.stage;
  const span = { start: sudo.first.span.start, end: sudo.last.span.end };
  // In quotes `CC=gcc` would be a command.
  const next = command.words[command.words.indexOf(sudo.last) + 1];
  if (next !== undefined && /^\w+=/.test(next.text) && /["']/.test(file.text[next.span.start] ?? ''))
    return { refused: 'A variable behind sudo is in quotes; remove sudo by hand.' };
  if (file.text.slice(span.start, span.end).includes('\n'))
    return { refused: 'The options of sudo are on several lines; remove it by hand.' };
  const fix = { title: 'Call it directly (RUN is root here)', edits: [removeLeadingWord(file.text, span)] };
  return user === 'root' ? fix : { ...fix, title: 'Call it directly', assumes: 'the base image runs as root' };
}
