import { pod } from '../../contract/example.ts';
import { weightOfPartsWork } from '../../contract/node-work.ts';
import { defineRule, nsa } from '../../contract/rule.ts';
import { assumingWithout } from '../../model/program/needs.ts';

export default defineRule({
  id: 'bidirectional-mount',
  subject: 'container',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Mounts of the container appear on the node',
  why: 'What the container mounts is mounted on the node and in other pods as well. It can put its own files over those of the node.',
  remedy: 'Remove `mountPropagation`, or use `HostToContainer`.',
  ignoreWhen: 'It is a storage driver that mounts volumes for the node.',
  standards: [nsa()],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              privileged: true
            volumeMounts:
              - name: data
                mountPath: /data
                mountPropagation: Bidirectional
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
              - { name: data, mountPath: /data, mountPropagation: Bidirectional }
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
                mountPropagation: HostToContainer
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
        volumes:
          - name: data
            hostPath:
              path: /srv
      `,
    ],
  },

  check(container, report) {
    for (const mount of container.at('volumeMounts').items) {
      const field = mount.at('mountPropagation');
      if (!field.is('Bidirectional')) continue;
      report(
        field,
        `Mounts on the node what it mounts itself: ${container.label}.`,
        () => ({
          title: 'Let mounts come from the node alone',
          consequence: 'what mounts for others stops working',
          changes: [field.set('HostToContainer')],
          ...assumingWithout([container.program], 'it', 'SYS_ADMIN'),
        }),
        [],
        weightOfPartsWork(container, 'privileges'),
      );
    }
  },
});
