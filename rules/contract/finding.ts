/** What a rule reports: how bad it is, where, why, and how to fix it. */
import type { FactPlace, FactRef, RelatedFact } from '../facts/fact.ts';
import type { Facts } from '../facts/index.ts';
import type { Dockerfile } from '../model/dockerfile/file.ts';
import type { Container } from '../model/kubernetes/container.ts';
import type { Resource } from '../model/kubernetes/resource.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/source.ts';
import type { Change, Refusal } from '../yaml/change.ts';
import type { Profile } from './profile.ts';

/** Risk on our own scale; LSP and SARIF levels are derived from it at the border. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';
/** All severities, the worst first. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** Puts the worse of two severities first. @returns as a comparison of `sort` does. */
export const bySeverity = (a: Severity, b: Severity): number => severities.indexOf(a) - severities.indexOf(b);

/** Whether a severity is as bad as another one, or worse. */
export const isAtLeast = (severity: Severity, least: Severity): boolean => bySeverity(severity, least) <= 0;

/**
 * safe: what is deployed behaves the same; applied in bulk and on save.
 * review: a valid file whose behaviour may change; one click, never in bulk unless asked.
 * template: needs a value only the author knows; the edit holds a placeholder, and the command line refuses it.
 */
export type FixLevel = 'safe' | 'review' | 'template';

/**
 * Where a finding is shown. Every view of the models is a place, and the view, not the rule, decides where its squiggle lands:
 * the value if it is written, else the container's name, else the nearest key. One line, never a block.
 */
export interface Place {
  /** Offsets in the document (a slice of the file for YAML, the whole file for a Dockerfile). */
  readonly anchor: Span;
  /** True when the place stands for something that is not there, so that findings on one container can be shown as one. */
  readonly absent?: boolean;
  /** True when it stands for more than its anchor: an object, a map or a list, in which more may be written that mends what is found. */
  readonly isWhole?: boolean;
  /** Names the place inside its resource or stage whatever the line; part of the fingerprint. */
  readonly path?: string;
}

/** Another place that explains a finding, in the same document. */
export interface Related {
  readonly place: Place;
  readonly message: string;
}

/** Says of containers that they take over what a finding on their pod speaks of. */
export function inheritedBy(containers: readonly Container[]): readonly Related[] {
  let related = inheriting.get(containers);
  if (related === undefined) {
    related = containers.map((container) => ({ place: container, message: `${container.title} inherits it.` }));
    inheriting.set(containers, related);
  }
  return related;
}

/** Each of the containers says it. */
const inheriting = new WeakMap<readonly Container[], readonly Related[]>();

/** A file that a fix adds; where there is one already, the fix is none. */
export interface NewFile {
  /** Key of the file, beside that of one that is known. */
  readonly path: string;
  readonly text: string;
  /** The kustomization that is to take it in, by its path, and what its `resources` say then. */
  readonly listIn?: { readonly path: string; readonly entry: string };
}

/**
 * A fix as the rule states it: changes to YAML fields (composed with those of other rules before they become text) or
 * finished text edits (Dockerfiles). Offsets as in `Place`.
 */
export interface Fix {
  /** Imperative, says what will be written; for a review fix also what may stop. */
  readonly title: string;
  /** Left out: the rule's own level. */
  readonly level?: FixLevel;
  readonly changes?: readonly Change[];
  readonly edits?: readonly TextEdit[];
  /** Files that it adds; `createsDocument` goes with them. */
  readonly creates?: readonly NewFile[];
  /** The fix adds a document or file; never applied in bulk unless the rule was named. */
  readonly createsDocument?: boolean;
  /** Part of "harden this container": the engine composes these into one fix. */
  readonly hardens?: boolean;
  /** What else becomes of it, or may stop: behind the title in brackets, unless the fix `assumes` something, which says it better. */
  readonly consequence?: string;
  /** What may stop working; the title of a composed fix says it. */
  readonly caution?: string;
  /**
   * What has to be true for the result to build and start, where nothing that is known says so; a clause without a subject before it:
   * `user 10001 can write /data`. The engine writes it into the title. Such a fix is chosen by a person alone: it is never preferred, never
   * part of a composed fix, never applied in bulk.
   */
  readonly assumes?: string;
  /**
   * Nothing is known of the program that it changes, neither for it nor against it. A person may choose it, alone, in a composed fix or by naming its
   * rule; what is applied to everything leaves it out. The title says what may stop.
   */
  readonly untried?: boolean;
}

/** Fixes in order of preference; a refusal's reason is shown in the hover. */
export type FixOffer = Fix | Refusal | undefined | readonly (Fix | Refusal | undefined)[];

/**
 * What other files of the scope say, for a fix that has to know. Only fixes see it, at the time somebody asks for them: a finding of a rule on one
 * file depends on that file alone.
 */
export interface Surroundings {
  /** Key of the file that is fixed. */
  readonly path: string;
  /** Of all files that were read so far. */
  readonly facts: Facts;
}

/** What a finding weighs, where that is not what its rule does in general. */
export interface Weight {
  /** It weighs no more than this here, whatever the rule's severity. */
  readonly atMost?: Severity;
  /** On one document: it weighs no less than this here, unless a configuration chose the rule's severity. */
  readonly atLeast?: Severity;
  /** It belongs to this profile, which comes after that of the rule. */
  readonly from?: Profile;
  /** A value that somebody thought up, as tests do for one run and samples to show where it goes; in such a file it belongs to the strict profile. */
  readonly isThoughtUp?: boolean;
  /** What one change of mind mends: of a rule, findings of one cause are told once, with the places of all. */
  readonly cause?: Cause;
}

/** What several findings of a rule come from. */
export interface Cause {
  /** The same for all of them. May hold what is secret: it is hashed before anybody keeps it. */
  readonly key: string;
  /** `scan`: the same thing in other files is the same, so that the command line tells it once a scan. */
  readonly within: 'file' | 'scan';
}

/** Reports one finding. `fix` runs only when somebody asks for it. */
export type Report = (
  place: Place,
  message: string,
  fix?: ((around: Surroundings) => FixOffer) | undefined,
  related?: readonly Related[],
  weight?: Weight,
) => void;

/** Reports on a resource of any file; `fact` says which, `place` is a name the fact extractor registered (left out: the resource's name). */
export type WorkspaceReport = (
  fact: { readonly ref: FactRef },
  message: string,
  options?: Weight & {
    readonly place?: string;
    readonly fix?: (resource: Resource) => FixOffer;
    /** The same for a fact of a Dockerfile. */
    readonly fixDockerfile?: (dockerfile: Dockerfile) => FixOffer;
    /** Places of other resources, in this file or another one. */
    readonly related?: readonly RelatedFact[];
    /** Where it comes from and is mended: a finding of that place that weighs as much tells all of it, and this one is a related place of it. */
    readonly partOf?: FactPlace;
    /** Like `partOf`, but the profile `strict` asks for this one all the same. */
    readonly repeats?: FactPlace;
  },
) => void;
