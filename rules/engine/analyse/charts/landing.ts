/**
 * Where a place of a rendered text is told: its literal text in a template, else the value in a values file that it is printed from, else the action. Must not
 * know rules.
 */
import type { Provenance, Stretch } from '../../../model/template/chart/provenance.ts';
import type { Span } from '../../../text/source.ts';
import type { ValuesFiles } from './values-files.ts';

/** A place of a file of a chart. */
export interface Landing {
  /** Below the folder of the chart. */
  readonly path: string;
  readonly span: Span;
  /** `text`: the template's own text. `value`: of a values file. `action`: something worked it out. */
  readonly kind: 'text' | 'value' | 'action';
  /** The values that an action works with, by their paths, where they are known. */
  readonly values: readonly (readonly string[])[];
}

/** A rendered text with what is known of where it comes from. */
export interface Rendered {
  readonly provenance: Provenance;
  /** Paths of templates below the folder of the chart, by their names. */
  readonly paths: ReadonlyMap<string, string>;
  readonly values: ValuesFiles;
}

/** @returns where what is written at a stretch of the rendered text is told; undefined where nothing is known of it. */
export function landingOf({ start, end }: Span, { provenance, paths, values }: Rendered): Landing | undefined {
  const all = provenance.within(start, end);
  const said = all.filter(({ piece }) => piece.literal || !isFrame(piece.text));
  const stretches = said.length === 0 ? all : said;
  const pathsOfValues = distinct(stretches);
  const [first] = stretches;
  if (first === undefined) return undefined;
  if (stretches.every(({ piece }) => piece.literal)) return inTemplate(stretches, paths, 'text', []);
  const [only] = pathsOfValues;
  if (only !== undefined && stretches.every(({ piece }) => piece.path !== undefined) && pathsOfValues.length === 1) {
    const isKey =
      /^[ \t]*:/.test(provenance.text.slice(end, end + 3)) && provenance.text.slice(start, end) === only.at(-1);
    const found = isSame(stretches, only, values) ? values.find(only, isKey) : undefined;
    if (found !== undefined) return { ...found, kind: 'value', values: [only] };
  }
  return inTemplate(stretches, paths, 'action', pathsOfValues);
}

/** The same for what is not there: where the line of its holder begins in a template. */
export function landingOfHolder({ start, end }: Span, { provenance, paths }: Rendered): Landing | undefined {
  const line = provenance.text.lastIndexOf('\n', start - 1) + 1;
  const all = provenance.within(line, Math.max(end, start + 1));
  const from = all.findIndex(({ piece }) => piece.literal && piece.text.trim() !== '');
  if (from < 0) return inTemplate(all.slice(-1), paths, 'action', distinct(all));
  return inTemplate(all.slice(from), paths, 'text', []);
}

/** Whether a value is printed as it is: what something works out cannot be written as the value. */
function isSame(stretches: readonly Stretch[], at: readonly string[], values: ValuesFiles): boolean {
  if (stretches.every(({ piece }) => piece.derived !== true)) return true;
  const printed = stretches.map(({ piece }) => piece.text).join('');
  const field = values.fieldAt(at)?.field;
  const written = field?.isMap && field.keys.length === 0 ? '{}' : field?.text;
  return printed.replaceAll(/^[\s"']+|[\s"']+$/g, '') === written;
}

/** Blanks and quotes around a value. */
const isFrame = (text: string): boolean => /^[\s"']*$/.test(text);

function distinct(stretches: readonly Stretch[]): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  for (const { piece } of stretches) if (piece.path !== undefined) found.set(JSON.stringify(piece.path), piece.path);
  return [...found.values()];
}

/** All stretches that follow the first one in its template. */
function inTemplate(
  stretches: readonly Stretch[],
  paths: ReadonlyMap<string, string>,
  kind: Landing['kind'],
  values: Landing['values'],
): Landing | undefined {
  const [first] = stretches;
  const path = paths.get(first?.piece.template ?? '');
  if (first === undefined || path === undefined) return undefined;
  // A dash is no part of what it begins.
  const blanks = first.piece.literal ? (/^\s*(?:- +)*/.exec(first.piece.text)?.[0].length ?? 0) : 0;
  const start = first.piece.start + blanks;
  let end = first.piece.end;
  for (const { piece } of stretches) {
    if (piece.template !== first.piece.template || piece.start < first.piece.start) break;
    end = Math.max(end, piece.literal ? piece.start + piece.text.trimEnd().length : piece.end);
  }
  return { path, span: { start, end: Math.max(start, end) }, kind, values };
}
