/**
 * Workloads that are reached from outside of the cluster, which raises what is found on them: what an attacker can reach is tried first. Knows
 * facts, not findings.
 */

import type { Severity } from '../../contract/finding.ts';
import type { RuleBase } from '../../contract/rule.ts';
import type { FactRef } from '../../facts/fact.ts';
import type { Facts } from '../../facts/index.ts';
import { firstEntryTo } from '../../facts/questions/reach.ts';

/** That pods are reached from outside of the cluster, and by which object. */
export interface Exposed {
  /** How, as a sentence. */
  readonly reason: string;
  /** The object that lets the outside in. */
  readonly by: FactRef;
}

/** By file, and in it by the ordinal of the pods. */
export type Exposures = ReadonlyMap<string, ReadonlyMap<number, Exposed>>;

/** The kinds of facts that it hangs on. */
export const exposureReads = ['pods', 'service', 'backends'] as const;

/** @returns the first way from outside to the pods that are reached. */
export function exposuresOf(facts: Facts): Exposures {
  const found = new Map<string, Map<number, Exposed>>();
  for (const pods of facts.byKind.pods) {
    const way = firstEntryTo(facts, pods);
    if (way === undefined) continue;
    const { service, route } = way;
    const by = route ?? service;
    const reason =
      route === undefined
        ? `Reached from outside: Service ${service.name} is a ${service.type}.`
        : `Reached from outside: ${route.kind} ${route.name} leads to Service ${service.name}.`;
    const ofFile = found.get(pods.ref.file) ?? new Map<number, Exposed>();
    found.set(pods.ref.file, ofFile.set(pods.ref.ordinal, { reason, by: by.ref }));
  }
  return found;
}

/** Files whose pods are reached otherwise than before. */
export function changedExposures(before: Exposures, now: Exposures): readonly string[] {
  const outline = (of: ReadonlyMap<number, Exposed> | undefined): string =>
    JSON.stringify([...(of ?? [])].map(([ordinal, { reason, by }]) => [ordinal, reason, by]));
  return [...new Set([...before.keys(), ...now.keys()])].filter(
    (file) => outline(before.get(file)) !== outline(now.get(file)),
  );
}

const next: { readonly [severity in Severity]: Severity | undefined } = {
  critical: undefined,
  high: 'critical',
  medium: 'high',
  low: 'medium',
  // What is only worth knowing stays that.
  info: undefined,
};

/** A weakness of what is reached from outside weighs more; a matter of taste or of staying up does not. */
export const isRaised = ({ tags, raisedByExposure }: Pick<RuleBase, 'tags' | 'raisedByExposure'>): boolean =>
  tags.length === 0 && raisedByExposure !== false;

/** The severity one step up; undefined when there is none, or nothing to raise. */
export const raised = (severity: Severity): Severity | undefined => next[severity];
