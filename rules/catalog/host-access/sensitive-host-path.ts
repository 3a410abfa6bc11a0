import { besidePrivileges } from '../../contract/beside-privileges.ts';
import { pod } from '../../contract/example.ts';
import { weightOfWork } from '../../contract/node-work.ts';
import { cis, defineRule, kics, kubeaudit, kubeLinter, kubescape, polaris, pss, trivy } from '../../contract/rule.ts';
import {
  isGraphics,
  isOfLogs,
  isOpenToAll,
  isRuntimeSocket,
  normalHostPath,
  sensitiveFolderOf,
} from '../../data/host-paths.ts';

export default defineRule({
  id: 'sensitive-host-path',
  subject: 'volume',
  severity: 'high',
  profile: 'essential',
  title: 'A system folder of the node is mounted',
  why: 'What is there decides what the node runs and whom it trusts: kubelet credentials, service files, devices. Reading is often enough, and writing is root on the machine.',
  remedy: 'Mount just the one file or folder that is needed, read-only, or get the data from the Kubernetes API.',
  ignoreWhen: 'It is a node agent that has to see this folder; mount it read-only.',
  standards: [pss('baseline', 'hostPathVolumes'), pss('restricted', 'restrictedVolumes'), cis('5.2.12')],
  aliases: [
    kubeLinter('sensitive-host-mounts'),
    trivy('KSV-0121'),
    trivy('KSV-0023'),
    kubescape('C-0048'),
    kubeaudit('mounts'),
    kubeaudit('SensitivePathsMounted'),
    polaris('hostPathSet'),
    kics('Container Is Privileged With Sensitive Host Directory'),
    kics('Workload Mounting With Sensitive OS Directory'),
    kubescape('alert-mount-potential-credentials-paths'),
    kubescape('C-0020'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: agent
            image: registry.example.com/agent:2.4
        volumes:
          - name: etc
            hostPath:
              path: /etc/kubernetes
      `,
      pod`
        containers:
          - name: agent
            image: registry.example.com/agent:2.4
        volumes:
          - name: root
            hostPath: { path: / }
      `,
    ],
    good: [
      pod`
        containers:
          - name: agent
            image: registry.example.com/agent:2.4
        volumes:
          - name: data
            hostPath:
              path: /srv/data
      `,
      pod`
        containers:
          - name: agent
            image: registry.example.com/agent:2.4
        volumes:
          - name: etc
            configMap:
              name: agent
      `,
    ],
  },

  check(volume, report) {
    const path = volume.at('hostPath', 'path');
    if (path.string === undefined) return;
    const normal = normalHostPath(path.string);
    if (isRuntimeSocket(normal)) return;
    const folder = sensitiveFolderOf(normal);
    if (folder === undefined) return;
    // `/run` is `/var/run`, and both are named as they are written.
    const shown = path.string.startsWith('/run') ? folder.replace(/^\/var(?=\/run)/, '') : folder;
    const what =
      folder === '/'
        ? 'the whole disk of the node'
        : folder === normal
          ? `${path.string} of the node`
          : `${path.string}, below ${shown} of the node`;
    const { mounts } = volume;
    const readOnly = mounts.length > 0 && mounts.every(({ field }) => field.at('readOnly').is(true));
    report(path, `Mounts ${what}: volume ${volume.name}.`, undefined, [], {
      ...(isGraphics(normal) ? { atMost: 'medium', from: 'strict' } : {}),
      // What every account of the node reads holds no secrets.
      ...(readOnly && isOpenToAll(normal) ? { atMost: 'medium', from: 'strict' } : {}),
      ...weightOfWork(volume.pod, isOfLogs(normal) ? 'logs' : 'disk', ...(readOnly ? (['files'] as const) : [])),
      ...besidePrivileges(mounts.map(({ container }) => container)),
    });
  },
});
