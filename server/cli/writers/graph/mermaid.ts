/** A blast radius as a flowchart in Mermaid's language. Source: mermaid.js.org, "Flowcharts Syntax". */
import { type RadiusSection, radiusSections } from '../../../../rules/engine/blast-radius.ts';
import type { FileRadius } from '../../file-radius.ts';
import { mermaidText } from '../mermaid-text.ts';

/** More would be a picture that nobody reads. */
const most = 40;

export function writeMermaid(radius: FileRadius): string {
  const { kind, name, namespace } = radius.subject;
  const lines = [
    'flowchart LR',
    `  subject(["${mermaidText(`${kind} ${name}${namespace === undefined ? '' : ` (${namespace})`}`)}"])`,
  ];
  const dangerous: string[] = [];
  for (const section of radiusSections) {
    const items = radius[section];
    items.slice(0, most).forEach((item, i) => {
      const id = `${section}${i}`;
      lines.push(`  ${arrow(section, id, item)}`);
      if (item.danger) dangerous.push(id);
    });
    if (items.length > most) lines.push(`  subject ~~~ ${section}More["${items.length - most} more"]`);
  }
  if (dangerous.length > 0)
    lines.push('  classDef danger stroke:#c00,stroke-width:2px', `  class ${dangerous.join(',')} danger`);
  return `${lines.join('\n')}\n`;
}

function arrow(section: RadiusSection, id: string, { title, notes, certain }: FileRadius['may'][number]): string {
  const label = notes.length === 0 ? '' : `|"${mermaidText(notes.join(', '))}"|`;
  const line = certain ? '-->' : '-.->';
  const node = `["${mermaidText(title)}"]`;
  switch (section) {
    case 'reachedBy':
      return `${id}${node} ${line}${label} subject`;
    case 'reaches':
      return `subject ${line}${label} ${id}${node}`;
    case 'may':
      return `subject ${line}${label} ${id}{{"may ${mermaidText(title)}"}}`;
    case 'host':
      return `subject ==>${label} ${id}[("${mermaidText(title)}")]`;
  }
}
