/** Pieces of HTML. What comes from files is text in it, whatever it says. Source: html.spec.whatwg.org, 13.1 (writing) and WCAG 2.2. */
import { severities } from '../../rules/contract/finding.ts';
import { plural } from '../../rules/text/plural.ts';
import { visible } from '../../rules/text/visible.ts';
import type { Counts } from './posture.ts';

const marks: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** @param text one line. @returns what may stand between tags and in a quoted attribute. */
export const html = (text: string): string => visible(text).replace(/[&<>"']/g, (mark) => marks[mark] ?? '');

/** Our own texts, in which code stands in backticks. */
export const prose = (text: string): string => html(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** A cell: its markup, and what it is sorted by where that is not its text. */
export interface Cell {
  readonly markup: string;
  readonly sort?: number;
}

/** @param columns their names; the first names the row. @param label says what the table is about. */
export function table(label: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const head = columns.map((name) => `<th scope="col"><button type="button">${html(name)}</button></th>`).join('');
  const body = rows
    .map((row) => {
      const cells = row.map(({ markup, sort }, i) => {
        const by = sort === undefined ? '' : ` data-sort="${sort}"`;
        return i === 0 ? `<th scope="row"${by}>${markup}</th>` : `<td${by}>${markup}</td>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('\n');
  return `<div class="scroll" role="region" tabindex="0" aria-label="${html(label)}"><table><thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table></div>`;
}

/** Counts as words for those who hear it, and as a bar for those who look. */
export function bar(counts: Counts, width = 100): string {
  const total = severities.reduce((sum, severity) => sum + counts[severity], 0);
  const said = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}`);
  let x = 0;
  const parts = severities.map((severity) => {
    const share = total === 0 ? 0 : (counts[severity] / total) * width;
    const part =
      share === 0 ? '' : `<rect class="${severity}" x="${x.toFixed(2)}" width="${share.toFixed(2)}" height="8"/>`;
    x += share;
    return part;
  });
  const label = said.length === 0 ? 'nothing found' : said.join(', ');
  return `<svg class="bar" role="img" aria-label="${label}" viewBox="0 0 ${width} 8" preserveAspectRatio="none">${parts.join('')}</svg>`;
}

/** @returns cells of the total and of each severity. */
export const countCells = (counts: Counts, total: number): readonly Cell[] => [
  { markup: String(total), sort: total },
  ...severities.map((severity): Cell => ({ markup: String(counts[severity]), sort: counts[severity] })),
];

/** Counts as a part of a sentence: `41 findings, 12 of them high`. */
export function counted(counts: Counts): string {
  const total = severities.reduce((sum, severity) => sum + counts[severity], 0);
  const worst = severities.find((severity) => counts[severity] > 0);
  return worst === undefined || counts[worst] === total
    ? `${plural(total, worst === undefined ? 'finding' : `${worst} finding`)}`
    : `${plural(total, 'finding')}, ${counts[worst]} of them ${worst}`;
}
