/** What the extension and the picture of a blast radius say to each other. The radius is the server's answer, unchanged. */

import type { Place } from '../place.ts';

/** A place that decides. */
export interface Reason extends Place {
  readonly message: string;
}

export interface Item {
  readonly title: string;
  readonly notes: readonly string[];
  readonly danger: boolean;
  readonly certain: boolean;
  readonly by: readonly Reason[];
}

export type Section = 'reachedBy' | 'reaches' | 'may' | 'host';

export type Radius = { readonly [section in Section]: readonly Item[] } & {
  readonly subject: { readonly kind: string; readonly name: string; readonly namespace?: string | undefined };
};

/** Words in the user's language. */
export interface Words {
  readonly headings: { readonly [section in Section]: string };
  /** Of an empty section. */
  readonly nothing: { readonly [section in Section]: string };
  readonly why: string;
  readonly choose: string;
  readonly uncertain: string;
  readonly danger: string;
  readonly more: string;
}

/** To the picture. */
export interface Show {
  readonly radius: Radius;
  readonly words: Words;
}

/** From the picture: `ready` asks to be shown something, `open` to go to a place. */
export type Wish = { readonly type: 'ready' } | { readonly type: 'open'; readonly reason: Reason };
