/**
 * `.seaworthy-baseline.json`: findings that were there when a team began, so that only what is new is told. Owns its form, which people read in reviews: sorted, a
 * finding a line.
 */
import type { Severity } from '../../../rules/contract/finding.ts';
import { fingerprintOf, type Identity } from '../../../rules/engine/findings/finding.ts';
import { visibleJson } from '../../../rules/text/visible.ts';

export const baselineFileName = '.seaworthy-baseline.json';

/** A finding that is known. All but its fingerprint is for people, and for following it to another name. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Relative to the folder of the baseline, with `/`. */
  readonly file: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly container?: string;
}

export interface Baseline {
  /** At which it was recorded; null outside of a repository. */
  readonly commit: string | null;
  readonly findings: readonly BaselineEntry[];
}

/** A finding that may be known. */
export interface Candidate {
  readonly rule: string;
  readonly severity: Severity;
  /** Its `file` is relative to the folder of the baseline. */
  readonly identity: Identity;
}

/** @returns what is recorded of a finding. */
export function entryOf({ rule, severity, identity }: Candidate): BaselineEntry {
  const { file, resource, container } = identity;
  return {
    fingerprint: fingerprintOf(identity),
    rule,
    severity,
    file,
    ...(resource === undefined ? {} : { kind: resource.kind, name: resource.name }),
    ...(resource?.namespace === undefined ? {} : { namespace: resource.namespace }),
    ...(container === undefined ? {} : { container }),
  };
}

/** The text of the file; the same findings give the same text. */
export function writeBaseline({ commit, findings }: Baseline): string {
  const keyOf = ({ file, rule, fingerprint }: BaselineEntry): string => `${file}\0${rule}\0${fingerprint}`;
  const sorted = [...findings].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const lines = sorted.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  const list = sorted.length === 0 ? '[]' : `[\n${lines}\n  ]`;
  return visibleJson(`{\n  "version": 1,\n  "commit": ${JSON.stringify(commit)},\n  "findings": ${list}\n}\n`);
}

/** @returns what a text says, or in a sentence why it is no baseline. What is not understood of one entry makes all of it wrong: a gap would hide nothing. */
export function readBaseline(text: string): Baseline | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is not valid JSON';
  }
  if (!isObject(value)) return 'it is not an object';
  const { version, commit, findings } = value;
  if (version !== 1) return `it has another version than 1, which this version of Seaworthy reads`;
  if (commit !== null && !(typeof commit === 'string' && /^[0-9a-f]{40,64}$/.test(commit)))
    return '`commit` is neither null nor the id of a commit';
  if (!Array.isArray(findings)) return '`findings` is not a list';
  const wrong = findings.findIndex((entry) => !isEntry(entry));
  if (wrong >= 0) return `entry ${wrong + 1} of \`findings\` lacks a fingerprint, a rule, a severity or a file`;
  return { commit, findings };
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEntry = (value: unknown): value is BaselineEntry =>
  isObject(value) &&
  ['fingerprint', 'rule', 'severity', 'file'].every((key) => typeof value[key] === 'string') &&
  ['kind', 'namespace', 'name', 'container'].every((key) => value[key] === undefined || typeof value[key] === 'string');
