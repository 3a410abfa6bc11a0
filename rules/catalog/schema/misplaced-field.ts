import { container, pod } from '../../contract/example.ts';
import type { FixOffer, Place } from '../../contract/finding.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';
import { properPlaceOf } from '../../model/kubernetes/misplaced.ts';
import type { TypedKey } from '../../model/kubernetes/schema.ts';
import type { Span } from '../../text/source.ts';
import type { Change, YamlValue } from '../../yaml/change.ts';
import type { Field } from '../../yaml/field.ts';

export default defineRule({
  id: 'misplaced-field',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Field is on a level where it does not exist',
  why: 'Some settings exist on the pod, some on containers, some on both; others are indented wrongly. On the wrong level the API server drops them, and a hardening that looks done protects nothing.',
  remedy:
    'Move it to where the API reference has it, or fix the indentation: `capabilities`, `privileged`, `allowPrivilegeEscalation` and `readOnlyRootFilesystem` to each container, `fsGroup`, `sysctls` and `supplementalGroups` to the pod.',
  aliases: [kubeLinter('schema-validation')],
  examples: {
    bad: [
      pod`
        securityContext:
          allowPrivilegeEscalation: false
      `,
      container`runAsNonRoot: true`,
      container`
        resources:
        limits:
          memory: 128Mi
      `,
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
    for (const { name, misplaced } of slipsOf(resource.suspectKeys)) {
      const [first, ...others] = misplaced;
      if (first === undefined) continue;
      const keys = misplaced.map(({ field }) => String(field.key));
      const message =
        others.length === 0
          ? `Has no effect here: ${keys.join('')} belongs in ${name}.`
          : `Have no effect here: ${keys.slice(0, -1).join(', ')} and ${keys.at(-1)} belong in ${name}.`;
      report(
        placeOf(first),
        message,
        () => moved(misplaced, name),
        others.map((other) => ({ place: placeOf(other), message: 'This one, too.' })),
      );
    }
  },
});

/** Keys of one map that belong in one place: what one wrong indentation makes. */
interface Slip {
  readonly name: string;
  readonly misplaced: Misplaced[];
}

interface Misplaced {
  readonly field: Field;
  readonly targets: readonly Field[];
  readonly key: Span;
}

const placeOf = ({ field, key }: Misplaced): Place => ({ anchor: key, path: field.path });

function slipsOf(keys: readonly TypedKey[]): Iterable<Slip> {
  const slips = new Map<string, Slip>();
  for (const typed of keys) {
    const { field, owner } = typed;
    const proper = field.pair === undefined ? undefined : properPlaceOf(typed);
    if (field.pair === undefined || proper === undefined) continue;
    const slip = slips.get(`${owner.path} ${proper.name}`) ?? { name: proper.name, misplaced: [] };
    slip.misplaced.push({ field, targets: proper.targets, key: field.pair.key });
    slips.set(`${owner.path} ${proper.name}`, slip);
  }
  return slips.values();
}

function moved(misplaced: readonly Misplaced[], to: string): FixOffer {
  const changes: Change[] = [];
  for (const { field, targets } of misplaced) {
    const value = plain(field);
    if (value === undefined) return { refused: 'The value is more than this fix can move; move it by hand.' };
    changes.push(field.remove());
    // What the author wrote in the proper place stays; a key that is empty is there once it holds something.
    if (value === null && misplaced.length > 1) continue;
    changes.push(...targets.flatMap((target) => (target.present ? [] : [target.set(value)])));
  }
  const what = misplaced.length === 1 ? String(misplaced[0]?.field.key) : `${misplaced.length} fields`;
  return { title: `Move ${what} into ${to}`, changes };
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
