/**
 * A fix whose document goes into a file of its own, beside the one that it is for and listed where that one is listed. Must not know disks, nor what
 * documents say.
 */
import type { Fix, NewFile } from '../../contract/finding.ts';
import type { Kustomizations } from '../../model/kustomize/kustomizations.ts';
import { shiftEdits, type TextEdit } from '../../text/edit.ts';
import { baseName, directoryOf, joinPath } from '../../text/path.ts';
import { isRefusal, type Refusal } from '../../yaml/change.ts';
import { editsFor } from '../../yaml/edit.ts';
import { Field } from '../../yaml/field.ts';
import { readStream } from '../../yaml/stream.ts';
import type { FileFinding } from '../analyse/assemble.ts';
import { offersOf } from './fix.ts';

/**
 * What a finding offers, best first, and behind the first fix that adds a document under a name the same one as a file of that name, or of the next that
 * is free.
 * @param files those that are known.
 */
export function offersWithOwnFile(
  { finding: { path }, offer, unit }: FileFinding,
  files: OtherFiles,
  kustomizations: Kustomizations,
): readonly (Fix | Refusal)[] {
  const offers = offersOf(offer);
  // What is rendered lies in no file that another one can lie beside.
  if (unit.writer !== undefined) return offers;
  for (const [i, fix] of offers.entries()) {
    const own = isRefusal(fix) ? undefined : inOwnFile(fix, path, files, kustomizations);
    if (own !== undefined) return [...offers.slice(0, i + 1), own, ...offers.slice(i + 1)];
  }
  return offers;
}

interface OtherFiles {
  has(path: string): boolean;
}

function inOwnFile(
  { level, title, changes = [], edits = [], consequence, assumes, untried }: Fix,
  path: string,
  files: OtherFiles,
  kustomizations: Kustomizations,
): Fix | undefined {
  const [change, ...others] = changes;
  if (change?.kind !== 'document' || change.file === undefined || others.length + edits.length > 0) return undefined;
  if (!isPlainName(change.file)) return undefined;
  const name = path.endsWith('.yml') ? change.file.replace(/\.yaml$/, '.yml') : change.file;
  const file = freePath(joinPath(directoryOf(path), name), (one) => files.has(one));
  const listing = listingOf(path, kustomizations);
  if (listing === undefined) return undefined;
  const [kustomization] = listing;
  const folder = kustomization === undefined ? '' : directoryOf(kustomization);
  // Kustomize takes in no file outside its own folder.
  if (kustomization !== undefined && !file.startsWith(`${folder}/`) && folder !== '') return undefined;
  const entry = folder === '' ? file : file.slice(folder.length + 1);
  const listed = kustomization === undefined ? '' : `, listed in ${baseName(kustomization)}`;
  return {
    title: `Add ${baseName(file)}${listed}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    ...(level === undefined ? {} : { level }),
    // Where it stands changes nothing of what it needs.
    ...(consequence === undefined ? {} : { consequence }),
    ...(assumes === undefined ? {} : { assumes }),
    ...(untried === undefined ? {} : { untried }),
    createsDocument: true,
    creates: [
      {
        path: file,
        text: change.text,
        ...(kustomization === undefined ? {} : { listIn: { path: kustomization, entry } }),
      },
    ],
  };
}

/** Names come from files that others wrote. */
const isPlainName = (name: string): boolean => /^[a-z\d][a-z\d.-]{0,80}\.yaml$/.test(name) && !name.includes('..');

/** @returns the path, or the first of it with a number that nothing stands at. */
export function freePath(path: string, isTaken: (path: string) => boolean): string {
  const stem = path.replace(/\.ya?ml$/, '');
  const ending = path.slice(stem.length);
  let free = path;
  for (let number = 2; isTaken(free); number++) free = `${stem}-${number}${ending}`;
  return free;
}

/** @returns the kustomization that deploys a file, in a list; an empty one where none does; undefined where several do, or the file only changes others. */
function listingOf(path: string, kustomizations: Kustomizations): readonly string[] | undefined {
  if (kustomizations.isPatch(path)) return undefined;
  if (kustomizations.at(path) !== undefined) return [path];
  const naming = [...kustomizations.around(path)].map(([taker]) => taker);
  if (naming.length < 2) return naming;
  const beside = naming.filter((one) => directoryOf(one) === directoryOf(path));
  return beside.length === 1 ? beside : undefined;
}

/**
 * Lists files that are added.
 * @param text of the kustomization that takes them in. @param entries their paths as seen from its folder.
 * @returns edits in offsets of the text; why there can be none otherwise.
 */
export function listingEdits(text: string, entries: readonly string[]): readonly TextEdit[] | Refusal {
  const placed = readStream(text).documents.find(({ document }) => document.root?.kind === 'map');
  if (placed === undefined) return { refused: 'The kustomization is empty.' };
  const resources = Field.root(placed.document, true).at('resources');
  const edits = editsFor(
    placed.document,
    entries.map((value) => resources.append(value)),
  );
  return isRefusal(edits) ? edits : shiftEdits(edits, placed.offset);
}

/** Files that are added, by the kustomization that is to list them; those that none lists are left out. */
export function byListing(files: readonly NewFile[]): ReadonlyMap<string, readonly string[]> {
  const entries = new Map<string, string[]>();
  for (const { listIn } of files)
    if (listIn !== undefined) entries.set(listIn.path, [...(entries.get(listIn.path) ?? []), listIn.entry]);
  return entries;
}
