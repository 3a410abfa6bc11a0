import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { networkPolicyOf } from '../../model/kubernetes/network.ts';

export default defineRule({
  id: 'reachable-metadata-address',
  subject: 'resource',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Pods may reach the cloud metadata service',
  why: 'The rule lets them reach every address, 169.254.169.254 among them: the metadata service gives out credentials of the machine to whoever asks.',
  remedy: 'Except the address: `except: [169.254.169.254/32]`.',
  examples: {
    bad: [
      objects`
        NetworkPolicy shop/web
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - to:
                - ipBlock:
                    cidr: 0.0.0.0/0
      `,
      objects`
        NetworkPolicy shop/web
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - to:
                - ipBlock:
                    cidr: 0.0.0.0/0
                    except: [10.0.0.0/8]
      `,
    ],
    good: [
      objects`
        NetworkPolicy shop/web
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - to:
                - ipBlock:
                    cidr: 0.0.0.0/0
                    except: [169.254.169.254/32]
      `,
      objects`
        NetworkPolicy shop/web
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - to:
                - ipBlock:
                    cidr: 203.0.113.0/24
      `,
    ],
  },

  check(resource, report) {
    const policy = networkPolicyOf(resource);
    if (policy === undefined || !policy.isolates.egress) return;
    for (const { peers } of policy.rules.egress) {
      for (const block of peers.map((peer) => peer.at('ipBlock'))) {
        const cidr = block.at('cidr');
        const except = block.at('except');
        if (
          cidr.is('169.254.169.254/32') ||
          !covers(cidr.string) ||
          except.unknown ||
          except.strings.some(({ text }) => covers(text))
        )
          continue;
        report(cidr, `Lets its pods reach the metadata service of the cloud: ${resource.label}.`, () => ({
          title: 'Except the metadata service',
          consequence: 'what uses the identity of the node stops',
          changes: [except.append('169.254.169.254/32')],
          assumes: 'no pod acts by the identity of its node',
        }));
      }
    }
  },
});

/** Blocks that hold 169.254.169.254; that address alone is named by who means it. */
function covers(cidr: string | undefined): boolean {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr ?? '');
  if (match === null) return false;
  const [a, b, c, d, bits] = match.slice(1).map(Number) as [number, number, number, number, number];
  const address = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const metadata = ((169 << 24) | (254 << 16) | (169 << 8) | 254) >>> 0;
  const mask = bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0;
  return bits <= 32 && (address & mask) >>> 0 === (metadata & mask) >>> 0;
}
