/**
 * The objects that rendered templates are, as Helm cuts them: which files count, where a document ends, what is no manifest. A value that cannot be known
 * stands for itself. Source: helm.sh/helm/v4, pkg/action (`renderResources`) and pkg/release/v1/util (`SplitManifests`, `SortManifests`).
 */
import { parseWithoutTemplates } from '../../../yaml/parse.ts';
import { GoError } from '../value/errors.ts';
import { holdsUnknown, holdsUnknownBlock, reasonIn } from '../value/text.ts';
import { type Dict, Int, isDict, isList, isText, Unknown, type Value } from '../value/value.ts';
import { documentValue } from '../yaml/read.ts';
import type { RenderedFile } from './render.ts';

export interface Manifest {
  readonly template: string;
  /** As rendered, without blanks around it. */
  readonly text: string;
  readonly value: Value;
}

/** @throws GoError where Helm reads no manifest; UnknownManifest where what it holds cannot be known. */
export function manifestsOf(files: readonly RenderedFile[]): Manifest[] {
  return files
    .filter(({ template, text }) => !template.endsWith('NOTES.txt') && text.toString().trim() !== '')
    .flatMap(({ template, text }) =>
      text
        .toString()
        .trim()
        .split(/(?:^|\s*\n)---\s*/)
        .map((document) => document.trim())
        .filter((document) => document !== '')
        .map((document) => ({ template, text: document, value: valueOf(document, template) })),
    );
}

function valueOf(document: string, template: string): Value {
  if (!holdsUnknownBlock(document)) return withUnknown(read(document, template));
  // Lines that may be anything: nothing else in it is certain but what it is.
  const reason = reasonIn(document) ?? '';
  let known: Value;
  try {
    known = withUnknown(read(document.replaceAll(/\uE0F1[\uE100-\uE17F]*\uE0F2/g, ''), template));
  } catch (error) {
    if (error instanceof GoError) throw new GoError(`${template} depends on ${reason}`);
    throw error;
  }
  const identity = isDict(known) ? identityOf(known) : undefined;
  if (identity === undefined) throw new GoError(`${template} depends on ${reason}`);
  return identity.set('$unknown', reason);
}

function read(document: string, template: string): Value {
  try {
    const value = documentValue(parseWithoutTemplates(document, 200_000));
    if (isDict(value) || value === null) return value;
    throw new GoError('error unmarshaling JSON: it is no map');
  } catch (error) {
    if (error instanceof GoError) throw new GoError(`YAML parse error on ${template}: ${error.message}`);
    throw error;
  }
}

/** Kind and name alone. @returns undefined where they are not known. */
function identityOf(dict: Dict): Dict | undefined {
  const made: Dict = new Map();
  for (const key of ['apiVersion', 'kind']) {
    const value = dict.get(key);
    if (!isText(value)) return undefined;
    made.set(key, value);
  }
  const metadata = dict.get('metadata');
  const name = isDict(metadata) ? metadata.get('name') : undefined;
  if (!isDict(metadata) || !isText(name)) return undefined;
  const namespace = metadata.get('namespace');
  return made.set(
    'metadata',
    new Map([['name', name], ...(namespace === undefined ? [] : [['namespace', namespace] as const])]),
  );
}

/** Texts with an unknown part are unknown; so is a map with an unknown key. */
function withUnknown(value: Value): Value {
  if (isText(value)) {
    const text = String(value);
    return holdsUnknown(text) ? new Unknown(reasonIn(text) ?? '') : text;
  }
  if (isList(value)) return value.map(withUnknown);
  if (!isDict(value)) return value;
  for (const key of value.keys()) if (holdsUnknown(key)) return new Unknown(reasonIn(key) ?? '');
  return new Map([...value].map(([key, item]) => [key, withUnknown(item)]));
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The objects of manifests: lists taken apart, empty documents left out. An unknown value is `{ "$unknown": why }`. */
export function objectsOf(manifests: readonly Manifest[]): Json[] {
  return manifests
    .flatMap(({ value }) => {
      const items = isDict(value) && value.get('kind') === 'List' ? value.get('items') : undefined;
      return isList(items) ? items : [value];
    })
    .filter((value) => isDict(value) && value.size > 0)
    .map(jsonOf);
}

function jsonOf(value: Value): Json {
  if (value instanceof Unknown) return { $unknown: value.reason };
  if (value instanceof Int) return Number(value.value);
  if (isList(value)) return value.map(jsonOf);
  if (isDict(value)) return Object.fromEntries([...value].map(([key, item]) => [key, jsonOf(item)]));
  return isText(value) ? String(value) : typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** A document for people: what is unknown says why. */
export const readable = (text: string): string =>
  text.replaceAll(/[\uE0F0\uE0F1][\uE100-\uE17F]*\uE0F2/g, (mark) => `<unknown: ${reasonIn(mark)}>`);
