import { debian } from '../../contract/example.ts';
import { cisDocker, defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'sensitive-volume',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  title: 'VOLUME covers a folder of the system',
  why: 'What is written there ends up on the machine that runs the container, and what is there comes from it.',
  remedy: 'Name a folder of the program.',
  standards: [cisDocker('5.5')],
  examples: {
    bad: [debian`VOLUME /etc`, debian`VOLUME ["/var/run/docker.sock"]`],
    good: [debian`VOLUME /data`, debian`VOLUME ["/var/lib/app"]`],
  },

  check(instruction, report) {
    const { keyword, json, words } = instruction;
    if (keyword !== 'VOLUME') return;
    const list =
      json === undefined || json === 'malformed' ? words : json.items.map((text) => ({ text, span: json.span }));
    for (const { text, span } of list) {
      const written = instruction.resolve(text);
      if (written === undefined || written === '') continue;
      const path = written.replace(/(?<!\/)\/+$/, '');
      if (
        /^(?:|\/(?:etc|proc|sys|dev|boot|root|usr|bin|sbin|lib)|\/root\/\.ssh|\/(?:var\/)?run\/(?:docker|containerd\/containerd|crio\/crio)\.sock)$/.test(
          path,
        )
      )
        report(
          { anchor: span, path: `${instruction.path}.${path}` },
          `Not a place for a volume: ${path === '' ? '/' : path}.`,
        );
    }
  },
});
