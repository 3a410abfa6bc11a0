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
  id: 'host-network',
  subject: 'pod',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  closes: ['host-network'],
  title: 'Pod uses the network of its node',
  uncovers: ['host-port', 'unisolated-ingress', 'unisolated-egress'],
  why: 'The pod reaches services that listen on localhost of the node, such as the kubelet, may sniff traffic of other pods, and no NetworkPolicy applies to it.',
  remedy: 'Remove `hostNetwork` and expose the pod by a Service.',
  ignoreWhen: 'It is part of the network itself: a CNI plugin, kube-proxy, a node-local DNS cache.',
  standards: [pss('baseline', 'hostNamespaces'), cis('5.2.5'), nsa()],
  aliases: [
    kubeLinter('host-network'),
    checkov('CKV_K8S_19'),
    trivy('KSV-0009'),
    kubescape('C-0041'),
    polaris('hostNetworkSet'),
    kubeaudit('hostns'),
    kubeaudit('NamespaceHostNetworkTrue'),
    kics('Shared Host Network Namespace'),
  ],
  examples: {
    bad: [
      pod`
        hostNetwork: true
        #            ^^^^ host-network 💡
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      - hostNetwork: yes
      `,
    ],
    good: [pod`hostNetwork: false`],
  },

  check(pod, report) {
    const field = pod.at('hostNetwork');
    if (!field.is(true)) return;
    report(
      field,
      'Uses the network of its node, where no NetworkPolicy applies: hostNetwork is true.',
      () => ({
        title: 'Give the pod its own network',
        consequence: 'its ports are no longer open on the node',
        changes: [field.remove()],
        ...assumingWithout(
          pod.containers.map((container) => container.program),
          'the network of its node',
          'host network',
        ),
      }),
      [],
      { ...besideReason([field], 'high'), ...weightOfWork(pod, 'network') },
    );
  },
});
