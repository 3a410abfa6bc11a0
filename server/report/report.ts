/** What a report is written of, whoever scanned: the command line, or an editor's server. */
import type { Finding } from '../../rules/engine/findings/finding.ts';

/** A finding, with the words for where it is. */
export interface ReportedFinding {
  readonly finding: Finding;
  /** The file as people know it. */
  readonly file: string;
  /** From zero. */
  readonly line: number;
  /** What its place leads to, as a URI; left out where the report stands for itself. */
  readonly link?: string;
}

/** What findings were held against, so that only new ones are in the report. */
export interface Trend {
  /** A baseline or a commit, for people. */
  readonly name: string;
  /** How many findings both have. */
  readonly known: number;
  /** How many it has and nobody finds any more. */
  readonly gone: number;
}

/** A scan, as a report shows it. */
export interface Report {
  /** How many were analysed. */
  readonly files: number;
  readonly resources: number;
  readonly findings: readonly ReportedFinding[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  readonly trends: readonly Trend[];
}
