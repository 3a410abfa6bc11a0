/** When a person wants to hear of what they type. */

export interface Pace {
  /** Findings of text that was typed are shown as soon as they are right, or once the document is saved. */
  readonly run: 'onType' | 'onSave';
  /** After so many milliseconds without a change, what was typed counts as written to its end. */
  readonly delay: number;
}

export const defaultPace: Pace = { run: 'onType', delay: 1500 };
