import { debian } from '../../contract/example.ts';
import { checkov, defineRule, kics, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'ssh-port-exposed',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  title: 'Image offers SSH',
  why: 'A shell that is reached over the network is a second way in, with keys and passwords that nobody rotates.',
  remedy: 'Use `docker exec` or `kubectl exec`; remove the server and the port.',
  aliases: [checkov('CKV_DOCKER_1'), trivy('DS-0004'), kics('Exposing Port 22 (SSH)')],
  examples: {
    bad: [debian`EXPOSE 22`, debian`EXPOSE 8080 22/tcp`],
    good: [debian`EXPOSE 8080`, debian`EXPOSE 22/udp`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'EXPOSE') return;
    for (const { text, span } of instruction.words) {
      const ports = /^(\d+)(?:-(\d+))?(?:\/tcp)?$/i.exec(instruction.resolve(text) ?? '');
      if (ports === null) continue;
      const from = Number(ports[1]);
      if (from <= 22 && Number(ports[2] ?? from) >= 22)
        report({ anchor: span, path: `${instruction.path}.22` }, 'Offers SSH on port 22.');
    }
  },
});
