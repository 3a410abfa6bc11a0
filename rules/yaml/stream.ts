/**
 * A YAML file as its documents. Cuts the text at `---` lines, so that a broken document cannot damage the next one and an edit
 * re-parses only the document it touches. Knows nothing of what the documents hold.
 */
import { detached } from '../text/detached.ts';
import { parseDocument } from './parse.ts';
import { aliasBudget, type YamlDocument } from './tree.ts';

/** A document and where its slice begins in the file. Equal slices share one document. */
export interface PlacedDocument {
  readonly offset: number;
  readonly document: YamlDocument;
}

export interface YamlStream {
  readonly documents: readonly PlacedDocument[];
  readonly cache: ReadonlyMap<string, YamlDocument>;
  /** Documents whose aliases lead nowhere, since those above had spent what a file may have. */
  readonly cut: ReadonlyMap<string, YamlDocument>;
}

/**
 * @param previous the stream of the file's last version: its unchanged documents are taken over as they are, which is what
 *   makes everything computed from them reusable.
 */
export function readStream(text: string, previous?: YamlStream): YamlStream {
  const cache = new Map<string, YamlDocument>();
  const cut = new Map<string, YamlDocument>();
  let reached = 0;
  const documents = slices(text).map(({ offset, slice }) => {
    let document = cache.get(slice) ?? previous?.cache.get(slice);
    // It may outlive many versions of the text around it.
    document ??= parseDocument(detached(slice));
    cache.set(slice, document);
    const more = document.reached ?? 0;
    if (reached + more <= aliasBudget) reached += more;
    else {
      document = cut.get(slice) ?? previous?.cut.get(slice) ?? parseDocument(detached(slice), 0);
      cut.set(slice, document);
    }
    return { offset, document };
  });
  return { documents, cache, cut };
}

/** Cuts before each `---` that stands at a line's start. The text before the first one is a slice only if it says something. */
export function slices(text: string): { offset: number; slice: string }[] {
  const found: { offset: number; slice: string }[] = [];
  const marker = /^---(?=[ \t\r\n]|$)/gm;
  let start = 0;
  for (let match = marker.exec(text); match !== null; match = marker.exec(text)) {
    if (match.index > start && says(text.slice(start, match.index)))
      found.push({ offset: start, slice: text.slice(start, match.index) });
    // Comments above the first `---` belong to the document below it only by custom; they stay a slice of their own.
    start = match.index;
  }
  found.push({ offset: start, slice: text.slice(start) });
  return found;
}

/** Anything but blank lines; comments count, since a suppression may stand there. */
function says(text: string): boolean {
  return /[^\s\uFEFF]/.test(text);
}
