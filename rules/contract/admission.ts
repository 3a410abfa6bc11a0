/** What the rules on Pod Security admission are handed: a pod, and what its namespace objects to. */
import type { Pod } from '../model/kubernetes/pod.ts';
import type { PodSecurityDemand } from '../model/kubernetes/pod-security.ts';
import type { FixOffer, Place, Surroundings } from './finding.ts';

/** A pod before Pod Security admission. */
export interface Admission {
  readonly pod: Pod;
  readonly namespace: string;
  /** For each mode of the namespace that objects, strongest first; each breach stands under the strongest one alone. */
  readonly objections: readonly Objection[];
}

export interface Objection {
  readonly demand: PodSecurityDemand;
  /** Never empty. */
  readonly breaches: readonly Breach[];
}

/** A control that a pod breaks, as the rule on that control reports it. */
export interface Breach {
  /** As the admission library spells it, without its level. */
  readonly control: string;
  readonly place: Place;
  readonly message: string;
  readonly offer: (around: Surroundings) => FixOffer;
}
