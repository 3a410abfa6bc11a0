/** What edits would close, before they are made. Must not know elements. */
import type { Choice, Report } from './messages.ts';

/** @returns every edit that may be ticked, by its id. */
function choicesOf({ edits }: Report): ReadonlyMap<string, Choice> {
  return new Map(edits.flatMap(({ choices }) => choices.map((choice) => [choice.id, choice])));
}

/** @param ticked ids of edits. @returns ids of the ways that they close. */
export function closedBy(report: Report, ticked: ReadonlySet<string>): ReadonlySet<string> {
  const choices = choicesOf(report);
  return new Set([...ticked].flatMap((id) => choices.get(id)?.closes ?? []));
}

/** @returns the first choice of each edit, which is what is proposed. */
export const proposed = ({ edits }: Report): readonly string[] => edits.flatMap(({ choices }) => choices[0]?.id ?? []);

/** @returns those of the ticked edits that a fix makes. */
export function madeByFixes(report: Report, ticked: ReadonlySet<string>): readonly string[] {
  return [...choicesOf(report).values()].flatMap(({ id, fix }) => (ticked.has(id) && fix !== undefined ? [id] : []));
}

/** @returns each assumption once, with the number of the ways that make it; those of most ways first. */
export function assumptionsOf({ paths }: Report): readonly { readonly says: string; readonly ways: number }[] {
  const counts = new Map<string, number>();
  for (const says of paths.flatMap(({ assumes }) => assumes)) counts.set(says, (counts.get(says) ?? 0) + 1);
  return [...counts].map(([says, ways]) => ({ says, ways })).sort((a, b) => b.ways - a.ways);
}

/** @param words with `{0}`, `{1}` in it. @returns the words with what these stand for. */
export const filled = (words: string, ...values: readonly (string | number)[]): string =>
  words.replace(/\{(\d)\}/g, (all, index: string) => String(values[Number(index)] ?? all));
