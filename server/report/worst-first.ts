/** The order of formats that may not hold everything: what is left out of them is what weighs least. */
import { bySeverity } from '../../rules/contract/finding.ts';
import type { Finding } from '../../rules/engine/findings/finding.ts';

/** @returns a copy; what is equally severe stays in its order. */
export const worstFirst = <T extends { readonly finding: Finding }>(findings: readonly T[]): readonly T[] =>
  [...findings].sort((a, b) => bySeverity(a.finding.severity, b.finding.severity));
