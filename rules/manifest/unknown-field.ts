import { type TypedKey, fieldNames, fieldType, typedKeys } from '../model/kubernetes/schema.ts';
import { properPlaceOf } from '../model/kubernetes/misplaced.ts';
import { defineRule, pod } from '../rule.ts';
import { closest } from '../text/similar.ts';

export default defineRule({
  id: 'unknown-field',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'Field does not exist',
  why: 'The API server drops a field it does not know, mostly with a warning that nobody sees. A hardening with a misspelt name looks done and protects nothing.',
  remedy: 'Write the name as the API reference has it; names are case-sensitive.',
  ignoreWhen: 'Your cluster runs a fork of Kubernetes whose objects have the field.',
  standards: [],
  aliases: [],
  examples: {
    bad: [
      pod`
        securityContext:
          runAsNonroot: true
        containers:
          - name: web
            image: nginx:1.29
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
            securitycontext:
              privileged: false
      `,
    ],
    good: [
      pod`
        securityContext:
          runAsNonRoot: true
        containers:
          - name: web
            image: nginx:1.29
      `,
      pod`
        hostUsers: false
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              privileged: false
      `,
    ],
  },

  check(resource, report, { kubernetesMinor }) {
    for (const typed of typedKeys(resource)) {
      const { type, key, field } = typed;
      // Directives of patches, and keys that are templates, are no fields.
      if (key.startsWith('$') || field.origin !== 'own' || field.pair === undefined) continue;
      const known = fieldType(type, key);
      const place = { anchor: field.pair.key, path: field.path };
      if (known?.since !== undefined && known.since > kubernetesMinor) {
        report(place, `${key} came with Kubernetes 1.${known.since}; 1.${kubernetesMinor} drops it.`);
      } else if (known?.until !== undefined && known.until < kubernetesMinor) {
        report(place, `${key} went with Kubernetes 1.${known.until}; 1.${kubernetesMinor} drops it.`);
      } else if (known === undefined && properPlaceOf(typed) === undefined) {
        const meant = meantBy(typed);
        report(place, `There is no field ${key} here, so it has no effect${meant === undefined ? '' : `; did you mean ${meant}?`}`, () =>
          meant === undefined || typed.owner.at(meant).present ? undefined : { title: `Write ${meant}`, changes: [field.rename(meant)] },
        );
      }
    }
  },
});

function meantBy({ type, key }: TypedKey): string | undefined {
  const names = fieldNames(type);
  return names.find((name) => name.toLowerCase() === key.toLowerCase()) ?? closest(key, names);
}
