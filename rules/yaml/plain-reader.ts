/**
 * Reads YAML as most manifests are written: block maps and sequences, scalars of one line or folded over several, literal and
 * folded blocks, brackets that close in their line, comments. Many times as fast as a reader of all of YAML. It never guesses:
 * at anything else (anchors, tags, tabs, mixed line endings, explicit keys, whatever is wrong) it gives up, and the full reader decides.
 * What it does read it reads exactly as that one, even where a collection ends; `plain-reader.test.ts` holds the two together.
 */
import { blockCollection } from './plain/blocks.ts';
import { Cursor, notPlain } from './plain/cursor.ts';
import type { YamlDocument, YamlNode } from './tree.ts';

/** @returns undefined where the text is not plain, or not right. */
export function readPlainly(text: string): YamlDocument | undefined {
  if (text.startsWith('\uFEFF')) return undefined;
  const isWindows = text.includes('\r');
  if (isWindows && /(?<!\r)\n|\r(?!\n)/.test(text)) return undefined;
  try {
    return {
      text,
      root: rootOf(new Cursor(text, isWindows ? '\r\n' : '\n')),
      problems: [],
      shared: new Set(),
      json: false,
    };
  } catch (thrown) {
    if (thrown === notPlain) return undefined;
    throw thrown;
  }
}

function rootOf(cursor: Cursor): YamlNode {
  cursor.skip(0, -1);
  if (cursor.column === 0 && cursor.text.startsWith('---', cursor.at)) {
    cursor.at += 3;
    cursor.finishLine();
    cursor.skip(cursor.end, -1);
  }
  if (cursor.column !== 0) throw notPlain;
  const root = blockCollection(cursor, 0);
  // A line that no collection took stands too deep, or not deep enough.
  if (cursor.at < cursor.text.length) throw notPlain;
  return root;
}
