/**
 * Reads one document into our tree. Nearly all manifests are written plainly and are read by a reader of our own; whatever that
 * one does not know, and everything that is wrong, is left to the `yaml` package, whose tree is the same.
 * Total: whatever the text, the answer is a document, with problems where it could not be read.
 */
import { readFully } from './full-reader.ts';
import { readPlainly } from './plain-reader.ts';
import { type Masked, maskTemplates } from './template.ts';
import type { YamlDocument } from './tree.ts';

/**
 * @param text one document: what lies between two `---` lines, the first of them included.
 * @param budget nodes that aliases may stand for.
 */
export function parseDocument(text: string, budget?: number): YamlDocument {
  const masked = maskTemplates(text);
  return (masked === undefined ? readPlainly(text) : undefined) ?? readFully(text, masked, budget);
}

/**
 * Like `parseDocument`, for text of which somebody else knows the parts that are unknown.
 * @param masked the text without them; undefined when all of it is known.
 */
export function parseMasked(text: string, masked: Masked | undefined): YamlDocument {
  return masked === undefined ? parseWithoutTemplates(text) : readFully(text, masked);
}

/**
 * Like `parseDocument`, for text that is not a template: what looks like an action is text.
 * @param budget nodes that aliases may stand for.
 */
export function parseWithoutTemplates(text: string, budget?: number): YamlDocument {
  return readPlainly(text) ?? readFully(text, undefined, budget);
}
