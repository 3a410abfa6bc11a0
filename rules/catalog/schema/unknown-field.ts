import { container, pod } from '../../contract/example.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';
import { properPlaceOf } from '../../model/kubernetes/misplaced.ts';
import { fieldNames, fieldType, type TypedKey } from '../../model/kubernetes/schema.ts';
import { closest } from '../../text/similar.ts';

export default defineRule({
  id: 'unknown-field',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Field does not exist',
  why: 'The API server drops a field it does not know, mostly with a warning that nobody sees. A hardening with a misspelt name looks done and protects nothing.',
  remedy: 'Write the name as the API reference has it; names are case-sensitive.',
  ignoreWhen: 'Your cluster runs a fork of Kubernetes whose objects have the field.',
  aliases: [kubeLinter('schema-validation')],
  examples: {
    bad: [
      pod`
        securityContext:
      -   runAsNonroot: true
      +   runAsNonRoot: true
      `,
      container`
        securitycontext:
          privileged: false
      `,
    ],
    good: [
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
    for (const typed of resource.suspectKeys) {
      const { type, key, field } = typed;
      // Directives of patches, and keys that are templates, are no fields.
      if (key.startsWith('$') || key.trim() === '' || field.pair === undefined) continue;
      const known = fieldType(type, key);
      const since = known?.since ?? 0;
      const until = known?.until ?? kubernetesMinor;
      if (known !== undefined && since <= kubernetesMinor && kubernetesMinor <= until) continue;
      if (known === undefined && properPlaceOf(typed) !== undefined) continue;
      const place = { anchor: field.pair.key, path: field.path };
      if (known !== undefined) {
        const when =
          since > kubernetesMinor ? `was added in Kubernetes 1.${since}` : `was removed after Kubernetes 1.${until}`;
        report(place, `Dropped by 1.${kubernetesMinor}: ${key} ${when}.`);
        continue;
      }
      const meant = meantBy(typed);
      const hint = meant === undefined ? '.' : `; did you mean ${meant}?`;
      report(place, `Has no effect, as there is no field ${key} here${hint}`, () =>
        meant === undefined || typed.owner.at(meant).present
          ? undefined
          : { title: `Write ${meant}`, changes: [field.rename(meant)] },
      );
    }
  },
});

function meantBy({ type, key }: TypedKey): string | undefined {
  const names = fieldNames(type);
  return names.find((name) => name.toLowerCase() === key.toLowerCase()) ?? closest(key, names);
}
