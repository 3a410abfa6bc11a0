/** Attack paths as a flowchart in Mermaid's language: one arrow for each step that a path takes. Source: mermaid.js.org, "Flowcharts Syntax". */
import type { FilePaths } from '../../file-paths.ts';
import { mermaidText } from '../mermaid-text.ts';

export function writeMermaid({ paths }: FilePaths): string {
  const ids = new Map<string, string>();
  const lines: string[] = [];
  const vertex = (name: string): string => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const id = `v${ids.size}`;
    ids.set(name, id);
    lines.push(`  ${id}["${mermaidText(name)}"]`);
    return id;
  };
  const drawn = new Set<string>();
  for (const { steps } of paths) {
    let end: string | undefined;
    for (const { edge, from, to, assumes } of steps) {
      const [source, target] = [vertex(from), vertex(to)];
      // What follows from a name is not a step of its own.
      if (end !== undefined && end !== source) drawn.add(`  ${end} --- ${source}`);
      drawn.add(`  ${source} ${assumes.length === 0 ? '-->' : '-.->'}|"${mermaidText(edge)}"| ${target}`);
      end = target;
    }
  }
  return `${['flowchart LR', ...lines, ...drawn].join('\n')}\n`;
}
