/**
 * What the engine itself reports: ignore comments that are wrong or hide nothing, and rules that failed. Described like rules, so
 * that hover, pages and the catalogue show them alike, but they are found here and cannot be suppressed.
 */
import type { Severity } from '../../contract/finding.ts';

/** What the engine reports by itself, described like a rule. */
export interface Notice {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
}

/** An ignore that hides nothing. */
export const unusedIgnore: Notice = {
  id: 'unused-ignore',
  severity: 'low',
  title: 'Ignore comment hides nothing',
  why: 'The finding it was written for is gone, or was never there. A left-over ignore would silence the same problem when it comes back.',
  remedy: 'Delete the comment, or the id that no longer applies.',
};

/** An ignore without a reason, or with an id that no rule has. */
export const malformedIgnore: Notice = {
  id: 'malformed-ignore',
  severity: 'medium',
  title: 'Ignore comment is not understood',
  why: 'An ignore without a reason cannot be reviewed, and one with an unknown id does not do what its author believes.',
  remedy: 'Write `# seaworthy-ignore rule-id: why this is fine here`.',
};

/** An ignore or a setting that names a rule by an id of before. */
export const formerId: Notice = {
  id: 'former-id',
  severity: 'info',
  title: 'Ignore names a rule by its former id',
  why: 'The rule was given another id. The ignore still counts, but who looks the id up finds nothing.',
  remedy: 'Write the id of today.',
};

/** A rule that threw. */
export const ruleFailure: Notice = {
  id: 'rule-failure',
  severity: 'info',
  title: 'A rule could not finish on this document',
  why: 'A defect in the rule: it stopped, so it may have missed something here. All other rules ran.',
  remedy: 'Please report it with the part of the file it happened on.',
};

/** A budget that ended before the file did. */
export const uncheckedPart: Notice = {
  id: 'unchecked-part',
  severity: 'medium',
  title: 'A part of the file was not checked',
  why: 'The file makes more of itself than is written: aliases that stand for large parts, stages that take over hundreds of others. Beyond a limit that no ordinary file reaches, what is written there is not looked at, so that nobody can hide something in it unseen.',
  remedy: 'Write the file with fewer aliases or stages, or split it.',
};

/** A document that is no valid YAML. */
export const syntaxError: Notice = {
  id: 'syntax-error',
  severity: 'medium',
  title: 'File is not valid YAML',
  why: 'No tool applies it as it is. What could be read was checked; what stands behind the error may have been read wrongly or not at all.',
  remedy: 'Correct the syntax. Often it is a tab in place of blanks, or a quote or bracket that is never closed.',
};

/** A word that a fix wrote in place of a value of the author's. */
export const leftPlaceholder: Notice = {
  id: 'left-placeholder',
  severity: 'medium',
  title: 'Value of a fix was not filled in',
  why: 'A fix wrote a word in place of a value that only you know. Nothing works with the word itself.',
  remedy: 'Replace it with the value.',
};

/** All notices, in the order in which the table of rules lists them. */
export const notices: readonly Notice[] = [
  leftPlaceholder,
  unusedIgnore,
  malformedIgnore,
  formerId,
  ruleFailure,
  uncheckedPart,
  syntaxError,
];

/** Whether a finding is one of the engine's own, which cannot be ignored, turned off or configured. @param id as in `Finding.rule`. */
export const isNotice = (id: string): boolean => notices.some((notice) => notice.id === id);
