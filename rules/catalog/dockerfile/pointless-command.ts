import { debian } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import { programOf } from '../../model/dockerfile/shell.ts';

export default defineRule({
  id: 'pointless-command',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  tags: ['practice'],
  title: 'RUN calls a program that has no effect in a build',
  why: 'A build has no terminal, no services and no other processes. Such a line is left from experiments, and so is its package.',
  remedy: 'Remove the command.',
  aliases: [hadolint('DL3001'), kics('Run Utilities And POSIX Commands')],
  examples: {
    bad: [debian`RUN top`, debian`RUN apt-get update && service nginx start`],
    good: [debian`RUN apt-get install -y procps`, debian`RUN make`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      const program = programOf(command);
      const [word] = command.words;
      if (word === undefined || program === undefined || !pointless.has(program)) continue;
      // A script may end what it has started itself.
      if (program === 'kill' && command.words.some(({ expands }) => expands)) continue;
      report(
        { anchor: word.span, path: `${instruction.path}.${program}` },
        `Does nothing that lasts in a build: ${program}.`,
      );
    }
  },
});

const pointless: ReadonlySet<string> = new Set(
  'ssh vim vi nano emacs shutdown reboot service ps free top htop kill mount ifconfig'.split(' '),
);
