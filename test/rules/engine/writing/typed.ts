/** Somebody types: a text with a cursor, what is offered there, and what the text becomes. */
import type { Offer } from '../../../../rules/engine/writing/offer.ts';
import { offersAt } from '../../../../rules/engine/writing/offers.ts';

export interface Typed {
  readonly text: string;
  readonly offers: readonly Offer[];
  readonly labels: readonly string[];
  /** The text after an offer was taken. */
  take(label: string): string;
}

/** @param marked a text with `|` where the cursor is. */
export function typed(path: string, marked: string): Typed {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const offers = offersAt({ path, text }, offset);
  return {
    text,
    offers,
    labels: offers.map(({ label }) => label),
    take(label) {
      const offer = offers.find((one) => one.label === label);
      if (offer === undefined) throw new Error(`${label} is not offered, but ${offers.map((one) => one.label)}`);
      return text.slice(0, offer.span.start) + offer.text + text.slice(offer.span.end);
    },
  };
}
