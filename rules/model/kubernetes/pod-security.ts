/**
 * Pod Security admission as namespaces ask for it: which level each mode holds pods to, and at which version. Source:
 * k8s.io/pod-security-admission/api/helpers.go (ParseLevel, ParseVersion) and kubernetes.io, "Pod Security Admission".
 */
import { newestKubernetesMinor, oldestKubernetesMinor } from '../../data/kubernetes.ts';
import type { Labels } from './labels.ts';

/** All modes, the one that rejects pods first. */
export const podSecurityModes = ['enforce', 'warn', 'audit'] as const;
/** One of `podSecurityModes`. */
export type PodSecurityMode = (typeof podSecurityModes)[number];

/** All levels, the weakest first. */
export const podSecurityLevels = ['privileged', 'baseline', 'restricted'] as const;
/** One of `podSecurityLevels`. */
export type PodSecurityLevel = (typeof podSecurityLevels)[number];

/** What one mode holds pods to; `privileged` holds them to nothing and is left out. */
export interface PodSecurityRequirement {
  readonly mode: PodSecurityMode;
  readonly level: 'baseline' | 'restricted';
  /** Minor version 1.x; undefined: that of the cluster. */
  readonly minor: number | undefined;
}

/** @param suffix `-version` for the label of the version. */
export function podSecurityLabel(mode: PodSecurityMode, suffix: '' | '-version' = ''): string {
  return `pod-security.kubernetes.io/${mode}${suffix}`;
}

/** @param text the value of a label. */
export const isPodSecurityLevel = (text: string): text is PodSecurityLevel =>
  (podSecurityLevels as readonly string[]).includes(text);

/** @returns `latest`, a minor version, or undefined for what admission does not take. */
export function podSecurityVersion(text: string): number | 'latest' | undefined {
  if (text === 'latest') return text;
  const minor = /^v1\.(0|[1-9]\d*)$/.exec(text)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

/** @returns the requirements of a namespace with these labels, strongest mode first. Labels that admission refuses require nothing here. */
export function podSecurityRequirements(labels: Labels): readonly PodSecurityRequirement[] {
  return podSecurityModes.flatMap((mode): PodSecurityRequirement[] => {
    const level = labels[podSecurityLabel(mode)];
    const version = podSecurityVersion(labels[podSecurityLabel(mode, '-version')] ?? 'latest');
    if ((level !== 'baseline' && level !== 'restricted') || version === undefined) return [];
    return [{ mode, level, minor: version === 'latest' ? undefined : clamped(version) }];
  });
}

/** Versions before the oldest table have its controls; those after the newest have not been written yet. */
function clamped(minor: number): number {
  return Math.min(Math.max(minor, oldestKubernetesMinor), newestKubernetesMinor);
}
