import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';
import { settingsNamed } from '../../facts/questions/settings-named.ts';

export default defineRule({
  id: 'missing-settings-key',
  subject: 'workspace',
  reads: ['settings', 'settings-use'],
  joins: 'absence',
  severity: 'medium',
  profile: 'recommended',
  tags: ['reliability'],
  title: 'ConfigMap or Secret has no such key',
  why: 'A container does not start when a key that its variables or volumes are made of is not there.',
  remedy: 'Add the key, correct its name, or say `optional: true`.',
  ignoreWhen: 'A controller or a person adds the key in the cluster.',
  aliases: [kubeLinter('env-value-from')],
  examples: {
    bad: [
      objects`
        Pod shop/web
          containers:
            - name: web
              image: nginx:1.29
              env:
                - name: COLOR
                  valueFrom:
                    configMapKeyRef:
                      name: web
                      key: colour
        ConfigMap shop/web
          data:
            color: blue
      `,
      objects`
        Pod shop/web
          volumes:
            - name: key
              secret:
                secretName: web
                items:
                  - key: id_rsa
                    path: key
        Secret shop/web
          stringData:
            id_ed25519: changeme
      `,
    ],
    good: [
      objects`
        Pod shop/web
          containers:
            - name: web
              image: nginx:1.29
              env:
                - name: COLOR
                  valueFrom:
                    configMapKeyRef:
                      name: web
                      key: color
        ConfigMap shop/web
          data:
            color: blue
      `,
      objects`
        Pod shop/web
          containers:
            - name: web
              image: nginx:1.29
              env:
                - name: COLOR
                  valueFrom:
                    configMapKeyRef:
                      name: web
                      key: colour
                      optional: true
        ConfigMap shop/web
          data:
            color: blue
      `,
    ],
  },

  check(facts, report) {
    for (const user of facts.byKind['settings-use']) {
      for (const { holds, called, key, place } of user.uses) {
        if (key === undefined || facts.generated.has(called)) continue;
        const found = settingsNamed(facts, user, holds, called);
        if (found.length > 0 && found.every(({ keys }) => keys !== undefined && !keys.includes(key)))
          report(
            user,
            `Reads a key that does not exist: ${key} of ${holds} ${called}, for ${user.kind} ${user.name}.`,
            {
              place,
              related: found.map((fact) => ({ fact, place: 'name', message: 'It does not have the key.' })),
            },
          );
      }
    }
  },
});
