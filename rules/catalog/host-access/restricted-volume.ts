import { pod } from '../../contract/example.ts';
import { defineRule, pss, trivy } from '../../contract/rule.ts';

/** What the restricted level lets a pod mount. Source: kubernetes.io, "Pod Security Standards", read 2026-11-23. */
const allowed = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

export default defineRule({
  id: 'restricted-volume',
  subject: 'volume',
  severity: 'low',
  profile: 'strict',
  title: 'Volume has a type that restricted pods may not use',
  why: 'In-tree volume types carry addresses and credentials of storage in the pod itself, past the review that a PersistentVolume gets.',
  remedy: 'Define a PersistentVolume or a StorageClass with a CSI driver, and use a PersistentVolumeClaim here.',
  ignoreWhen: 'The namespace is not meant to meet the restricted level.',
  standards: [pss('restricted', 'restrictedVolumes')],
  aliases: [trivy('KSV-0028')],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - name: files
            nfs:
              server: files.example.com
              path: /export
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - name: code
            gitRepo:
              repository: https://git.example.com/web.git
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - name: files
            persistentVolumeClaim:
              claimName: files
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - name: model
            image:
              reference: registry.example.com/model:3
      `,
    ],
  },

  check(volume, report) {
    const { type } = volume;
    // A path of the node is worse, and has rules of its own.
    if (type === undefined || type === 'hostPath' || allowed.has(type)) return;
    report(volume.at(type), `Has type ${type}, which restricted pods may not use: volume ${volume.name}.`);
  },
});
