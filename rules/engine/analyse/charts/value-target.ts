/** The field of a values file that a field of a rendered document is printed from. Must not know what is written there. */
import type { Change, Refusal } from '../../../yaml/change.ts';
import type { Field } from '../../../yaml/field.ts';
import type { YamlDocument } from '../../../yaml/tree.ts';
import { landingOf } from './landing.ts';
import type { RenderedDocument, RenderedTemplate } from './rendering.ts';

/** A change of a values file. */
export interface Target {
  /** Below the folder of the chart. */
  readonly path: string;
  /** Of the document in the file. */
  readonly offset: number;
  readonly document: YamlDocument;
  readonly change: Change;
}

/** @returns `template` where no value decides what the change is about; a refusal where something works it out. */
export function targetOf(
  change: Change,
  template: RenderedTemplate,
  place: RenderedDocument,
  textOf: (path: string) => string | undefined,
): Target | Refusal | 'template' {
  if (change.kind === 'document') return { refused: 'The fix adds a document, which no template makes.' };
  const missing: (string | number)[] = [];
  let at: Field | undefined = change.field;
  for (; at !== undefined && !at.present; at = at.parent) if (at.key !== undefined) missing.unshift(at.key);
  if (at === undefined) return 'template';
  const from = valuesPathOf(at, template, place);
  if (from === 'computed') return { refused: 'The template works this value out: change what it is made of.' };
  const path = from ?? switchOf(at, missing, template, place, textOf);
  if (path === undefined) return 'template';
  const below = from === undefined ? missing.slice(1) : missing;
  const found = template.values.fieldAt(path);
  // A switch that is no map says nothing of what is written below it.
  if (from === undefined && found?.field.isMap !== true) return 'template';
  if (found === undefined) return { refused: `No values file writes ${path.join('.')}, which decides.` };
  return { ...found, change: moved(change, found.field.at(...below)) };
}

function moved(change: Exclude<Change, { kind: 'document' }>, field: Field): Change {
  // A switch that is off says so, and stays where people look for it.
  if (change.kind === 'remove' && field.text === 'true') return { kind: 'set', field, value: false };
  return change.kind === 'set' ? { kind: 'set', field, value: change.value } : { ...change, field };
}

/** The path of the value that a field is printed from. @returns undefined for literal text. */
function valuesPathOf(
  field: Field,
  template: RenderedTemplate,
  { offset }: RenderedDocument,
): readonly string[] | 'computed' | undefined {
  const { node } = field;
  if (node === undefined) return undefined;
  const [start, end] = [node.start + offset, node.end + offset];
  if (node.kind === 'map' && node.pairs.length > 0) {
    const key = node.pairs[0]?.key;
    const landing =
      key === undefined ? undefined : landingOf({ start: key.start + offset, end: key.end + offset }, template);
    const [path] = landing?.kind === 'text' ? [] : (landing?.values ?? []);
    if (path === undefined || landing === undefined) return undefined;
    const own = path.slice(0, -1);
    const isAll = template.provenance
      .within(start, end)
      .every(({ piece }) => piece.text.trim() === '' || own.every((one, i) => piece.path?.[i] === one));
    return isAll ? own : undefined;
  }
  const landing = landingOf({ start, end }, template);
  if (landing === undefined || landing.kind === 'text') return undefined;
  if (landing.kind === 'value') return landing.values[0];
  return node.kind === 'scalar' ? 'computed' : undefined;
}

/** Where a key is missing since the value that it is printed from is empty: `{{ with .Values.securityContext }}` above it. */
function switchOf(
  holder: Field,
  [key]: readonly (string | number)[],
  template: RenderedTemplate,
  { offset }: RenderedDocument,
  textOf: (path: string) => string | undefined,
): readonly string[] | undefined {
  const { node } = holder;
  if (typeof key !== 'string' || node === undefined) return undefined;
  const landing = landingOf({ start: node.start + offset, end: node.start + offset + 1 }, template);
  const text = landing === undefined ? undefined : textOf(landing.path);
  if (landing === undefined || text === undefined) return undefined;
  const at = text.indexOf(`${key}:`, landing.span.start);
  const before = at < 0 ? '' : text.slice(landing.span.start, at).trimEnd();
  const open = before.lastIndexOf('{{');
  const pipe = open < 0 ? undefined : conditionOf(before.slice(open));
  return pipe === undefined ? undefined : askedFor(key, pipe)?.split('.');
}

/** What `{{- with PIPE }}` or `{{ if PIPE }}` asks; undefined for a text that is anything else. */
function conditionOf(action: string): string | undefined {
  if (!action.startsWith('{{') || !action.endsWith('}}')) return undefined;
  const inner = action.slice(2, -2).replace(/^-/, '').replace(/-$/, '').trim();
  const word = /^(?:with|if)[ \t]/.exec(inner)?.[0];
  return word === undefined || /[{}]/.test(inner) ? undefined : inner.slice(word.length).trim();
}

/** The value that a pipe asks for a key: `.Values.web.securityContext | default .Values.securityContext`. The longer its path, the fewer objects use it. */
function askedFor(key: string, pipe: string): string | undefined {
  const paths = [...pipe.matchAll(/(?:^|[\s(])\$?\w*\.Values\.([\w.]+)/g)].map(([, path = '']) => path);
  const named = paths.filter((path) => path.toLowerCase().endsWith(key.toLowerCase()));
  if (named.length > 0)
    return named.reduce((one, other) => (other.split('.').length > one.split('.').length ? other : one));
  return paths.length === 1 && /^\$?\w*\.Values\.[\w.]+$/.test(pipe) ? paths[0] : undefined;
}
