/**
 * What can be done about a finding of an object that overlays patch: in the object, for all overlays, or in a patch, for what that one is for. The latter is
 * proved by building what the overlays make of the object. Must not know rules.
 */
import type { FileContext, Overlay } from '../../facts/questions/file-context.ts';
import { deployed } from '../../model/kustomize/layers.ts';
import { applyEdits, shiftEdits } from '../../text/edit.ts';
import { baseName, directoryOf } from '../../text/path.ts';
import { type Change, isRefusal, type YamlValue } from '../../yaml/change.ts';
import { editsFor } from '../../yaml/edit.ts';
import { Field } from '../../yaml/field.ts';
import { parseDocument } from '../../yaml/parse.ts';
import { isPlainList, isPlainMap, type PlainMap, plainOf } from '../../yaml/plain-value.ts';
import type { PlacedDocument } from '../../yaml/stream.ts';
import type { FileFinding } from '../analyse/assemble.ts';
import { endOf, isChangedBy } from '../analyse/charts/rendered-proof.ts';
import type { FileLinks } from '../analyse/file-links.ts';
import type { FileRecord } from '../analyse/file-record.ts';
import type { FileRecords } from '../analyse/file-records.ts';
import type { Neighbourhood } from '../analyse/units/deployment-units.ts';
import type { ResolvedEdit, ResolvedFix } from '../findings/finding.ts';
import { resolveFix } from './fix.ts';
import { offersWithOwnFile } from './own-file.ts';

/** The files around an object. */
interface Patches {
  /** What is done to the objects of the file. */
  readonly overlays: FileContext['overlays'];
  /** Records of all files. */
  readonly files: Iterable<readonly [path: string, record: FileRecord]>;
  isPatch(path: string): boolean;
  /** What would be done to the objects of the file if a patch said something else. */
  overlaysWith(path: string, text: string): readonly Overlay[];
}

/**
 * What can be done about a finding, best first, in its own file and in others.
 * @param near the files that its file is deployed with.
 */
export function fixesOf(
  origin: FileFinding,
  files: FileRecords,
  links: FileLinks,
  near: Neighbourhood,
): readonly ResolvedFix[] {
  const { finding, level = 'review', unit } = origin;
  const { kustomizations } = links;
  const record = files.get(finding.path);
  const resolved = offersWithOwnFile(origin, files, kustomizations).map((fix) => resolveFix(fix, level, unit));
  if (record === undefined) return resolved;
  return withPatchFixes(resolved, origin, {
    overlays: record.fileContext.overlays,
    files,
    isPatch: (path) => kustomizations.isPatch(path),
    overlaysWith: (path, text) => links.overlaysWith(path, text, finding.path, record.units, near),
  });
}

/** Patches of one object; more entries than that nobody reads. */
const mostPatches = 2;

/** @param resolved what is offered for the object itself, best first. @returns the same, and behind the first edit of it the same one in patches. */
function withPatchFixes(
  resolved: readonly ResolvedFix[],
  { unit: { document, writer } }: FileFinding,
  patches: Patches,
): readonly ResolvedFix[] {
  const at = resolved.findIndex((fix) => !isRefusal(fix));
  const fix = resolved[at];
  if (fix === undefined || isRefusal(fix) || document === undefined || writer !== undefined) return resolved;
  if (patches.overlays.length === 0 || fix.changes.length === 0 || fix.createsDocument) return resolved;
  // What somebody has to fill in is no matter of one overlay.
  if (fix.level === 'template') return resolved;
  const object = plainOf(Field.root(document, true));
  if (!isPlainMap(object)) return resolved;
  const found: ResolvedEdit[] = [];
  for (const [path, record] of patches.files) {
    if (found.length === mostPatches) break;
    const made =
      record.text === undefined || !patches.isPatch(path) ? undefined : inPatch(fix, object, record, patches);
    if (made !== undefined) found.push(made);
  }
  return [...resolved.slice(0, at + 1), ...found, ...resolved.slice(at + 1)];
}

