import { debian } from '../../contract/example.ts';
import { defineRule, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'system-workdir',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  title: 'Working directory belongs to the system',
  why: 'Files that the program writes there mix with those of the kernel or the system, or vanish when these are mounted.',
  remedy: 'Use a directory of the program, such as `/app`.',
  aliases: [trivy('DS-0030')],
  examples: {
    bad: [debian`WORKDIR /proc`, debian`WORKDIR /etc/../dev/shm`],
    good: [debian`WORKDIR /app`, debian`WORKDIR /usr/src/app`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'WORKDIR') return;
    const path = instruction.resolve(instruction.argument.text);
    if (path === undefined || !path.startsWith('/')) return;
    const parts: string[] = [];
    for (const part of path.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '' && part !== '.') parts.push(part);
    }
    if (
      /^(?:proc|sys|dev|boot|bin|sbin|lib|lib64|initrd|lost\+found)$/.test(parts[0] ?? '') ||
      (parts[0] === 'etc' && parts.length === 1)
    )
      report(
        { anchor: instruction.argument.span, path: instruction.path },
        `Belongs to the system: ${path}.`,
        undefined,
        [],
        // Programs are found there, and nothing is lost.
        /^s?bin$/.test(parts[0] ?? '') ? { from: 'strict' } : {},
      );
  },
});
