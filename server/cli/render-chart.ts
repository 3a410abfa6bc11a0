/** A chart's folder rendered, for the terminal: a bundle of its own, since no other command needs it. */
import { loadChart } from '../../rules/model/template/chart/chart.ts';
import { overlaid } from '../../rules/model/template/chart/coalesce.ts';
import { type Json, manifestsOf, objectsOf, readable } from '../../rules/model/template/chart/manifests.ts';
import { renderChart } from '../../rules/model/template/chart/render.ts';
import { setValues } from '../../rules/model/template/chart/set-values.ts';
import { readValues } from '../../rules/model/template/chart/values-file.ts';
import { GoError, LimitError } from '../../rules/model/template/value/errors.ts';
import type { Dict } from '../../rules/model/template/value/value.ts';
import { chartFiles } from '../host/chart-folder.ts';
import { nodeFiles } from '../host/node-files.ts';

export interface Wish {
  readonly folder: string;
  /** Texts of values files, in order, with their names. */
  readonly values: readonly { readonly path: string; readonly text: string }[];
  readonly set: readonly string[];
  readonly release: string;
  readonly namespace: string;
  readonly kubernetesVersion: string;
}

export type Shown = { readonly yaml: string; readonly objects: readonly Json[] } | { readonly refused: string };

/** @returns the rendered objects, or in one line why there are none. */
export async function shown(wish: Wish): Promise<Shown> {
  try {
    const chart = loadChart(await chartFiles(nodeFiles, wish.folder));
    const { release, namespace, kubernetesVersion } = wish;
    const options = { values: valuesOf(wish), release, namespace, kubernetesVersion };
    const rendering = renderChart(chart, options);
    const first = renderChart(chart, { ...options, emptyCluster: true });
    for (const one of [rendering, first])
      if ('refused' in one) {
        const { reason, at } = one.refused;
        return { refused: at === undefined ? reason : `${at.template}: ${reason}` };
      }
    const manifests = manifestsOf('files' in rendering ? rendering.files : [], 'files' in first ? first.files : []);
    const yaml = manifests.map(({ template, text }) => `---\n# Source: ${template}\n${readable(text)}\n`).join('');
    return { yaml, objects: objectsOf(manifests) };
  } catch (error) {
    if (error instanceof GoError || error instanceof LimitError) return { refused: error.message };
    throw error;
  }
}

function valuesOf({ values, set }: Wish): Dict {
  const made = values.map(({ path, text }) => readValues(text, path)).reduce(overlaid, new Map());
  for (const line of set) setValues(line, made);
  return made;
}
