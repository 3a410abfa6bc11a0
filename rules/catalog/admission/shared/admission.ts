/** The words and the fix of rules on what Pod Security admission objects to. Must not know how the objections were found. */
import type { Breach } from '../../../contract/admission.ts';
import type { Fix, Related, Surroundings } from '../../../contract/finding.ts';
import type { PodSecurityDemand } from '../../../model/kubernetes/pod-security.ts';
import { isRefusal, type Refusal } from '../../../yaml/change.ts';

/** Such as `the restricted standard of 1.30`. */
export function standardOf({ level, minor }: PodSecurityDemand): string {
  return `the ${level} standard${minor === undefined ? '' : ` of 1.${minor}`}`;
}

/** The names of the controls, once each, in the order they were found. */
export function controlsOf(breaches: readonly Breach[]): string {
  return [...new Set(breaches.map(({ control }) => control))].join(', ');
}

/** Where a pod breaks what. */
export function inPlaces(breaches: readonly Breach[]): readonly Related[] {
  return breaches.map(({ place, message }) => ({ place, message }));
}

/** One fix of the fixes of all breaches; a refusal when one of them needs a person. */
export function fixFor(breaches: readonly Breach[], title: string, around: Surroundings): Fix | Refusal {
  const fixes: Fix[] = [];
  for (const { control, offer } of breaches) {
    const offered = offer(around);
    const all = (Array.isArray(offered) ? offered : [offered]) as readonly (Fix | Refusal | undefined)[];
    const first = all.find((one) => one !== undefined);
    if (first === undefined || isRefusal(first))
      return { refused: `${control} cannot be mended without you${first === undefined ? '.' : `: ${first.refused}`}` };
    fixes.push(first);
  }
  const cautions = new Set(fixes.flatMap((fix) => fix.caution ?? /^[^(]*\((.+)\)$/.exec(fix.title)?.[1] ?? []));
  const changes = fixes.flatMap(({ changes }) => changes ?? []);
  const clauses = new Set(fixes.flatMap(({ assumes }) => assumes ?? []));
  return {
    title: `${title}${cautions.size === 0 ? '' : ` (${[...cautions].join('; ')})`}`,
    changes,
    ...(clauses.size === 0 ? {} : { assumes: [...clauses].join(', and ') }),
  };
}
