/**
 * Reads YAML as most manifests are written: block maps and sequences, scalars of one line or folded over several, literal and
 * folded blocks, brackets over one or several lines, as JSON is written, comments. Many times as fast as a reader of all of YAML. It never guesses:
 * at anything else (anchors, tags, tabs, mixed line endings, explicit keys, whatever is wrong) it gives up, and the full reader decides.
 * What it does read it reads exactly as that one, even where a collection ends; `plain-reader.test.ts` holds the two together.
 */
import { blockCollection } from './plain/blocks.ts';
import { Cursor, notPlain } from './plain/cursor.ts';
import { flowCollection } from './plain/flow.ts';
import type { YamlDocument, YamlMap, YamlSequence } from './tree.ts';

/** @returns undefined where the text is not plain, or not right. */
export function readPlainly(text: string): YamlDocument | undefined {
  if (text.startsWith('\uFEFF')) return undefined;
  const isWindows = text.includes('\r');
  if (isWindows && /(?<!\r)\n|\r(?!\n)/.test(text)) return undefined;
  try {
    const root = rootOf(new Cursor(text, isWindows ? '\r\n' : '\n'));
    return {
      text,
      root,
      problems: [],
      shared: new Set(),
      json: root.flow && /^\s*[{[]/.test(text),
    };
  } catch (thrown) {
    if (thrown === notPlain) return undefined;
    throw thrown;
  }
}

function rootOf(cursor: Cursor): YamlMap | YamlSequence {
  cursor.skip(0, -1);
  if (cursor.column === 0 && cursor.text.startsWith('---', cursor.at)) {
    cursor.at += 3;
    cursor.finishLine();
    cursor.skip(cursor.end, -1);
  }
  if (cursor.column !== 0) throw notPlain;
  const brackets = flowCollection(cursor, -1, 0);
  if (brackets !== undefined) {
    cursor.finishLine();
    cursor.skip(cursor.end, -1);
  }
  const root = brackets ?? blockCollection(cursor, 0);
  // A line that no collection took stands too deep, or not deep enough.
  if (cursor.at < cursor.text.length) throw notPlain;
  return root;
}
