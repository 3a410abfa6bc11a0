/** One fix that puts together what hardens a container or a whole object. Must not know where its findings come from. */
import { isRefusal } from '../../yaml/change.ts';
import type { FileFinding } from '../analyse/assemble.ts';
import type { Finding, ResolvedFix } from '../findings/finding.ts';
import { compatible, editsOf, type FindingFix, offersOf, whereIn, writtenBy } from './fix.ts';

/**
 * @param all the findings of the file.
 * @param about what the finding is about is hardened: its container, or with `workload` the whole object.
 * @returns undefined when nothing about it is a matter of hardening.
 */
export function harden(all: readonly FileFinding[], about: Finding, workload: boolean): ResolvedFix | undefined {
  const origin = all.find(({ finding: { span } }) => span.start === about.span.start && span.end === about.span.end);
  if (origin === undefined) return undefined;
  const concerned = all.filter(
    ({ finding, unit, resource }) =>
      unit.offset === origin.unit.offset &&
      // An object may have a namesake, in its own document as well.
      (resource === undefined || origin.resource === undefined
        ? sameObject(finding, about)
        : resource === origin.resource) &&
      (workload || finding.container === undefined || finding.container === about.container),
  );
  const [first] = concerned;
  const fixes: FindingFix[] = [];
  for (const { finding, offer } of concerned) {
    const fix = offersOf(offer).find(
      (candidate) => !isRefusal(candidate) && candidate.hardens === true && candidate.assumes === undefined,
    );
    if (fix !== undefined && !isRefusal(fix)) fixes.push({ finding, fix });
  }
  const [least] = fixes;
  if (first === undefined || least === undefined) return undefined;
  const { edits, taken } = compatible(fixes, first.unit);
  const written = writtenBy(
    taken.map(({ fix }) => fix),
    first.unit,
  );
  if (edits.length === 0 || isRefusal(written)) {
    const refusal = editsOf([least.fix], first.unit);
    return isRefusal(refusal) ? refusal : undefined;
  }
  const cautions = [...new Set(taken.flatMap(({ fix }) => fix.caution ?? []))];
  const title = `Harden ${what(about, workload)}${whereIn(written)}${cautions.length === 0 ? '' : ` (${cautions.join('; ')})`}`;
  const changes = taken.flatMap(({ fix }) => fix.changes ?? []);
  return { title, level: 'review', ...written, changes, createsDocument: false, hardens: true, assumes: false };
}

function what({ resource, container }: Finding, workload: boolean): string {
  if (!workload) return `container ${container ?? ''}`.trim();
  return `${resource?.kind ?? 'workload'} ${resource?.name ?? ''}`.trim();
}

function sameObject(a: Finding, b: Finding): boolean {
  return (
    a.resource?.kind === b.resource?.kind &&
    a.resource?.name === b.resource?.name &&
    a.resource?.namespace === b.resource?.namespace
  );
}
