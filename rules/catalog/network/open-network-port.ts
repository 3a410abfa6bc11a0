import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubeaudit } from '../../contract/rule.ts';
import { networkPolicyOf, openingOf } from '../../model/kubernetes/network.ts';
import { onlyOwnNamespace } from './shared/default-deny.ts';

export default defineRule({
  id: 'open-network-port',
  subject: 'resource',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Network policy opens a port to everybody',
  why: 'Every pod of the cluster, and often the internet, reaches the port. An attacker in one program continues to the next.',
  remedy: 'Name the pods, namespaces or addresses under `from`.',
  ignoreWhen:
    'The port is the public front of the cluster, or a webhook that the API server calls, whose address nobody can name.',
  standards: [cis('5.3.2')],
  aliases: [kubeaudit('netpols')],
  examples: {
    bad: [
      objects`
        NetworkPolicy shop/web app=web
          ingress:
            - ports:
                - port: 8080
      `,
      objects`
        NetworkPolicy shop/web app=web
          ingress:
            - from:
                - ipBlock:
                    cidr: 0.0.0.0/0
              ports:
                - port: 8443
      `,
    ],
    good: [
      objects`
        NetworkPolicy shop/web app=web
          ingress:
            - from:
                - podSelector:
                    matchLabels:
                      app: gateway
              ports:
                - port: 8080
      `,
      objects`
        NetworkPolicy shop/web app=web
          policyTypes: [Egress]
          egress:
            - ports:
                - protocol: UDP
                  port: 53
      `,
    ],
  },

  check(resource, report) {
    const policy = networkPolicyOf(resource);
    // Rules of a direction that is not among the types do nothing.
    for (const rule of policy?.isolates.ingress ? policy.rules.ingress : []) {
      const opening = rule.limitsPorts ? openingOf(rule) : undefined;
      if (opening === undefined) continue;
      const ports = rule.portsField.items.flatMap((port) => port.at('port').text ?? []);
      const which =
        ports.length === 0
          ? 'some ports'
          : `port ${ports.slice(0, 3).join(', ')}${ports.length > 3 ? ' and more' : ''}`;
      report(opening.field, `Opens ${which} to ${opening.to}: ${resource.label}.`, () =>
        onlyOwnNamespace(rule, opening),
      );
    }
  },
});
