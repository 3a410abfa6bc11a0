import { container, pod } from '../../contract/example.ts';
import { checkov, defineRule, nsa, trivy } from '../../contract/rule.ts';
import { restrictedCapability } from '../../data/capabilities.ts';
import type { Container } from '../../model/kubernetes/container.ts';

export default defineRule({
  id: 'added-bind-capability',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  fix: 'review',
  title: 'Container may bind ports below 1024',
  why: 'The capability is rarely needed: a program can listen on a higher port while the Service keeps its own.',
  remedy: 'Listen on a port above 1023 and remove the capability.',
  ignoreWhen: 'The program cannot listen anywhere else.',
  standards: [nsa()],
  aliases: [checkov('CKV_K8S_25'), trivy('KSV-0022')],
  examples: {
    bad: [
      container`
        securityContext:
          capabilities:
            add:
              - NET_BIND_SERVICE
        #       ^^^^^^^^^^^^^^^^ added-bind-capability 💡
      `,
      container`
        securityContext:
          capabilities:
            drop: [ALL]
      -     add: [NET_BIND_SERVICE]
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(container, report) {
    for (const { text, field } of container.securityContext.at('capabilities', 'add').strings)
      if (text === restrictedCapability)
        report(field, `May bind ports below 1024: ${container.label}.`, () => ({
          title: `Do not add ${text}`,
          consequence: 'a program that listens below 1024 stops working',
          changes: [field.remove()],
          ...(isLow(container) ? { assumes: 'the runtime lets everybody take them' } : {}),
        }));
  },
});

/** It says itself that it listens on such a port. */
const isLow = (container: Container): boolean =>
  container.at('ports').items.some((port) => (port.at('containerPort').integer ?? 1024) < 1024);
