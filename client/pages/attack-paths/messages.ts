/** What the extension and the page of attack paths say to each other. The report is the server's answer, unchanged. */
import type { Place } from '../place.ts';

/** A step of a way, told in a sentence. */
export interface Step {
  readonly says: string;
  readonly assumes: readonly string[];
  readonly at?: Place;
}

/** A way from outside to what must not fall. */
export interface Way {
  readonly id: string;
  /** In words. */
  readonly target: string;
  readonly steps: readonly Step[];
  readonly assumes: readonly string[];
}

/** An edit that may be chosen. */
export interface Choice {
  readonly id: string;
  readonly edit: string;
  /** Ids of the ways that it closes by itself. */
  readonly closes: readonly string[];
  readonly at?: Place;
  /** What makes it. */
  readonly fix?: { readonly rule: string; readonly title: string };
  /** Why nothing does. */
  readonly unmade?: string;
}

/** An edit that is not proposed, with the reason of its author. */
export interface Accepted {
  readonly edit: string;
  readonly reason: string;
  readonly at?: Place;
}

/** What is shown. */
export interface Report {
  readonly paths: readonly Way[];
  readonly more: boolean;
  /** One choice of each closes all; the first is proposed. */
  readonly edits: readonly { readonly choices: readonly Choice[] }[];
  /** Fewer edits do not close all. */
  readonly fewest: boolean;
  readonly accepted: readonly Accepted[];
  /** Ways that no edit of the files closes. */
  readonly uncloseable: number;
  /** Pairs of entry and target that more has to be assumed for. */
  readonly assumedOnly: number;
}

/** Words in the user's language; `{0}` and `{1}` stand for numbers or names. */
export interface Words {
  readonly closesAll: string;
  readonly closesAtMost: string;
  readonly none: string;
  readonly noEdit: string;
  readonly edits: string;
  readonly ways: string;
  readonly way: string;
  readonly closes: string;
  readonly closed: string;
  readonly assuming: string;
  readonly status: string;
  readonly all: string;
  readonly preview: string;
  readonly instead: string;
  readonly fix: string;
  readonly byHand: string;
  readonly assumesThat: string;
  readonly assumesNothing: string;
  readonly assumed: string;
  readonly accepted: string;
  readonly more: string;
  readonly uncloseable: string;
  readonly assumeMore: string;
  readonly flaw: string;
}

/** To the page. */
export interface Show {
  readonly report: Report;
  readonly words: Words;
  /** Ways may make any number of assumptions. */
  readonly assumesAny: boolean;
}

/** From the page: `ready` asks to be shown something, `open` to go to a place, `preview` to see edits made, `assume` for ways with more or fewer assumptions. */
export type Wish =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly place: Place }
  | { readonly type: 'preview'; readonly edits: readonly string[] }
  | { readonly type: 'assume'; readonly any: boolean };
