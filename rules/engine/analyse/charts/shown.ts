/** What a chart renders to, as a text for people. Must not know who asks. */
import { readable } from '../../../model/template/chart/manifests.ts';
import type { Rendering } from './rendering.ts';

/**
 * @param path of a template below the folder of the chart; for any other file all templates are shown.
 * @returns text with a line that names each template. What is unknown says why; a template that is not rendered, too.
 */
export function shownText({ templates, refused }: Rendering, path: string): string {
  const all = [...templates.keys()].sort();
  const asked = templates.has(path) || refused.has(path) ? [path] : [...all, ...refused.keys()];
  const head = '# As the chart renders with its default values.\n';
  return asked.reduce(
    (text, one) => `${text}${partOf(one, templates.get(one)?.provenance.text, refused.get(one))}`,
    head,
  );
}

function partOf(path: string, text: string | undefined, reason: string | undefined): string {
  if (text === undefined) return `# ${path === '' ? 'It is not rendered' : `${path} is not rendered`}: ${reason}\n`;
  if (text.trim() === '') return '';
  return `---\n# Source: ${path}\n${readable(text).trim()}\n`;
}
