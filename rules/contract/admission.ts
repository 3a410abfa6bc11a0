/** What the rules on Pod Security admission are handed: a pod, and what its namespace objects to. */
import type { Pod } from '../model/kubernetes/pod.ts';
import type { PodSecurityRequirement } from '../model/kubernetes/pod-security.ts';
import type { FixOffer, Place, Surroundings } from './finding.ts';

/** A pod before Pod Security admission. */
export interface Admission {
  readonly pod: Pod;
  readonly namespace: string;
  /** For each mode of the namespace that objects, strongest first; each violation stands under the strongest one alone. */
  readonly violationsByMode: readonly ModeViolations[];
}

/** What a pod breaks of what one mode of its namespace asks for. */
export interface ModeViolations {
  readonly requirement: PodSecurityRequirement;
  /** Never empty. */
  readonly violations: readonly AdmissionViolation[];
}

/** A control that a pod breaks, as the rule on that control reports it. */
export interface AdmissionViolation {
  /** As the admission library spells it, without its level. */
  readonly control: string;
  readonly place: Place;
  readonly message: string;
  readonly offer: (around: Surroundings) => FixOffer;
}
