import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';
import type { Fact } from '../../facts/fact.ts';
import type { Facts } from '../../facts/index.ts';
import { nearBy } from '../../facts/near-by.ts';

export default defineRule({
  id: 'missing-settings',
  subject: 'workspace',
  reads: ['settings', 'settings-use'],
  joins: 'absence',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'ConfigMap or Secret does not exist',
  why: 'A container does not start before every ConfigMap and Secret that its variables come from exists.',
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
      for (const { holds, called, place } of user.uses) {
        if (!facts.generated.has(called) && !isThere(facts, user, holds, called))
          report(user, `Reads a ${holds} that does not exist: ${called}, for ${user.kind} ${user.name}.`, { place });
      }
    }
  },
});

/** What nobody knows the name of may be called anything. */
const settings = nearBy('settings', () => ({ holds, called }) => [called === undefined ? holds : `${holds} ${called}`]);

function isThere(facts: Facts, by: Fact, holds: string, called: string): boolean {
  const own = facts.namespaceOf(by);
  return [`${holds} ${called}`, holds].some((key) => settings(facts, own, key).some((list) => list.length > 0));
}
