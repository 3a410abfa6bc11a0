import { container, pod } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { mistypedValuesOf } from '../../model/kubernetes/schema.ts';

export default defineRule({
  id: 'mistyped-field',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  tags: [],
  since: '0.1.0',
  title: 'Value has the wrong type for its field',
  why: 'The API server refuses the object, so nothing of it is deployed, and what was meant as a hardening protects nothing.',
  remedy:
    'Write a value of the type that the API reference names: a blank behind the colon makes a key, quotes make a text.',
  standards: [],
  aliases: [],
  examples: {
    bad: [
      pod`
        securityContext: runAsUser:65534
        containers:
          - name: web
            image: nginx:1.29
      `,
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
        containers:
          - name: web
            image: nginx:1.29
      `,
      container`
        env:
          - name: DEBUG
            value: "true"
      `,
    ],
  },

  check(resource, report) {
    for (const { key, field, wanted, written } of mistypedValuesOf(resource))
      report(field, `Refused by the API server: ${key} is ${written} where ${wanted} belongs.`);
  },
});
