/** Where a fact was taken from, and how a finding points at it. */

/** Which resource of which file a fact was taken from. */
export interface FactRef {
  readonly file: string;
  readonly ordinal: number;
}

/** A named place of a fact that explains a finding. */
export interface RelatedFact {
  readonly fact: { readonly ref: FactRef };
  readonly place: string;
  readonly message: string;
}
