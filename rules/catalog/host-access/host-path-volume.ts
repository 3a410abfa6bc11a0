import { besidePrivileges } from '../../contract/beside-privileges.ts';
import { pod } from '../../contract/example.ts';
import { weightOfWork } from '../../contract/node-work.ts';
import { cis, defineRule, kics, kubescape, polaris, pss, trivy } from '../../contract/rule.ts';
import {
  isOfLogs,
  isReadOfTheNode,
  isRuntimeSocket,
  normalHostPath,
  sensitiveFolderOf,
  tellsNothing,
} from '../../data/host-paths.ts';
import type { Volume } from '../../model/kubernetes/volume.ts';
import type { Refusal } from '../../yaml/change.ts';

export default defineRule({
  id: 'host-path-volume',
  subject: 'volume',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  closes: ['mount'],
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
      `Mounts ${path.string ?? 'a path'} of the node: volume ${volume.name}.`,
      () =>
        whyNoEmptyFolder(volume) ?? {
          title: `Make ${volume.name} an emptyDir`,
          changes: [hostPath.rename('emptyDir'), hostPath.set({})],
          assumes: 'nothing in it comes from the node or has to outlive the pod',
        },
      [],
      normal !== undefined && tellsNothing(normal)
        ? { from: 'strict' }
        : {
            ...weightOfWork(
              volume.pod,
              ...(isOfLogs(normal ?? '') ? (['logs'] as const) : (['disk', 'files'] as const)),
            ),
            ...besidePrivileges(volume.mounts.map(({ container }) => container)),
          },
    );
  },
});

/** An empty folder takes the place of one that the pod fills itself, and of nothing else (Kubernetes documentation, "Volumes"). */
function whyNoEmptyFolder(volume: Volume): Refusal | undefined {
  const { mounts } = volume;
  const path = volume.at('hostPath', 'path').string ?? '';
  if (/^(?:File|Socket|CharDevice|BlockDevice)/.test(volume.at('hostPath', 'type').string ?? '') || isFile(path))
    return { refused: `${path} is a file: a ConfigMap or a Secret with \`subPath\` brings one from elsewhere.` };
  if (path !== '' && isReadOfTheNode(normalHostPath(path)))
    return {
      refused: 'It is there to be read from the node: allow the path for agents of the node, and mount it read-only.',
    };
  if (mounts.length > 0 && mounts.every(({ field }) => field.at('readOnly').is(true)))
    return {
      refused: 'It is only read: an empty folder would hold nothing. Bring the files by a ConfigMap or a claim.',
    };
  const propagated = mounts.find(({ field }) => field.at('mountPropagation').present);
  if (propagated !== undefined)
    return {
      refused: `Mounts go through it between the node and ${propagated.container.label}; an empty folder has none.`,
    };
  return undefined;
}

/** Its last part has an ending, as folders seldom do (`conf.d` is one). */
function isFile(path: string): boolean {
  return /\.(?:conf|cnf|cfg|ini|toml|ya?ml|json|xml|properties|env|pem|crt|cer|key|txt|log|sock|sh|py|so|lock|pid|db|sqlite3?)$/i.test(
    path,
  );
}
