/**
 * One rendering of a chart: its values, and the documents that each template makes with what is known of where they come from. Must not know rules.
 */
import { type Chart, type ChartFile, loadChart } from '../../../model/template/chart/chart.ts';
import { maskUnknown, Provenance } from '../../../model/template/chart/provenance.ts';
import { renderEach } from '../../../model/template/chart/render.ts';
import { readValues } from '../../../model/template/chart/values-file.ts';
import { GoError, LimitError } from '../../../model/template/value/errors.ts';
import { parseMasked } from '../../../yaml/parse.ts';
import { slices } from '../../../yaml/stream.ts';
import type { YamlDocument } from '../../../yaml/tree.ts';
import type { Rendered } from './landing.ts';
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
}

/** Documents that were read before, by their texts. */
export type DocumentCache = Map<string, YamlDocument>;

/** What one rendering may do: less than the command line, since somebody waits for it with each key. */
const bounds = { steps: 1_500_000, output: 16_000_000, depth: 400 };

/** Kubernetes, where nobody says which. */
const usualVersion = '1.37.0';

/**
 * @param files of the chart. @param over path of a values file over its own. @param known documents that are used again. @param used where all documents of this rendering are noted.
 * @returns a rendering in any case; what cannot be rendered is in `refused`.
 */
export function rendering(
  files: readonly ChartFile[],
  over: string | undefined,
  known: DocumentCache,
  used: DocumentCache,
): Rendering {
  const textOf = (path: string): string | undefined => files.find((file) => file.path === path)?.text;
  const nothing = (reason: string): Rendering => ({
    templates: new Map(),
    refused: new Map([['', reason]]),
    vendored: [],
  });
  try {
    const chart = loadChart(files);
    if (chart.isLibrary) return nothing('a library chart makes no objects');
    const values = over === undefined ? new Map() : readValues(textOf(over) ?? '', over);
    const options = { values, release: chart.name, namespace: 'default', kubernetesVersion: usualVersion, bounds };
    const made = renderEach(chart, options);
    if ('refused' in made) return nothing(made.refused.reason);
    const valuesFiles = new ValuesFiles(made.chart, over, textOf);
    const templates = made.files.map(({ path, text }): [string, RenderedTemplate] => {
      const provenance = new Provenance(text);
      return [
        path,
        { provenance, paths: made.paths, values: valuesFiles, documents: cut(provenance.text, path, known, used) },
      ];
    });
    const refused = [...made.failed].map(([path, { reason }]): [string, string] => [path, reason]);
    return { templates: new Map(templates), refused: new Map(refused), vendored: vendoredIn(made.chart) };
  } catch (error) {
    if (error instanceof GoError || error instanceof LimitError) return nothing(error.message);
    // Nobody may lose the rest of their findings by a defect of ours.
    return nothing(`it could not be rendered: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Notes are for people. */
function cut(text: string, path: string, known: DocumentCache, used: DocumentCache): readonly RenderedDocument[] {
  if (path.endsWith('NOTES.txt')) return [];
  return slices(text).flatMap(({ offset, slice }) => {
    if (!/\S/.test(slice)) return [];
    const document = used.get(slice) ?? known.get(slice) ?? parseMasked(slice, maskUnknown(slice));
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
