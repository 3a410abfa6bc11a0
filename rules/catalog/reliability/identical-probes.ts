import { container } from '../../contract/example.ts';
import { defineRule, kubeScore } from '../../contract/rule.ts';
import { plainOf } from '../../yaml/plain-value.ts';

export default defineRule({
  id: 'identical-probes',
  subject: 'container',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  mendedByMore: true,
  title: 'Container is asked the same for being alive and being ready',
  why: 'Under load a pod is restarted at the moment at which it should only get no more requests, and the others get its load.',
  remedy: 'Ask another path for `livenessProbe`, or give it a higher `failureThreshold`.',
  aliases: [kubeScore('pod-probes-identical')],
  examples: {
    bad: [
      container`
        livenessProbe:
          httpGet: {path: /health, port: 8080}
        readinessProbe:
          httpGet: {path: /health, port: 8080}
      `,
      container`
        livenessProbe:
          tcpSocket: {port: 5432}
          periodSeconds: 10
        readinessProbe:
          tcpSocket: {port: 5432}
          periodSeconds: 5
      `,
    ],
    good: [
      container`
        livenessProbe:
          httpGet: {path: /alive, port: 8080}
        readinessProbe:
          httpGet: {path: /ready, port: 8080}
      `,
      container`
        livenessProbe:
          httpGet: {path: /health, port: 8080}
          failureThreshold: 10
        readinessProbe:
          httpGet: {path: /health, port: 8080}
          failureThreshold: 3
      `,
    ],
  },

  check(subject, report) {
    const [alive, ready] = [subject.at('livenessProbe'), subject.at('readinessProbe')];
    if (!alive.isMap || !ready.isMap) return;
    const key = ['httpGet', 'tcpSocket', 'exec', 'grpc'].find((one) => alive.at(one).present);
    if (key === undefined || alive.at(key).unknown || ready.at(key).unknown || !ready.at(key).present) return;
    const [one, other] = [plainOf(alive.at(key)), plainOf(ready.at(key))];
    if (one === undefined || JSON.stringify(one) !== JSON.stringify(other)) return;
    // Who waits longer before the restart has thought of it.
    const times = (probe: typeof alive): number | undefined => {
      const [often, every] = [probe.at('failureThreshold'), probe.at('periodSeconds')];
      return often.unknown || every.unknown ? undefined : (often.integer ?? 3) * (every.integer ?? 10);
    };
    const [restart, rest] = [times(alive), times(ready)];
    if (restart === undefined || rest === undefined || restart > 2 * rest) return;
    const place = { anchor: alive.at(key).anchorOfKey, path: alive.path };
    report(place, `Is restarted by the same probe that takes it out of Services: ${subject.label}.`);
  },
});
