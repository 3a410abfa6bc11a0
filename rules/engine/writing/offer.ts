/** What may be written at a place of a text, for an editor to offer. */
import type { Span } from '../../text/source.ts';

/** A text that stands for a word which somebody types. */
export interface Offer {
  /** What a list shows. */
  readonly label: string;
  /** The word that it completes. */
  readonly word: string;
  /** What it does, and what it supposes, in a few words. */
  readonly detail: string;
  /** Replaces `span`; later lines have their whole indentation, and end as those of the file do. */
  readonly text: string;
  /** The word as far as it is typed, in offsets of the file. */
  readonly span: Span;
}
