/**
 * One fact is one finding: what a role allows, the binding that hands it out and the pod that holds it are told where it is mended, and the others are related
 * places. Where nothing is found at that place, or something that weighs less, each is told by itself.
 */
import { isAtLeast, type Severity } from '../../contract/finding.ts';
import type { FactRef } from '../../facts/fact.ts';
import type { FactWithoutRef } from '../../facts/kinds/index.ts';
import type { RawFinding } from './analyze.ts';
import type { CrossFileFinding, CrossFileState } from './cross-file-finding.ts';
import type { Locate } from './fact-place.ts';
import { type FileRecord, factsOfUnits } from './file-record.ts';
import type { PendingFinding } from './pending-finding.ts';

/** Whether a finding of one document tells what is found of a place. */
export type IsTold = (finding: CrossFileFinding, severity: Severity) => boolean;

/** @param recordOf the files. */
export const toldElsewhere =
  (recordOf: (path: string) => FileRecord | undefined): IsTold =>
  ({ partOf }, severity) => {
    const record = partOf === undefined ? undefined : recordOf(partOf.ref.file);
    if (partOf === undefined || record === undefined) return false;
    const fact = factsOfUnits(record.units)[partOf.ref.ordinal];
    return record.units.some(({ unit }) =>
      unit.analysis.findings.some((raw) => tells(raw, fact, partOf.place) && isAtLeast(raw.severity, severity)),
    );
  };

/** @param place of a fact on a role, such as `rule0`. */
function tells({ identity, path, atMost }: RawFinding, fact: FactWithoutRef | undefined, place: string): boolean {
  return (
    fact !== undefined &&
    atMost === undefined &&
    identity?.kind === fact.kind &&
    identity.name === fact.name &&
    identity.namespace === fact.namespace &&
    path.includes(`rules[${place.slice('rule'.length)}]`)
  );
}

/** @returns the finding with what is part of it among its related places. */
export function withParts(
  pending: PendingFinding,
  raw: RawFinding,
  record: FileRecord,
  { parts }: CrossFileState,
  locate: Locate,
): PendingFinding {
  if (parts.length === 0) return pending;
  const facts = factsOfUnits(record.units);
  const own = parts.filter(({ ordinal, place }) => tells(raw, facts[ordinal], place));
  if (own.length === 0) return pending;
  const at = (ref: FactRef, place: string, message: string): PendingFinding['says']['related'] => {
    const found = locate(ref, place);
    return found === undefined ? [] : [{ ...found, message }];
  };
  const related = own.slice(0, mostParts).flatMap(({ by, finding }) => at(by, finding.place, finding.message));
  return { ...pending, says: { ...pending.says, related: [...pending.says.related, ...related] } };
}

/** Related places of one finding; a role may be bound a thousand times. */
const mostParts = 20;
