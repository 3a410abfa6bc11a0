import { debian } from '../../contract/example.ts';
import { defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'exposed-port-out-of-range',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  tags: ['practice'],
  title: 'EXPOSE names a port that does not exist',
  why: 'Ports go from 0 to 65535; the build stops.',
  remedy: 'Write a port that exists.',
  aliases: [hadolint('DL3011'), trivy('DS-0008'), kics('UNIX Ports Out Of Range')],
  examples: {
    bad: [debian`EXPOSE 80000`, debian`EXPOSE 8080 65536/tcp`],
    good: [debian`EXPOSE 65535`, debian`EXPOSE 8000-8100/udp`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'EXPOSE') return;
    for (const { text, span } of instruction.words) {
      const ports = /^(\d+)(?:-(\d+))?(?:\/\w+)?$/.exec(instruction.resolve(text) ?? '');
      if (ports === null || [ports[1], ports[2] ?? '0'].every((port) => Number(port) <= 65535)) continue;
      report({ anchor: span, path: `${instruction.path}.${text}` }, `Not a port: ${text}.`);
    }
  },
});
