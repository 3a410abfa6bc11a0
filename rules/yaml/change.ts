/**
 * Changes to fields, as data: what a fix wants, before it is text. Changes of several rules are put together and become
 * text edits in one go (`edit.ts`), so that two fixes never insert at the same place.
 */
import type { Field } from './field.ts';

export type YamlValue = string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** No edit can be proved right; `refused` tells the user why, as a sentence. */
export interface Refusal {
  readonly refused: string;
}

export type Change =
  /** Write a value: replaces a scalar, fills a missing key (and its missing parents). `after` names keys it should follow. */
  | { readonly kind: 'set'; readonly field: Field; readonly value: YamlValue; readonly after?: readonly string[] }
  /**
   * Remove the key or list item, with its lines and the comments that speak of it. A map or list that loses all its entries is removed with its key.
   */
  | { readonly kind: 'remove'; readonly field: Field }
  /** Add an item to a list, which is created when it is missing. */
  | { readonly kind: 'append'; readonly field: Field; readonly value: YamlValue }
  /** Give a key another name and keep its value. */
  | { readonly kind: 'rename'; readonly field: Field; readonly to: string }
  /** A new document after this one, written as given (without `---`). `file` is a name for a file of its own, for who rather has it there. */
  | { readonly kind: 'document'; readonly text: string; readonly file?: string };

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
