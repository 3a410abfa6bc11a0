/**
 * One rendering of a chart: its values, and the documents that each template makes with what is known of where they come from. Must not know rules.
 */
import { type Chart, type ChartFile, loadChart } from '../../../model/template/chart/chart.ts';
import { overlaid } from '../../../model/template/chart/coalesce.ts';
import { missingIn } from '../../../model/template/chart/dependencies.ts';
import { maskUnknown, Provenance } from '../../../model/template/chart/provenance.ts';
import type { RenderedFile } from '../../../model/template/chart/render.ts';
import { Renderer } from '../../../model/template/chart/renderer.ts';
import { readValues } from '../../../model/template/chart/values-file.ts';
import { GoError, LimitError } from '../../../model/template/value/errors.ts';
import type { Dict } from '../../../model/template/value/value.ts';
import { parseMasked } from '../../../yaml/parse.ts';
import { slices } from '../../../yaml/stream.ts';
import type { YamlDocument } from '../../../yaml/tree.ts';
import type { Rendered } from './landing.ts';
import { isTemplatePath, type ValuesOver } from './scenarios.ts';
import { ValuesFiles } from './values-files.ts';

/** A document of a rendered template. */
export interface RenderedDocument {
  /** In the rendered text. */
  readonly offset: number;
  readonly document: YamlDocument;
}

/** What one template makes. */
export interface RenderedTemplate extends Rendered {
  readonly documents: readonly RenderedDocument[];
}

/** A chart with one set of values. */
export interface Rendering {
  /** By the path of the template below the folder of the chart. */
  readonly templates: ReadonlyMap<string, RenderedTemplate>;
  /** Why a template is not judged, by its path; under an empty path: why none is. */
  readonly refused: ReadonlyMap<string, string>;
  /** Folders of subcharts that come from elsewhere, with a slash at their ends. */
  readonly vendored: readonly string[];
  /** Names of charts that take part in it and lie in no folder, so that nothing is known of them. */
  readonly missing: readonly string[];
  /** What is used again for the next one. */
  readonly again?: Again;
}

/** What one rendering leaves for the next. */
interface Again {
  readonly renderer: Renderer;
  readonly values: ValuesFiles;
  /** All files but templates: with others everything is rendered anew. */
  readonly others: readonly ChartFile[];
  /** Paths of the templates. */
  readonly paths: readonly string[];
  readonly byFile: ReadonlyMap<RenderedFile, RenderedTemplate>;
}

/** Documents that were read before, by their texts. */
export type DocumentCache = Map<string, YamlDocument>;

/** What one rendering may do: less than the command line, since somebody waits for it with each key. */
const bounds = { steps: 1_500_000, output: 16_000_000, depth: 400 };

/** Kubernetes, where nobody says which. */
const usualVersion = '1.37.0';

/**
 * @param files of the chart. @param over values over its own. @param known documents that are used again. @param used where all documents of this rendering are noted.
 * @param before the last rendering with these values.
 * @returns a rendering in any case; what cannot be rendered is in `refused`.
 */
