import { container, pod } from '../../contract/example.ts';
import type { Report } from '../../contract/finding.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';
import { meantBy, properPlaceOf } from '../../model/kubernetes/misplaced.ts';
import { fieldType, type TypedKey } from '../../model/kubernetes/schema.ts';
import type { Field } from '../../yaml/field.ts';

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
    const strangers = new Map<Field, TypedKey[]>();
    for (const typed of resource.suspectKeys) {
      const { type, key, field, owner } = typed;
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
      if (meant === undefined) strangers.set(owner, [...(strangers.get(owner) ?? []), typed]);
      else
        report(place, `Has no effect, as there is no field ${key} here; did you mean ${meant}?`, () =>
          owner.at(meant).present ? undefined : { title: `Write ${meant}`, changes: [field.rename(meant)] },
        );
    }
    for (const keys of strangers.values()) reportStrangers(keys, report);
  },
});

/** Keys of one map that nobody knows: most often the whole map is meant for another place. */
function reportStrangers(keys: readonly TypedKey[], report: Report): void {
  const [first, ...others] = keys.flatMap(({ key, field }) =>
    field.pair === undefined ? [] : [{ key, place: { anchor: field.pair.key, path: field.path } }],
  );
  if (first === undefined) return;
  const names = keys.map(({ key }) => key);
  const message =
    others.length === 0
      ? `Has no effect, as there is no field ${first.key} here.`
      : `Have no effect, as there are no such fields here: ${names.join(', ')}.`;
  report(
    first.place,
    message,
    undefined,
    others.map(({ place }) => ({ place, message: 'No field either.' })),
  );
}
