/** A blast radius as text for people: a list for each section, and below each item the lines that decide it. May change. */
import { type RadiusSection, radiusSections } from '../../../../rules/engine/blast-radius.ts';
import { visible, visiblePath } from '../../../../rules/text/visible.ts';
import type { FileRadius } from '../../file-radius.ts';

const headings: { readonly [section in RadiusSection]: string } = {
  reachedBy: 'Is reached by',
  reaches: 'Reaches',
  may: 'May do at the Kubernetes API',
  host: 'On its node',
};

export function writeText(radius: FileRadius): string {
  const { kind, name, namespace } = radius.subject;
  const lines = [visible(`${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`)];
  for (const section of radiusSections) {
    if (radius[section].length === 0) continue;
    lines.push('', `${headings[section]}:`);
    for (const { title, notes, danger, by } of radius[section]) {
      lines.push(`  ${danger ? '!' : '-'} ${visible([title, ...notes].join(', '))}`);
      for (const { message, file, range } of by)
        lines.push(`      ${visiblePath(file)}:${range.start.line + 1}  ${visible(message)}`);
    }
  }
  if (radiusSections.every((section) => radius[section].length === 0)) lines.push('', 'Nothing here binds it.');
  return `${lines.join('\n')}\n`;
}
