/**
 * What Pod Security admission will say of a pod: the rules on the controls of the standards, run once more at the level and version that the
 * namespace asks for, whatever the profile. Owns no control; a rule that throws breaks nothing here, since it is noted where it runs by itself.
 */

import type { Admission, AdmissionViolation, ModeViolations } from '../../contract/admission.ts';
import type { Report } from '../../contract/finding.ts';
import type { Context } from '../../contract/rule.ts';
import type { FileContext } from '../../facts/questions/file-context.ts';
import type { Pod } from '../../model/kubernetes/pod.ts';
import type { PodSecurityLevel, PodSecurityRequirement } from '../../model/kubernetes/pod-security.ts';
import type { Judge, RuleSet } from '../settings/rule-set.ts';
import type { Settings } from '../settings/settings.ts';

/** @returns what each mode of the pod's namespace says of it; a violation that a mode before it names is not repeated. */
export function admissionOf(pod: Pod, fileContext: FileContext, { judges, settings }: RuleSet): Admission {
  const namespace = pod.resource.namespace ?? fileContext.namespace ?? '';
  const violationsByMode: ModeViolations[] = [];
  const blamed = new Set<string>();
  for (const requirement of pod.resource.partial ? [] : (fileContext.requirements.get(namespace) ?? [])) {
    const all = breachesOf(pod, judges, requirement, settings);
    const violations = all.filter((violation) => !blamed.has(keyOf(violation)));
    for (const violation of violations) blamed.add(keyOf(violation));
    if (violations.length > 0) violationsByMode.push({ requirement, violations });
  }
  return { pod, namespace, violationsByMode };
}

const keyOf = ({ control, place }: AdmissionViolation): string =>
  `${control} ${place.anchor.start} ${place.path ?? ''}`;

/** Admission allows nothing because a configuration of ours does. */
const nothing: ReadonlySet<string> = new Set();

/** The strictest standard that a pod meets; undefined where no rule on a control is there to tell. */
export function levelOf(pod: Pod, { judges, settings }: RuleSet): PodSecurityLevel | undefined {
  if (judges.length === 0) return undefined;
  const breaks = (level: 'baseline' | 'restricted'): boolean =>
    breachesOf(pod, judges, { mode: 'enforce', level, minor: undefined }, settings, 1).length > 0;
  return breaks('baseline') ? 'privileged' : breaks('restricted') ? 'baseline' : 'restricted';
}

/** @param enough no more than this many are looked for. */
function breachesOf(
  pod: Pod,
  judges: readonly Judge[],
  requirement: PodSecurityRequirement,
  settings: Settings,
  enough = Number.POSITIVE_INFINITY,
): AdmissionViolation[] {
  const violations: AdmissionViolation[] = [];
  const places = new Set<string>();
  const context: Context = {
    kubernetesMinor: requirement.minor ?? settings.kubernetesMinor,
    registries: [],
    deniedRegistries: [],
    today: settings.today,
    replacedImages: nothing,
    allowed: () => nothing,
  };
  for (const judge of judges) {
    if (violations.length >= enough) break;
    const standard = judge.standards.find((one) => one.standard === 'pss' && isHeldTo(requirement, one.level));
    if (standard?.standard !== 'pss') continue;
    const control = standard.control.replace(/_(?:baseline|restricted)$/, '');
    const report: Report = (place, message, offer) => {
      const violation: AdmissionViolation = { control, place, message, offer: offer ?? (() => undefined) };
      // Containers that inherit one value of their pod break one control at one place.
      const key = keyOf(violation);
      if (places.has(key)) return;
      places.add(key);
      violations.push(violation);
    };
    const each = <T>(subjects: readonly T[], check: (subject: T) => void): void => {
      for (const subject of subjects) if (violations.length < enough) check(subject);
    };
    try {
      if (judge.subject === 'pod') judge.check(pod, report, context);
      else if (judge.subject === 'volume') each(pod.volumes, (volume) => judge.check(volume, report, context));
      else each(pod.containers, (container) => judge.check(container, report, context));
    } catch {}
  }
  return violations;
}

/** The restricted level includes the baseline. */
function isHeldTo({ level }: PodSecurityRequirement, of: 'baseline' | 'restricted'): boolean {
  return of === 'baseline' || level === 'restricted';
}
