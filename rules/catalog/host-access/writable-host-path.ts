import { pod } from '../../contract/example.ts';
import { defineRule, kics, kubeLinter, kubescape, nsa } from '../../contract/rule.ts';
import type { Container } from '../../model/kubernetes/container.ts';
import type { Volume } from '../../model/kubernetes/volume.ts';
import { writesTo } from '../../model/program/writes.ts';
import type { Field } from '../../yaml/field.ts';

export default defineRule({
  id: 'writable-host-path',
  subject: 'container',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  closes: ['read-only'],
  title: 'Folder of the node is mounted for writing',
  why: 'The container changes files that the node and other pods use, and a set-uid program it leaves there runs as root on the node.',
  remedy: 'Mount it with `readOnly: true`.',
  standards: [nsa()],
  aliases: [
    kubeLinter('writable-host-mount'),
    kubescape('C-0045'),
    kics('Volume Mount With OS Directory Write Permissions'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
            volumeMounts:
              - name: data
                mountPath: /data
      +         readOnly: true
        volumes:
          - name: data
            hostPath:
              path: /srv
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
            volumeMounts:
              - name: data
                mountPath: /data
                readOnly: false
        volumes:
          - name: data
            hostPath:
              path: /srv
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
            volumeMounts:
              - name: data
                mountPath: /data
        volumes:
          - name: data
            emptyDir: {}
      `,
    ],
  },

  check(container, report) {
    for (const mount of container.at('volumeMounts').items) {
      const volume = container.pod.volumeNamed(mount.at('name').string);
      const readOnly = mount.at('readOnly');
      if (volume?.at('hostPath').present !== true || (!readOnly.missing && !readOnly.is(false))) continue;
      const path = volume.at('hostPath', 'path').string ?? 'a folder';
      report(
        readOnly.present ? readOnly : mount.at('name'),
        `May write to ${path} of the node: ${container.label}.`,
        () => ({
          title: 'Mount it for reading alone',
          consequence: 'what writes there stops working',
          changes: [readOnly.set(true)],
          ...(isWritten(container, volume, mount) ? { assumes: `${container.label} writes nothing to ${path}` } : {}),
        }),
      );
    }
  },
});

/** Something that is known says that the container writes there. */
function isWritten(container: Container, volume: Volume, mount: Field): boolean {
  const source = volume.at('hostPath', 'path').string;
  return (
    source === undefined ||
    // Who has it made wants to fill it.
    volume.at('hostPath', 'type').string?.endsWith('OrCreate') === true ||
    mount.at('mountPropagation').is('Bidirectional') ||
    writesTo(container.program, container.name, {
      source,
      target: mount.at('mountPath').string,
      powerful: container.isPowerful,
    })
  );
}
