import { besidePrivileges } from '../../contract/beside-privileges.ts';
import { pod } from '../../contract/example.ts';
import { weightOfWork } from '../../contract/node-work.ts';
import { besideReason } from '../../contract/reason.ts';
import {
  checkov,
  cis,
  defineRule,
  kics,
  kubeaudit,
  kubeLinter,
  kubescape,
  nsa,
  polaris,
  pss,
  trivy,
} from '../../contract/rule.ts';
import { assumingWithout } from '../../model/program/needs.ts';

export default defineRule({
  id: 'host-pid',
  subject: 'pod',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  closes: ['host-pid'],
  title: 'Pod shares the process table of its node',
  why: 'Every process of the node and of the other pods is visible, with its environment and its files in /proc. With a little more privilege they can be traced or killed.',
  remedy: 'Remove `hostPID`.',
  ignoreWhen: "It is a node monitoring agent that has to see the node's processes.",
  standards: [pss('baseline', 'hostNamespaces'), cis('5.2.3'), nsa()],
  aliases: [
    kubeLinter('host-pid'),
    checkov('CKV_K8S_17'),
    trivy('KSV-0010'),
    kubescape('C-0038'),
    kubescape('C-0275'),
    polaris('hostPIDSet'),
    kubeaudit('hostns'),
    kubeaudit('NamespaceHostPIDTrue'),
    kics('Shared Host PID Namespace'),
  ],
  examples: {
    bad: [
      pod`
        hostPID: true
        #        ^^^^ host-pid 💡
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      - hostPID: yes
      `,
    ],
    good: [pod`hostPID: false`],
  },

  check(pod, report) {
    const field = pod.at('hostPID');
    if (!field.is(true)) return;
    report(
      field,
      'Sees every process of its node: hostPID is true.',
      () => ({
        title: 'Give the pod its own process table',
        consequence: 'what looks at other processes of the node stops working',
        changes: [field.remove()],
        ...assumingWithout(
          pod.containers.map((container) => container.program),
          'the processes of its node',
          'host processes',
        ),
      }),
      [],
      { ...besideReason([field], 'high'), ...weightOfWork(pod, 'processes'), ...besidePrivileges(pod.containers) },
    );
  },
});
