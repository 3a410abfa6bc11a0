/** Gives whole charts to a workspace: their templates are rendered from all of their files, most of which are no manifests. Must not know what they say. */
import type { Workspace } from '../../rules/engine/workspace.ts';
import type { ChartFile } from '../../rules/model/template/chart/chart.ts';
import { LimitError } from '../../rules/model/template/value/errors.ts';
import { baseName, directoryOf } from '../../rules/text/path.ts';
import { chartFiles } from './chart-folder.ts';
import type { Skipped } from './discover.ts';
import { type Files, within } from './files.ts';
import { foldersAbove } from './paths.ts';

/** How charts are given. */
export interface ChartOptions {
  /** Texts that stand for those on disk: open documents. */
  readonly open?: (path: string) => boolean;
  readonly onSkip?: (skipped: Skipped) => void;
  readonly signal?: AbortSignal;
}

/** The charts that some files belong to, each read anew. @param paths of files. */
export async function giveCharts(
  workspace: Workspace,
  files: Files,
  paths: readonly string[],
  options: ChartOptions = {},
): Promise<void> {
  const finder = new ChartFinder(files);
  const folders = new Set<string>();
  for (const path of paths) {
    const folder = await finder.chartOf(path);
    if (folder !== undefined) folders.add(folder);
  }
  for (const folder of folders) {
    if (options.signal?.aborted === true) return;
    await giveChart(workspace, files, folder, options);
  }
}

/** Gives the chart of a file, unless it is known. */
export async function giveChartOf(
  workspace: Workspace,
  files: Files,
  path: string,
  options: ChartOptions,
): Promise<void> {
  if (workspace.charts.folderOf(path) !== undefined) return;
  const folder = await new ChartFinder(files).chartOf(path);
  if (folder !== undefined) await giveChart(workspace, files, folder, options);
}

/**
 * A file changed on disk. @param isNamed it is given by itself, and not only as a part of its chart.
 * @returns files that were a part of a chart and are none any more, since its `Chart.yaml` is gone: they have to be given again.
 */
export async function followChart(
  workspace: Workspace,
  files: Files,
  path: string,
  isNamed: boolean,
  options: ChartOptions,
): Promise<readonly string[]> {
  const folder = workspace.charts.folderOf(path);
  if (!isNamed && folder !== undefined && path === within(folder, 'Chart.yaml') && !(await isFile(files, path)))
    return workspace.charts.forget(folder);
  if (folder === undefined && isNamed) await giveChartOf(workspace, files, path, options);
  else if (folder !== undefined && !isNamed) await giveChart(workspace, files, folder, options);
  return [];
}

const isFile = async (files: Files, path: string): Promise<boolean> => (await files.kind(path)) === 'file';

/** Reads all files of a chart. Where that is too much, its templates are skipped with the reason. */
async function giveChart(
  workspace: Workspace,
  files: Files,
  folder: string,
  { open, onSkip }: ChartOptions,
): Promise<void> {
  let read: readonly ChartFile[];
  try {
    read = await chartFiles(files, folder);
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    onSkip?.({ path: folder, reason: error.message });
    return;
  }
  workspace.charts.give(folder, read, open);
}

/** Finds the charts of files; remembers what it asked the disk. */
class ChartFinder {
  readonly #files: Files;
  readonly #isChart = new Map<string, boolean>();

  constructor(files: Files) {
    this.#files = files;
  }

  /** @returns the folder of the chart that a file belongs to; where that is a part of another one, of the outermost. */
  async chartOf(path: string): Promise<string | undefined> {
    for (const folder of foldersAbove(path)) if (await this.#has(folder)) return this.#outermost(folder);
    return undefined;
  }

  async #outermost(folder: string): Promise<string> {
    const charts = directoryOf(folder);
    const above = directoryOf(charts);
    return baseName(charts) === 'charts' && above !== '' && (await this.#has(above)) ? this.#outermost(above) : folder;
  }

  async #has(folder: string): Promise<boolean> {
    let known = this.#isChart.get(folder);
    if (known === undefined) {
      known = await isFile(this.#files, within(folder, 'Chart.yaml'));
      this.#isChart.set(folder, known);
    }
    return known;
  }
}
