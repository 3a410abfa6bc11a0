/** The order of formats that may not hold everything: what is left out of them is what weighs least. */
import { severities } from '../../rules/contract/finding.ts';
import type { Finding } from '../../rules/engine/findings/finding.ts';

/** @returns a copy; what is equally severe stays in its order. */
export const worstFirst = <T extends { readonly finding: Finding }>(findings: readonly T[]): readonly T[] =>
  [...findings].sort((a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity));
