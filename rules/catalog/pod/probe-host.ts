import { container } from '../../contract/example.ts';
import { defineRule, pss } from '../../contract/rule.ts';

const handlers = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
] as const;

export default defineRule({
  id: 'probe-host',
  subject: 'container',
  severity: 'medium',
  profile: 'essential',
  fix: 'review',
  title: 'Probe or hook names a host',
  why: "The kubelet sends the request from the node. With a host of the author's choice it reaches services that only the node may talk to, such as a metadata service, and the answer shows in events.",
  remedy: 'Remove `host`: the kubelet then asks the pod itself. For a virtual host send a `Host` header.',
  standards: [pss('baseline', 'hostProbesAndHostLifecycle')],
  examples: {
    bad: [
      container`
        livenessProbe:
          httpGet:
            host: 169.254.169.254
            path: /latest/meta-data
            port: 80
      `,
      container`
        readinessProbe:
          tcpSocket:
            host: db.example.com
            port: 5432
      `,
    ],
    good: [
      container`
        livenessProbe:
          httpGet:
            path: /healthz
            port: 8080
      `,
      container`
        readinessProbe:
          tcpSocket:
            port: 8080
      `,
    ],
  },

  check(container, report, { kubernetesMinor }) {
    // The control was added to the baseline level in 1.34.
    if (kubernetesMinor < 34) return;
    // A pod in the network of its node, which is the worse finding, has to name the loopback address to be asked there. The standard forbids it all the same.
    const onNode = container.pod.at('hostNetwork').is(true);
    for (const keys of handlers) {
      for (const kind of ['httpGet', 'tcpSocket']) {
        const field = container.at(...keys, kind, 'host');
        if (field.string === undefined || field.string === '') continue;
        const isOwn = onNode && isLoopback(field.string);
        report(
          field,
          `Sends a request of the node to ${field.string}: ${keys.join('.')} of ${container.label}.`,
          () => ({
            title: 'Ask the pod itself',
            changes: [field.remove()],
            ...(isOwn ? { assumes: 'it listens on every address of its node' } : {}),
          }),
          [],
          isOwn ? { from: 'strict' } : {},
        );
      }
    }
  },
});

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
