/** Formats of attack paths. Each writer makes one text of a report; none asks the workspace. */
import { writeHtml } from './html.ts';
import { writeJson } from './json.ts';
import { writeMermaid } from './mermaid.ts';
import { writeSarif } from './sarif.ts';
import { writeText } from './text.ts';

export const writers = { text: writeText, json: writeJson, mermaid: writeMermaid, sarif: writeSarif, html: writeHtml };
