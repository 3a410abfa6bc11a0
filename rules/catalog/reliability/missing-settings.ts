import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';
import { madeConfigMaps } from '../../data/made-settings.ts';
import { settingsNamed } from '../../facts/questions/settings-named.ts';

export default defineRule({
  id: 'missing-settings',
  subject: 'workspace',
  reads: ['settings', 'settings-use'],
  joins: 'absence',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'ConfigMap or Secret does not exist',
  why: 'A container does not start before every ConfigMap and Secret that its variables and volumes come from exists.',
  remedy: 'Create it, correct its name, or say `optional: true`.',
  ignoreWhen: 'It is made by hand, by a chart or by an operator.',
  aliases: [kubeLinter('env-value-from')],
  examples: {
    bad: [
      objects`
        Pod shop/web
          containers:
            - name: web
              image: nginx:1.29
              envFrom:
                - configMapRef:
                    name: web
      `,
      objects`
        Pod shop/web
          containers:
            - name: web
              image: nginx:1.29
              env:
                - name: KEY
                  valueFrom:
                    secretKeyRef:
                      name: api
                      key: key
        ConfigMap shop/web
          data:
            color: blue
      `,
    ],
    good: [
      objects`
        Pod shop/web
          containers:
            - name: web
              image: nginx:1.29
              envFrom:
                - configMapRef:
                    name: web
        ConfigMap shop/web
          data:
            color: blue
      `,
      objects`
        Pod shop/web
          containers:
            - name: web
              image: nginx:1.29
              envFrom:
                - configMapRef:
                    name: web
                    optional: true
      `,
    ],
  },

  check(facts, report) {
    for (const user of facts.byKind['settings-use']) {
      for (const { holds, called, key, place } of user.uses) {
        if (key !== undefined || (holds === 'ConfigMap' && madeConfigMaps.has(called))) continue;
        if (!facts.generated.has(called) && settingsNamed(facts, user, holds, called).length === 0)
          report(user, `Reads a ${holds} that does not exist: ${called}, for ${user.kind} ${user.name}.`, { place });
      }
    }
  },
});
