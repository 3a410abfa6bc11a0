import { debian, dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, trivy } from '../../contract/rule.ts';
import { packageCommandOf } from '../../model/dockerfile/packages.ts';

export default defineRule({
  id: 'whole-upgrade',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  title: 'RUN upgrades the whole distribution',
  why: 'The upgrade may replace or remove packages that the base image was tested with, and two builds end with different systems.',
  remedy: 'Take a newer base image; upgrade single packages where a fix is urgent.',
  aliases: [hadolint('DL3035'), trivy('DS-0024')],
  examples: {
    bad: [
      debian`RUN apt-get update && apt-get dist-upgrade -y`,
      dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper -n dup
      `,
    ],
    good: [
      debian`RUN apt-get update && apt-get upgrade -y`,
      dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper -n patch
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      const found = packageCommandOf(command);
      if (found === undefined || !verbs[found.manager]?.includes(found.verb.text)) continue;
      report(
        { anchor: found.verb.span, path: `${instruction.path}.upgrade` },
        `Replaces the whole distribution: ${found.program.text} ${found.verb.text}.`,
      );
    }
  },
});

const verbs: { readonly [manager: string]: readonly string[] } = {
  apt: ['dist-upgrade', 'full-upgrade'],
  zypper: ['dist-upgrade', 'dup'],
  dnf: ['distro-sync', 'system-upgrade'],
};
