/** The page of a rule as the extension ships it, in the place of the text that the command line makes of the rule's examples: the extension holds these once. */
import { dirname } from 'node:path';
import { within } from './host/files.ts';
import { nodeFiles } from './host/node-files.ts';
import { slashed } from './host/paths.ts';

/** @param id of a rule that there is. @returns Markdown. @throws Error where the extension is not whole. */
export function pageOf(id: string): string {
  const extension = dirname(dirname(slashed(process.argv[1] ?? '')));
  const read = nodeFiles.read(within(extension, `docs/rules/${id}.md`));
  if ('unreadable' in read) throw new Error(`The page of ${id} cannot be read: ${read.unreadable}.`);
  // The first line says how the page was made.
  return read.text.slice(read.text.indexOf('\n') + 1);
}
