import { container } from '../../contract/example.ts';
import type { Weight } from '../../contract/finding.ts';
import { checkov, cis, defineRule, kics, kubescape, nsa, polaris, pss, trivy } from '../../contract/rule.ts';
import { assumingWithout } from '../../model/program/needs.ts';

export default defineRule({
  id: 'host-port',
  subject: 'container',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  closes: ['host-port'],
  title: 'Container opens a port of its node',
  why: "The port is reachable on the node's own addresses, past Services and often past NetworkPolicies, and only one such pod fits on a node.",
  remedy: 'Remove `hostPort` and expose the pod by a Service.',
  ignoreWhen: 'It is an ingress controller or agent that has to be reached at the address of each node.',
  allows: 'ports of the node, such as 9100',
  standards: [pss('baseline', 'hostPorts'), cis('5.2.13'), nsa()],
  aliases: [
    checkov('CKV_K8S_26'),
    trivy('KSV-0024'),
    kubescape('C-0044'),
    polaris('hostPortSet'),
    kics('Container Host Port Specified'),
  ],
  examples: {
    bad: [
      container`
        ports:
          - containerPort: 8080
      -     hostPort: 80
      `,
      container`
        ports:
          - { containerPort: 8080, hostPort: 8080, hostIP: 127.0.0.1 }
      `,
    ],
    good: [
      container`
        ports:
          - containerPort: 8080
            hostPort: 0
      `,
    ],
  },

  check(container, report, { allowed }) {
    // On the network of its node every port is one of the node, written or not.
    const onHost: Weight = container.pod.at('hostNetwork').is(true) ? { from: 'strict' } : {};
    for (const port of container.at('ports').items) {
      const field = port.at('hostPort');
      // Zero is what "no host port" is stored as.
      if (field.integer === undefined || field.integer === 0) continue;
      if (allowed('host-port').has(String(field.integer))) continue;
      report(
        field,
        `Opens port ${field.integer} of its node: ${container.label}.`,
        () => ({
          title: `Do not open port ${field.integer} on the node`,
          consequence: 'reach the pod by a Service',
          changes: [field.remove()],
          ...assumingWithout([container.program], 'a port of its node', 'host port'),
        }),
        [],
        onHost,
      );
    }
  },
});
