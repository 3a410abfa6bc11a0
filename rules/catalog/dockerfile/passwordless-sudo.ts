import { debian } from '../../contract/example.ts';
import { cisDocker, defineRule } from '../../contract/rule.ts';
import { programOf } from '../../model/dockerfile/shell.ts';

export default defineRule({
  id: 'passwordless-sudo',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  title: 'User becomes root without a password',
  why: 'The image runs as a user who can become root. Whoever breaks in needs no vulnerability for it.',
  remedy: 'Do what needs root above USER, and leave sudo out of the image.',
  standards: [cisDocker('4.8')],
  examples: {
    bad: [debian`RUN echo 'app ALL=(ALL) NOPASSWD:ALL' >> /etc/sudoers`, debian`RUN usermod -aG sudo app`],
    good: [debian`RUN useradd -u 10001 app`, debian`RUN usermod -aG video app`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      const rule = command.words.find(({ text }) => /\bNOPASSWD\s*:/.test(text));
      const grouped = /^(?:usermod|useradd|adduser|addgroup|gpasswd)$/.test(programOf(command) ?? '')
        ? command.words.find(
            ({ text }, i) => i > 0 && text.split(',').some((group) => group === 'sudo' || group === 'wheel'),
          )
        : undefined;
      const word = rule ?? grouped;
      if (word === undefined) continue;
      report(
        { anchor: word.span, path: `${instruction.path}.sudo` },
        rule === undefined
          ? `Lets members of ${grouped?.text ?? ''} become root.`
          : 'Lets the user run commands as root without a password.',
      );
    }
  },
});
