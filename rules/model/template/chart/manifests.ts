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

/** One document of what a chart renders, in the order in which Helm prints them. */
export interface Manifest {
  readonly template: string;
  /** As rendered, without blanks around it. */
  readonly text: string;
  readonly value: Value;
}

/**
 * @param firstInstall the same templates for a cluster that holds nothing yet. Where it is not known which documents a template makes, these are named,
 *   and what they hold is unknown.
 * @throws GoError where Helm reads no manifest, or where nobody knows which objects there are.
 */
export function manifestsOf(files: readonly RenderedFile[], firstInstall: readonly RenderedFile[] = []): Manifest[] {
  const then = new Map(firstInstall.map((file) => [file.template, file]));
  return files.flatMap((file) => {
    const instead = holdsUnknownBlock(file.text.toString()) ? then.get(file.template) : undefined;
    if (instead === undefined) return manifests(file);
    const sure = new Set(documentsOf(file));
    const reason = reasonIn(file.text.toString()) ?? '';
    return manifests(instead).map((manifest) =>
      sure.has(manifest.text) || !isDict(manifest.value)
        ? manifest
        : { ...manifest, value: unsure(manifest.value, file.template, reason) },
    );
  });
}

/** `{{ template }}` files that are notes are no manifests. */
function documentsOf({ template, text }: RenderedFile): string[] {
  if (template.endsWith('NOTES.txt')) return [];
  const documents = text
    .toString()
    .trim()
    .split(/(?:^|\n)---\s*/);
  return documents.map((document) => document.trim()).filter((document) => document !== '');
}

function manifests(file: RenderedFile): Manifest[] {
  const { template } = file;
  return documentsOf(file).map((text) => ({ template, text, value: valueOf(text, template) }));
}

/** What the object is, and that nothing else is known of it. @throws GoError where not even that is known. */
function unsure(value: Value, template: string, reason: string): Value {
  const identity = isDict(value) ? identityOf(value) : undefined;
  if (identity === undefined) throw new GoError(`${template} depends on ${reason}`);
  return identity.set('$unknown', reason);
}

function valueOf(document: string, template: string): Value {
  if (!holdsUnknownBlock(document)) return withUnknown(read(document, template));
  // Lines that may be anything: nothing else in it is certain but what it is.
  const reason = reasonIn(document) ?? '';
  const without = document.replaceAll(/\uE0F1[\uE100-\uE17F]*\uE0F2/g, '');
  try {
    return unsure(withUnknown(read(without, template)), template, reason);
  } catch (error) {
    if (error instanceof GoError) throw new GoError(`${template} depends on ${reason}`);
    throw error;
  }
}

function read(document: string, template: string): Value {
  try {
    const value = documentValue(parseWithoutTemplates(document, 200_000));
    if (isDict(value)) checkHead(value);
    if (isDict(value) || value === null) return value;
    throw new GoError('error unmarshaling JSON: it is no map');
  } catch (error) {
    if (error instanceof GoError) throw new GoError(`YAML parse error on ${template}: ${error.message}`);
    throw error;
  }
}

/** What Helm reads of each manifest has to be text (`SimpleHead`). @throws GoError */
function checkHead(dict: Dict): void {
  const check = (value: Value, field: string): void => {
    if (isDict(value) || isList(value))
      throw new GoError(
        `json: cannot unmarshal ${isDict(value) ? 'object' : 'array'} into Go struct field ${field} of type string`,
      );
  };
  check(dict.get('apiVersion'), 'apiVersion');
  check(dict.get('kind'), 'kind');
  const metadata = dict.get('metadata');
  if (metadata === undefined || metadata === null) return;
  if (!isDict(metadata)) throw new GoError('json: cannot unmarshal a value into Go struct field .metadata');
  check(metadata.get('name'), '.metadata.name');
  const annotations = metadata.get('annotations');
  if (annotations === undefined || annotations === null) return;
  if (!isDict(annotations))
    throw new GoError('json: cannot unmarshal a value into Go struct field .metadata.annotations');
  for (const value of annotations.values()) check(value, '.metadata.annotations');
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

/** A value as JSON has it. */
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
