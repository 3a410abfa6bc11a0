/** What rules on several files say, before it has a place in a text. */

import type { FixOffer, Surroundings, Weight } from '../../contract/finding.ts';
import type { Profile } from '../../contract/profile.ts';
import type { WorkspaceRule } from '../../contract/rule.ts';
import type { FactRef, RelatedFact } from '../../facts/fact.ts';
import type { Dockerfile } from '../../model/dockerfile/file.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Exposed } from '../findings/exposure.ts';

/** What a workspace rule reported, before it has a place in a text. */
export interface CrossFileFinding extends Weight {
  readonly rule: WorkspaceRule;
  readonly message: string;
  /** Which fact of its file it is about. */
  readonly ordinal: number;
  readonly place: string;
  readonly fix: ((resource: Resource) => FixOffer) | undefined;
  readonly fixDockerfile: ((dockerfile: Dockerfile) => FixOffer) | undefined;
  readonly related: readonly RelatedFact[];
  /** Where a finding that weighs as much tells it, too. */
  readonly partOf: { readonly ref: FactRef; readonly place: string } | undefined;
  /** The profile that asks for it where it is told there, too; undefined: none. */
  readonly partFrom: Profile | undefined;
}

/** Tells the findings of a file from each other, whichever files a rule was run on. */
export const keyOfFinding = ({ rule, ordinal, place }: CrossFileFinding): string => `${rule.id} ${ordinal} ${place}`;

/**
 * What is absent may lie anywhere, and so may what its fix breaks: both are said as all files have it, and not those of a unit.
 * @param everywhere what the rules say on all files, by its key. @returns the finding as it is said there, with its fix.
 */
export function saidByAll(
  finding: CrossFileFinding,
  everywhere: ReadonlyMap<string, CrossFileFinding>,
): CrossFileFinding {
  const all = finding.rule.joins === 'absence' ? everywhere.get(keyOfFinding(finding)) : undefined;
  if (all === undefined) return finding;
  const { fix, message, from = finding.from } = all;
  return { ...finding, fix, message, ...(from === undefined ? {} : { from }) };
}

/** What findings of this file or others are part of: a place of this file. */
export interface Part {
  /** The fact of this file, and its place. */
  readonly ordinal: number;
  readonly place: string;
  readonly finding: CrossFileFinding;
  /** What the finding is about. */
  readonly by: FactRef;
}

/** What is known about the workspace rules, without which nobody can say that an ignore hides nothing. */
export interface CrossFileState {
  readonly findings: readonly CrossFileFinding[];
  readonly parts: readonly Part[];
  readonly complete: boolean;
  readonly failed: ReadonlyMap<string, string>;
  /** Pods of the file that are reached from outside, by the ordinal of their fact. */
  readonly exposed: ReadonlyMap<number, Exposed>;
  /** For fixes, once they are asked for. */
  readonly around: Surroundings;
}