export function rendering(
  files: readonly ChartFile[],
  over: ValuesOver | undefined,
  known: DocumentCache,
  used: DocumentCache,
  before?: Rendering,
): Rendering {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const textOf = (path: string): string | undefined => texts.get(path);
  const nothing = (reason: string): Rendering => ({
    templates: new Map(),
    refused: new Map([['', reason]]),
    vendored: [],
    missing: [],
  });
  try {
    const others = files.filter(({ path }) => !isTemplatePath(path));
    const paths = files.flatMap(({ path }) => (isTemplatePath(path) ? [path] : []));
    const last = usable(before?.again, others, paths);
    const renderer = last?.renderer ?? rendererOf(files, over, textOf);
    if (renderer === undefined) return nothing('a library chart makes no objects');
    const values = last?.values ?? new ValuesFiles(renderer.chart, over, textOf);
    const made = renderer.attempt(textOf);
    const byFile = new Map<RenderedFile, RenderedTemplate>();
    const templates = made.files.map((file): [string, RenderedTemplate] => {
      const template = last?.byFile.get(file) ?? templateOf(file, renderer, values, known, used);
      for (const { document } of template.documents) used.set(document.text, document);
      byFile.set(file, template);
      return [file.path, template];
    });
    const refused = [...made.failed].map(([path, { reason }]): [string, string] => [path, reason]);
    const again = renderer.isSpent ? {} : { again: { renderer, values, others, paths, byFile } };
    return {
      templates: new Map(templates),
      refused: new Map(refused),
      vendored: vendoredIn(renderer.chart),
      missing: missingBelow(renderer.chart),
      ...again,
    };
  } catch (error) {
    if (error instanceof GoError || error instanceof LimitError) return nothing(error.message);
    // Nobody may lose the rest of their findings by a defect of ours.
    return nothing(`it could not be rendered: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @returns undefined where something else than the text of a template changed. */
function usable(last: Again | undefined, others: readonly ChartFile[], paths: readonly string[]): Again | undefined {
  const isSame =
    last !== undefined &&
    // A trial with another text may have changed the values.
    !last.renderer.isSpent &&
    last.others.length === others.length &&
    last.paths.length === paths.length &&
    last.paths.every((path, i) => path === paths[i]) &&
    last.others.every(({ path, text }, i) => path === others[i]?.path && text === others[i]?.text);
  return isSame ? last : undefined;
}

/** @returns undefined for a chart that makes no objects. @throws GoError, LimitError */
function rendererOf(
  files: readonly ChartFile[],
  over: ValuesOver | undefined,
  textOf: (path: string) => string | undefined,
): Renderer | undefined {
  const chart = loadChart(files);
  let values: Dict = new Map();
  for (const path of over?.files ?? [])
    values = overlaid(values, readValues(over?.outside?.get(path) ?? textOf(path) ?? '', path));
  if (over?.set !== undefined) values = overlaid(values, readValues(over.set, 'what is set'));
  const options = { values, release: chart.name, namespace: 'default', kubernetesVersion: usualVersion, bounds };
  return chart.isLibrary ? undefined : new Renderer(chart, options);
}

function templateOf(
  { path, text }: RenderedFile,
  { paths }: Renderer,
  values: ValuesFiles,
  known: DocumentCache,
  used: DocumentCache,
): RenderedTemplate {
  const provenance = new Provenance(text);
  return { provenance, paths, values, documents: cut(provenance.text, path, known, used) };
}

/** Reads a document of a rendered text, in which what is unknown is marked. */
export const readRendered = (text: string): YamlDocument => parseMasked(text, maskUnknown(text));

/** Notes are for people. */
function cut(text: string, path: string, known: DocumentCache, used: DocumentCache): readonly RenderedDocument[] {
  if (path.endsWith('NOTES.txt')) return [];
  return slices(text).flatMap(({ offset, slice }) => {
    if (!/\S/.test(slice)) return [];
    const document = used.get(slice) ?? known.get(slice) ?? readRendered(slice);
    used.set(slice, document);
    return [{ offset, document }];
  });
}

/** What a repository of charts names comes from elsewhere; what lies in the folder alone is a part of this chart. */
function vendoredIn({ metadata, dependencies }: Chart): readonly string[] {
  const wanted = metadata.get('Dependencies');
  const remote = new Set<unknown>();
  for (const one of Array.isArray(wanted) ? wanted : [])
    if (one instanceof Map && /^(?:https?|oci):|^(?:@|alias:)/.test(String(one.get('Repository'))))
      remote.add(String(one.get('Alias') || one.get('Name')));
  return dependencies.flatMap((chart) => (remote.has(chart.name) ? [chart.folder] : vendoredIn(chart)));
}

const missingBelow = (chart: Chart): readonly string[] => [
  ...new Set([...missingIn(chart), ...chart.dependencies.flatMap(missingBelow)]),
];
