import { isRuntimeSocket, normalHostPath, sensitiveFolderOf } from '../data/host-paths.ts';
import { cis, defineRule, kics, kubescape, pod, polaris, pss, trivy } from '../rule.ts';

export default defineRule({
  id: 'host-path-volume',
  subject: 'volume',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'A folder of the node is mounted',
  why: 'The pod shares files with its node and with every other pod that mounts them, whatever namespace it is in, and finds other data on every node it is moved to.',
  remedy:
    'Use a PersistentVolumeClaim for data that has to stay, an `emptyDir` for scratch, a ConfigMap for configuration.',
  ignoreWhen: 'It is a node agent that reads or writes files of its node on purpose.',
  allows: 'paths of the node, such as `/var/log`',
  standards: [pss('baseline', 'hostPathVolumes'), pss('restricted', 'restrictedVolumes'), cis('5.2.12')],
  aliases: [
    trivy('KSV-0023'),
    kubescape('C-0048'),
    polaris('hostPathSet'),
    kics('Non Kube System Pod With Host Mount'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - name: data
            hostPath:
              path: /srv/data
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - hostPath: { path: /mnt/disks/ssd0, type: DirectoryOrCreate }
            name: scratch
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - name: data
            persistentVolumeClaim:
              claimName: data
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - name: scratch
            emptyDir: {}
      `,
    ],
  },

  check(volume, report, { allowed }) {
    const hostPath = volume.at('hostPath');
    if (!hostPath.present) return;
    const path = hostPath.at('path');
    // System folders and sockets are worse, and have rules of their own.
    const normal = path.string === undefined ? undefined : normalHostPath(path.string);
    if (normal !== undefined && (isRuntimeSocket(normal) || sensitiveFolderOf(normal) !== undefined)) return;
    if (normal !== undefined && allowed('host-path-volume').has(normal)) return;
    report(
      path.present ? path : hostPath,
      `Volume ${volume.name} mounts ${path.string ?? 'a path'} of the node.`,
      () => ({
        title: `Make ${volume.name} an emptyDir (data that lies on the node is no longer seen)`,
        changes: [hostPath.rename('emptyDir'), hostPath.set({})],
      }),
    );
  },
});
