import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'bypassed-proxy',
  subject: 'pod',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Part of the traffic bypasses the mesh proxy',
  why: 'On these ports and to these addresses calls are in plain text, and no policy of the mesh looks at them.',
  remedy: 'Remove the annotation, or name the one port that cannot be otherwise.',
  ignoreWhen: 'The protocol cannot be proxied: the server speaks first.',
  examples: {
    bad: [
      objects`
        Pod web
          annotations:
            traffic.sidecar.istio.io/excludeInboundPorts: "8080"
      `,
      objects`
        Pod web
          annotations:
            config.linkerd.io/skip-outbound-ports: "3306"
      `,
    ],
    good: [
      objects`
        Pod web
          annotations:
            traffic.sidecar.istio.io/includeInboundPorts: "*"
      `,
      objects`
        Pod web
          annotations:
            config.linkerd.io/skip-inbound-ports: ""
      `,
    ],
  },

  check(pod, report) {
    const annotations = pod.template.at('metadata', 'annotations');
    for (const [key, what] of bypasses) {
      const field = annotations.at(key);
      const value = field.text;
      if (value === undefined || value === '') continue;
      report(field, `Bypasses the proxy ${what} ${value}.`, () => ({
        title: 'Send it through the proxy',
        consequence: 'what is not TLS of the mesh may be refused',
        changes: [field.remove()],
        assumes: 'the proxy can carry it',
      }));
    }
  },
});

/** Sources: Istio, "Resource Annotations"; Linkerd, "Proxy Configuration". */
const bypasses = [
  ['traffic.sidecar.istio.io/excludeInboundPorts', 'on port'],
  ['traffic.sidecar.istio.io/excludeOutboundPorts', 'for calls to port'],
  ['traffic.sidecar.istio.io/excludeOutboundIPRanges', 'for calls to'],
  ['traffic.sidecar.istio.io/excludeInterfaces', 'on the interface'],
  ['config.linkerd.io/skip-inbound-ports', 'on port'],
  ['config.linkerd.io/skip-outbound-ports', 'for calls to port'],
  ['config.linkerd.io/skip-subnets', 'for calls from'],
] as const;
