/** The check of an open document: what it is given, what it needs to know before, and what became of it. */
import type { FileState } from '../../rules/engine/analyse/file-record.ts';
import type { Settings } from '../../rules/engine/settings/settings.ts';
import type { Overrun } from './time-limit.ts';

/** An open document, as the editor has it. */
export interface OpenText {
  readonly path: string;
  readonly text: string;
  readonly languageId: string;
}

/** What became of an open document: it was checked, or why not. */
export type Analysis =
  | {
      readonly kind: 'done';
      readonly state: FileState;
      readonly profile: string;
      readonly durationMs: number;
      readonly overrun: Overrun | undefined;
    }
  | { readonly kind: 'off'; readonly reason: string };

/** What the check of a document needs to know before. */
export type Ready = {
  /** What it holds for: the settings from one change of them to the next. */
  readonly era: AbortController;
} & (
  | { readonly kind: 'on'; readonly settings: Settings; readonly inChart: boolean }
  | { readonly kind: 'off'; readonly reason: string }
);
