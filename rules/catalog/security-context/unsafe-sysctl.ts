import { pod } from '../../contract/example.ts';
import { defineRule, kics, kubeLinter, pss, trivy } from '../../contract/rule.ts';
import { safeSysctls } from '../../data/sysctls.ts';

export default defineRule({
  id: 'unsafe-sysctl',
  subject: 'pod',
  severity: 'medium',
  profile: 'essential',
  fix: 'review',
  title: 'Pod sets a kernel parameter that is not namespaced or not safe',
  why: 'A sysctl outside the safe list can change the kernel for every pod of the node, or disable one of its defences.',
  remedy: 'Remove it, or set it on the nodes, where it is meant for all.',
  ignoreWhen: 'The kubelets allow this very sysctl (`allowedUnsafeSysctls`) on nodes that run nothing else.',
  allows: 'sysctls, such as `net.core.somaxconn`',
  standards: [pss('baseline', 'sysctls')],
  aliases: [trivy('KSV-0026'), kubeLinter('unsafe-sysctls'), kics('Cluster Allows Unsafe Sysctls')],
  examples: {
    bad: [
      pod`
        securityContext:
          sysctls:
            - name: kernel.msgmax
              value: "65536"
      `,
      pod`
        securityContext:
          sysctls:
            - { name: net.core.somaxconn, value: "1024" }
      `,
    ],
    good: [
      pod`
        securityContext:
          sysctls:
            - name: net.ipv4.ip_unprivileged_port_start
              value: "0"
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(pod, report, { kubernetesMinor, allowed }) {
    for (const item of pod.at('securityContext', 'sysctls').items) {
      const name = item.at('name');
      if (name.string === undefined || allowed('unsafe-sysctl').has(name.string)) continue;
      const since = safeSysctls.get(name.string);
      if (since !== undefined && since <= kubernetesMinor) continue;
      const when =
        since === undefined ? 'is not on the list of safe ones' : `is safe only from Kubernetes 1.${since} on`;
      report(name, `Sets a sysctl that ${when}: ${name.string}.`, () => ({
        title: `Do not set ${name.string}`,
        changes: [item.remove()],
        assumes: 'its programs work with what the node sets',
      }));
    }
  },
});
