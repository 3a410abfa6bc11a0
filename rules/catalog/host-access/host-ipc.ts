import { besidePrivileges } from '../../contract/beside-privileges.ts';
import { pod } from '../../contract/example.ts';
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
  id: 'host-ipc',
  subject: 'pod',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  title: 'Pod shares the IPC namespace of its node',
  why: "Shared memory and semaphores of the node's processes can be read and changed, past every other isolation.",
  remedy: 'Remove `hostIPC`; containers of one pod share memory without it.',
  ignoreWhen: 'Two programs of the node and the pod talk through shared memory by design.',
  standards: [pss('baseline', 'hostNamespaces'), cis('5.2.4'), nsa()],
  aliases: [
    kubeLinter('host-ipc'),
    checkov('CKV_K8S_18'),
    trivy('KSV-0008'),
    kubescape('C-0038'),
    kubescape('C-0276'),
    polaris('hostIPCSet'),
    kubeaudit('hostns'),
    kubeaudit('NamespaceHostIPCTrue'),
    kics('Shared Host IPC Namespace'),
  ],
  examples: {
    bad: [
      pod`
        hostIPC: true
        #        ^^^^ host-ipc 💡
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      - hostIPC: yes
      `,
    ],
    good: [pod`hostIPC: false`],
  },

  check(pod, report) {
    const field = pod.at('hostIPC');
    if (!field.is(true)) return;
    report(
      field,
      'Shares memory with every process of its node: hostIPC is true.',
      () => ({
        title: 'Give the pod its own IPC namespace',
        consequence: 'what shares memory with the node stops working',
        changes: [field.remove()],
        ...assumingWithout(
          pod.containers.map((container) => container.program),
          'the memory of its node',
          'host memory',
        ),
      }),
      [],
      { ...besideReason([field], 'high'), ...besidePrivileges(pod.containers) },
    );
  },
});
