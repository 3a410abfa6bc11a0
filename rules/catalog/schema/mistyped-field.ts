import { container, pod } from '../../contract/example.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';
import { mistypedValuesOf } from '../../model/kubernetes/schema.ts';

export default defineRule({
  id: 'mistyped-field',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  title: 'Value has the wrong type for its field',
  why: 'The API server refuses the object, so nothing of it is deployed, and what was meant as a hardening protects nothing.',
  remedy:
    'Write a value of the type that the API reference names: a blank behind the colon makes a key, quotes make a text.',
  aliases: [kubeLinter('schema-validation')],
  examples: {
    bad: [
      pod`securityContext: runAsUser:65534`,
      container`
        env:
          - name: DEBUG
            value: true
      `,
    ],
    good: [
      pod`
        securityContext:
          runAsUser: 65534
      `,
      container`
        env:
          - name: DEBUG
            value: "true"
      `,
    ],
  },

  check(resource, report) {
    for (const { key, field, wanted, written } of mistypedValuesOf(resource)) {
      // A script puts a number in its place: `parallelism: NUM_NODES`.
      if (wanted === 'a number' && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(field.string ?? '')) continue;
      const joined = wanted === 'a map' ? /^([A-Za-z][\w.-]*):\S/.exec(field.string ?? '')?.[1] : undefined;
      const cause = joined === undefined ? '' : ` (${joined}: lacks a blank)`;
      report(field, `Refused by the API server: ${key} is ${written} where ${wanted} belongs${cause}.`);
    }
  },
});
