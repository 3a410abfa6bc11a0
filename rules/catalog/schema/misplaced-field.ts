import { container, pod } from '../../contract/example.ts';
import type { FixOffer } from '../../contract/finding.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';
import { properPlaceOf } from '../../model/kubernetes/misplaced.ts';
import type { YamlValue } from '../../yaml/change.ts';
import type { Field } from '../../yaml/field.ts';

export default defineRule({
  id: 'misplaced-field',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Field is on a level where it does not exist',
  why: 'Some settings exist on the pod, some on containers, some on both. On the wrong level the API server drops them, and a hardening that looks done protects nothing.',
  remedy:
    'Move it to where the API reference has it: `capabilities`, `privileged`, `allowPrivilegeEscalation` and `readOnlyRootFilesystem` to each container, `fsGroup`, `sysctls` and `supplementalGroups` to the pod.',
  aliases: [kubeLinter('schema-validation')],
  examples: {
    bad: [
      pod`
        securityContext:
          allowPrivilegeEscalation: false
      `,
      container`runAsNonRoot: true`,
    ],
    good: [
      container`
        securityContext:
          allowPrivilegeEscalation: false
      `,
      pod`
        securityContext:
          fsGroup: 2000
          runAsNonRoot: true
      `,
    ],
  },

  check(resource, report) {
    for (const typed of resource.suspectKeys) {
      const { key, field } = typed;
      if (field.pair === undefined) continue;
      const proper = properPlaceOf(typed);
      if (proper === undefined) continue;
      const place = { anchor: field.pair.key, path: field.path };
      report(place, `Has no effect here: ${key} belongs in ${proper.name}.`, () =>
        moved(field, proper.targets, proper.name),
      );
    }
  },
});

function moved(field: Field, targets: readonly Field[], to: string): FixOffer {
  const value = plain(field);
  if (value === undefined) return { refused: 'The value is more than this fix can move; move it by hand.' };
  // What the author wrote in the proper place stays.
  const open = targets.filter((target) => !target.present);
  return {
    title: `Move ${String(field.key)} into ${to}`,
    changes: [field.remove(), ...open.map((target) => target.set(value))],
  };
}

/** The value as data, unless a part of it is unknown or shared. */
function plain(field: Field): YamlValue | undefined {
  if (field.unknown || field.origin !== 'own') return undefined;
  if (field.isList) {
    const items = field.items.map(plain);
    return items.includes(undefined) ? undefined : (items as YamlValue[]);
  }
  if (field.isMap) {
    const entries = field.entries.map(([key, value]) => [key, plain(value)] as const);
    return entries.some(([, value]) => value === undefined) ? undefined : (Object.fromEntries(entries) as YamlValue);
  }
  return field.state === 'null' ? null : field.value;
}
