/** What scanners say of an image, in one shape. Owns order, identity and counts; must not know any scanner, a disk or a clock. */

/** From the worst. `negligible` is what distributions call what they do not mend. */
export const levels = ['critical', 'high', 'medium', 'low', 'negligible', 'unknown'] as const;
export type Level = (typeof levels)[number];

/** A known vulnerability of a package of an image. All texts are others' and have to be made visible before they are shown. */
export interface Vulnerability {
  /** As the scanner calls it: `CVE-2019-14697`, `GHSA-...`. */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly severity: Level;
  /** Who gave the severity: `nvd`, a distribution; undefined where the scanner does not say. */
  readonly severitySource?: string;
  readonly package: {
    readonly name: string;
    readonly version: string;
    /** Package URL. */
    readonly purl?: string;
  };
  /** Versions that are without it; empty where there is none. */
  readonly fixed: readonly string[];
  readonly title: string;
  /** An address of `https`. */
  readonly link?: string;
  /** Digest of the layer's content (`diff_id`) that holds the package. */
  readonly layer?: string;
  /** `base`: of the image that it is built on; undefined where layers do not tell. */
  readonly from?: 'base' | 'own';
  /** Whether it is known to be exploited; undefined where the scanner does not say. */
  readonly exploited?: boolean;
  /** Chance of exploitation in the next 30 days, from 0 to 1 (first.org/epss). */
  readonly epss?: number;
}

/** A step of an image's history. */
export interface Step {
  /** What made it, as the builder wrote it. */
  readonly by: string;
  /** `diff_id` of the layer that it made; undefined where it made none. */
  readonly layer?: string;
}

/** What somebody accepted until a day. */
export interface Accepted {
  readonly vulnerability: Vulnerability;
  readonly reason: string;
  /** As `2026-12-31`. */
  readonly until: string;
}

/** The answer of a scanner. */
export interface ImageReport {
  /** `sha256:...` of manifests by which registries know the image; those the scanner tells. */
  readonly digests: readonly string[];
  /** References with a digest by which registries know the image, as the scanner tells; left out where it does not. */
  readonly named?: readonly string[];
  readonly os?: { readonly name: string; readonly isEnded: boolean };
  /** Each once, the worst first. */
  readonly vulnerabilities: readonly Vulnerability[];
  /** What the scanner left out itself, by VEX documents or lists of ignored ones. */
  readonly suppressed: number;
  /** What was accepted, which does not stand among the others; left out for nothing. Not the scanner's, and not kept. */
  readonly accepted?: readonly Accepted[];
  /** Its history, where the scanner tells it and it fits the layers. */
  readonly steps?: readonly Step[];
  /** When its database was made, where the report says so: ISO 8601. */
  readonly database?: string;
}

/** Numbers of a summary. */
export interface Counts {
  readonly bySeverity: { readonly [severity in Level]: number };
  readonly fixable: number;
  readonly exploited: number;
}

/** @param found in any order and perhaps several times, as once for each path. @returns each once, the worst first. */
export function ordered(found: readonly Vulnerability[]): readonly Vulnerability[] {
  const byKey = new Map<string, Vulnerability>();
  for (const one of found) {
    const key = JSON.stringify([one.id, one.package.purl ?? [one.package.name, one.package.version]]);
    const known = byKey.get(key);
    if (known === undefined || rank(one, known) < 0) byKey.set(key, one);
  }
  return [...byKey.values()].sort(rank);
}

function rank(a: Vulnerability, b: Vulnerability): number {
  return (
    Number(b.exploited === true) - Number(a.exploited === true) ||
    levels.indexOf(a.severity) - levels.indexOf(b.severity) ||
    (b.epss ?? 0) - (a.epss ?? 0) ||
    Number(b.fixed.length > 0) - Number(a.fixed.length > 0) ||
    compare(a.id, b.id) ||
    compare(a.package.name, b.package.name)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many there are of each severity, how many have a fix and how many are exploited. */
export function countsOf(vulnerabilities: readonly Vulnerability[]): Counts {
  const of = (level: Level): number => vulnerabilities.filter(({ severity }) => severity === level).length;
  return {
    bySeverity: {
      critical: of('critical'),
      high: of('high'),
      medium: of('medium'),
      low: of('low'),
      negligible: of('negligible'),
      unknown: of('unknown'),
    },
    fixable: vulnerabilities.filter(({ fixed }) => fixed.length > 0).length,
    exploited: vulnerabilities.filter(({ exploited }) => exploited === true).length,
  };
}

/** Whether one is as bad as `least` or worse. What nobody rated counts as high: not to be rated is no sign of harmlessness. */
export function isAtLeast(severity: Level, least: Exclude<Level, 'unknown'>): boolean {
  return levels.indexOf(severity === 'unknown' ? 'high' : severity) <= levels.indexOf(least);
}
