import { pod } from '../../contract/example.ts';
import type { FixOffer } from '../../contract/finding.ts';
import {
  checkov,
  cis,
  defineRule,
  kics,
  kubeaudit,
  kubeLinter,
  kubescape,
  polaris,
  pss,
  trivy,
} from '../../contract/rule.ts';
import { isRuntimeSocket, machinesAt, normalHostPath } from '../../data/host-paths.ts';
import type { Volume } from '../../model/kubernetes/volume.ts';
import { assumingWithout } from '../../model/program/needs.ts';

export default defineRule({
  id: 'runtime-socket',
  subject: 'volume',
  severity: 'critical',
  profile: 'essential',
  fix: 'review',
  closes: ['mount'],
  title: "The container runtime's socket is mounted",
  why: 'Whoever can write to the socket can start a privileged container with any folder of the node in it: it is root on the machine, with no further exploit.',
  remedy:
    'Build images without the socket (BuildKit rootless, Kaniko) and read metrics from the kubelet. Remove the volume and its mounts.',
  ignoreWhen: 'It is the node agent of the runtime itself, in a namespace of its own.',
  standards: [pss('baseline', 'hostPathVolumes'), pss('restricted', 'restrictedVolumes'), cis('5.2.12')],
  aliases: [
    kubeLinter('docker-sock'),
    checkov('CKV_K8S_27'),
    trivy('KSV-0006'),
    trivy('KSV-0023'),
    kubescape('C-0074'),
    kubescape('C-0048'),
    kubeaudit('mounts'),
    kubeaudit('SensitivePathsMounted'),
    polaris('hostPathSet'),
    kics('Docker Daemon Socket is Exposed to Containers'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: ci
            image: docker:28-cli
            volumeMounts:
              - name: docker
                mountPath: /var/run/docker.sock
        volumes:
          - name: docker
            hostPath:
              path: /var/run/docker.sock
      `,
      pod`
        containers:
          - name: agent
            image: registry.example.com/agent:2.4
        volumes:
          - name: runtime
            hostPath:
              path: /run/containerd/
              type: Directory
      `,
    ],
    good: [
      pod`
        containers:
          - name: ci
            image: moby/buildkit:v0.25-rootless
        volumes:
          - name: work
            emptyDir: {}
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - name: logs
            hostPath:
              path: /var/log/web
      `,
    ],
  },

  check(volume, report) {
    const path = volume.at('hostPath', 'path');
    const normal = normalHostPath(path.string ?? '');
    if (path.string === undefined || !isRuntimeSocket(normal)) return;
    const machines = machinesAt(normal);
    const socket = machines === undefined ? "the container runtime's socket" : `the socket of ${machines}`;
    report(path, `Gives root on the node by ${socket}: volume ${volume.name}.`, () => withoutVolume(volume));
  },
});

function withoutVolume(volume: Volume): FixOffer {
  return {
    title: `Remove the volume ${volume.name} and its mounts`,
    consequence: 'what uses it stops working',
    changes: [volume.field.remove(), ...volume.mounts.map(({ field }) => field.remove())],
    ...assumingWithout(
      volume.mounts.map(({ container }) => container.program),
      'the socket',
      'socket',
    ),
  };
}