function inPatch(
  fix: ResolvedEdit,
  object: PlainMap,
  { input: { path }, text = '', units }: FileRecord,
  patches: Patches,
): ResolvedEdit | undefined {
  for (const { offset, unit } of units) {
    const { document } = unit;
    if (document === undefined || !isOf(object, document)) continue;
    const changes = changesOf(fix.changes, document);
    const edits = changes === undefined ? undefined : editsFor(document, changes);
    if (edits === undefined || isRefusal(edits)) continue;
    const shifted = shiftEdits(edits, offset);
    if (!isProved(fix, object, patches.overlays, patches.overlaysWith(path, applyEdits(text, shifted)))) continue;
    // Where it goes comes first: what a fix assumes may be long.
    const own = `${fix.title.charAt(0).toLowerCase()}${fix.title.slice(1)}`;
    const title = `In ${baseName(directoryOf(path))}/${baseName(path)} alone: ${own}`;
    return { ...fix, title, path, edits: shifted };
  }
  return undefined;
}

/** Whether a document is a patch of an object by its kind and name. */
function isOf(object: PlainMap, document: PlacedDocument['document']): boolean {
  const patch = Field.root(document, true);
  const { metadata } = object;
  const name = isPlainMap(metadata) ? metadata['name'] : undefined;
  return patch.at('kind').text === object['kind'] && name !== undefined && patch.at('metadata', 'name').text === name;
}

/** @returns the changes as changes of a patch; undefined where a patch cannot say it. */
function changesOf(changes: readonly Change[], document: PlacedDocument['document']): readonly Change[] | undefined {
  const items = new Map<Field, { readonly list: Field; value: YamlValue }>();
  const made: Change[] = [];
  for (const change of changes) {
    if (change.kind !== 'set' && change.kind !== 'append') return undefined;
    const written = change.kind === 'set' ? change.value : appended(change.field, change.value);
    if (written === undefined) return undefined;
    const place = placeIn(change.field, written, Field.root(document, true));
    if (place === undefined) return undefined;
    if (!('item' in place)) made.push(place.field.set(place.value));
    else {
      const known = items.get(place.item);
      items.set(place.item, {
        list: place.list,
        value: known === undefined ? place.value : united(known.value, place.value),
      });
    }
  }
  for (const { list, value } of items.values()) made.push(list.append(value));
  return made;
}

/** A list that a patch sets has to hold all that there was. */
function appended(list: Field, value: YamlValue): YamlValue | undefined {
  const before = list.present ? plainOf(list) : [];
  return before !== undefined && isPlainList(before) ? ([...before, value] as YamlValue) : undefined;
}

type Place =
  | { readonly field: Field; readonly value: YamlValue }
  /** An item that the patch does not name yet. */
  | { readonly item: Field; readonly list: Field; readonly value: YamlValue };

/** Items of lists are found by their names. */
function placeIn(field: Field, value: YamlValue, patch: Field): Place | undefined {
  const way: Field[] = [];
  for (let at: Field | undefined = field; at?.key !== undefined; at = at.parent) way.unshift(at);
  let at = patch;
  for (const [i, step] of way.entries()) {
    if (typeof step.key === 'string') {
      at = at.at(step.key);
      continue;
    }
    const name = step.at('name').text;
    if (name === undefined) return undefined;
    const known = at.items.findIndex((item) => item.at('name').text === name);
    if (known < 0) return { item: step, list: at, value: united({ name }, nested(way.slice(i + 1), value)) };
    at = at.at(known);
  }
  return { field: at, value };
}

function nested(way: readonly Field[], value: YamlValue): YamlValue {
  return way.reduceRight<YamlValue>((inner, { key }) => ({ [String(key)]: inner }), value);
}

function united(one: YamlValue, other: YamlValue): YamlValue {
  if (!isMapValue(one) || !isMapValue(other)) return other;
  const both: Record<string, YamlValue> = { ...one };
  for (const [key, value] of Object.entries(other))
    both[key] = key in both ? united(both[key] as YamlValue, value) : value;
  return both;
}

const isMapValue = (value: YamlValue): value is { readonly [key: string]: YamlValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether some of what overlays make of the object changes as the fix says, and nothing else of it does. */
function isProved(
  { changes }: ResolvedEdit,
  object: PlainMap,
  before: readonly Overlay[],
  after: readonly Overlay[],
): boolean {
  if (before.length !== after.length) return false;
  const ends = changes.flatMap((change) => (change.kind === 'document' ? [] : [endOf(change.field)]));
  let isChanged = false;
  for (const [i, { steps }] of before.entries()) {
    const [old, now] = [deployed(object, steps), deployed(object, after[i]?.steps ?? [])];
    if (old === undefined || now === undefined) return false;
    const [one, other] = [JSON.stringify(old), JSON.stringify(now)];
    if (one === other) continue;
    if (!isChangedBy(parseDocument(one), parseDocument(other), ends)) return false;
    isChanged = true;
  }
  return isChanged;
}
