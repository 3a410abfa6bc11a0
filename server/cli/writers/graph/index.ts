/** Formats of a blast radius. Each writer makes one text of it; none asks the workspace. */
import { writeJson } from './json.ts';
import { writeMermaid } from './mermaid.ts';
import { writeText } from './text.ts';

export const writers = { text: writeText, json: writeJson, mermaid: writeMermaid };
