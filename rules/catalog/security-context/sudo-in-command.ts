import { container } from '../../contract/example.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';

export default defineRule({
  id: 'sudo-in-command',
  subject: 'container',
  severity: 'medium',
  profile: 'strict',
  title: 'Container starts with sudo',
  why: 'An image with sudo lets any user become root, and a container that needs it runs as root in effect.',
  remedy: 'Start the program as the user it needs; drop sudo from the image.',
  aliases: [kubescape('C-0062'), kubescape('sudo-in-container-entrypoint')],
  examples: {
    bad: [container`command: [sudo, /app]`, container`command: [sh, -c, sudo /app]`],
    good: [container`command: [/app]`, container`args: [--sudoers]`],
  },

  check(container, report) {
    for (const key of ['command', 'args'])
      for (const { text, field } of container.at(key).strings)
        if (/(?:^|[\s;&|/])sudo(?:\s|$)/.test(text)) {
          report(field, `Starts by sudo: ${container.label}.`);
          return;
        }
  },
});
