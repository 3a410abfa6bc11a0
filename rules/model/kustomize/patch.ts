/** What patches of a kustomization are for, as far as they say. Source: Kustomize documentation, `patches`. */

/** Which objects a patch is for; what is left out is any. Names and kinds are expressions that have to match as a whole. */
export interface PatchTarget {
  readonly group?: string | undefined;
  readonly version?: string | undefined;
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
  /** It has a selector of labels or annotations, too. */
  readonly isSelected?: boolean | undefined;
}

/** Characters; a longer patch is not applied. */
export const longestPatch = 64 * 1024;
