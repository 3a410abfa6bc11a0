/** The words and the fix of rules on what Pod Security admission objects to. Must not know how the violationsByMode were found. */
import type { AdmissionViolation } from '../../../contract/admission.ts';
import type { Fix, Related, Surroundings } from '../../../contract/finding.ts';
import type { PodSecurityRequirement } from '../../../model/kubernetes/pod-security.ts';
import { isRefusal, type Refusal } from '../../../yaml/change.ts';

/** Such as `the restricted standard of 1.30`. */
export function standardOf({ level, minor }: PodSecurityRequirement): string {
  return `the ${level} standard${minor === undefined ? '' : ` of 1.${minor}`}`;
}

/** The names of the controls, once each, in the order they were found. */
export function controlsOf(violations: readonly AdmissionViolation[]): string {
  return [...new Set(violations.map(({ control }) => control))].join(', ');
}

/** Where a pod breaks what. */
export function inPlaces(violations: readonly AdmissionViolation[]): readonly Related[] {
  return violations.map(({ place, message }) => ({ place, message }));
}

/** One fix of the fixes of all violations; a refusal when one of them needs a person. */
export function fixFor(violations: readonly AdmissionViolation[], title: string, around: Surroundings): Fix | Refusal {
  const fixes: Fix[] = [];
  for (const { control, offer } of violations) {
    const offered = offer(around);
    const all = (Array.isArray(offered) ? offered : [offered]) as readonly (Fix | Refusal | undefined)[];
    const first = all.find((one) => one !== undefined);
    if (first === undefined || isRefusal(first))
      return { refused: `${control} cannot be fixed without you${first === undefined ? '.' : `: ${first.refused}`}` };
    fixes.push(first);
  }
  const consequences = new Set(
    fixes.flatMap((fix) => fix.caution ?? fix.consequence ?? /^[^(]*\((.+)\)$/.exec(fix.title)?.[1] ?? []),
  );
  const changes = fixes.flatMap(({ changes }) => changes ?? []);
  const clauses = new Set(fixes.flatMap(({ assumes }) => assumes ?? []));
  return {
    title,
    ...(consequences.size === 0 ? {} : { consequence: [...consequences].join('; ') }),
    changes,
    // Of the program whose user, say, it changes nothing more is known here than there.
    untried: fixes.some(({ untried }) => untried === true),
    ...(clauses.size === 0 ? {} : { assumes: [...clauses].join(', and ') }),
  };
}
