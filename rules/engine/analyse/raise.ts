/** Raises what is found on objects whose pods are reached from outside. */

import type { Rule } from '../../contract/rule.ts';
import { type Exposed, isRaised, raised } from '../findings/exposure.ts';
import type { Locate } from './fact-place.ts';
import type { FileRecord } from './file-record.ts';
import type { PendingFinding } from './pending-finding.ts';

/** How objects of one document are reached from outside, by their kind and name. */
export type ExposedObjects = ReadonlyMap<string, Exposed>;

/** By document. @param exposed by the ordinal of the fact in its file. */
export function exposedObjects(
  { units }: FileRecord,
  exposed: ReadonlyMap<number, Exposed>,
): readonly ExposedObjects[] {
  if (exposed.size === 0) return [];
  let ordinal = 0;
  return units.map(({ unit }) => {
    const found = new Map<string, Exposed>();
    for (const { fact } of unit.extracted) {
      const way = exposed.get(ordinal++);
      if (way !== undefined) found.set(objectKey(fact), way);
    }
    return found;
  });
}

const objectKey = (of: {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}): string => `${of.kind}/${of.namespace ?? ''}/${of.name}`;

/** @returns the finding itself where nothing raises it. */
export function raise(
  pending: PendingFinding,
  rule: Rule,
  reached: ExposedObjects | undefined,
  locate: Locate,
): PendingFinding {
  const { resource, severity, related } = pending.says;
  if (resource === undefined || reached === undefined || !isRaised(rule)) return pending;
  const way = reached.get(objectKey(resource));
  const more = way === undefined ? undefined : raised(severity);
  if (way === undefined || more === undefined) return pending;
  const at = locate(way.by, 'name');
  return {
    ...pending,
    says: {
      ...pending.says,
      raised: { severity: more, reason: way.reason },
      related: at === undefined ? related : [...related, { ...at, message: way.reason }],
    },
  };
}
