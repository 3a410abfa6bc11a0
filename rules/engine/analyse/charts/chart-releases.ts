/** Which charts of a workspace files have deployed, and with which values. Must not know what the values say. */
import type { DeployedChart } from '../../../model/kubernetes/deployed-charts.ts';
import { directoryOf, joinPath } from '../../../text/path.ts';
import type { Scenario } from './scenarios.ts';

/** A release of the chart in a folder. */
interface Release extends Scenario {
  readonly folder: string;
}

/** The releases that files name, kept up to date file by file. */
export class ChartReleases {
  readonly #byFile = new Map<string, readonly Release[]>();

  /** Begins as another one is. */
  take(other: ChartReleases): void {
    for (const [path, releases] of other.#byFile) this.#byFile.set(path, releases);
  }

  clear(): void {
    this.#byFile.clear();
  }

  /** @param root the folder that paths may begin at. @returns folders of charts that are deployed otherwise than before. */
  learn(path: string, root: string, deployed: readonly DeployedChart[]): readonly string[] {
    const before = this.#byFile.get(path) ?? [];
    if (before.length + deployed.length === 0) return [];
    const now = deployed.flatMap((one) => releaseOf(one, path, root));
    if (JSON.stringify(before) === JSON.stringify(now)) return [];
    if (now.length === 0) this.#byFile.delete(path);
    else this.#byFile.set(path, now);
    return [...new Set([...before, ...now].map(({ folder }) => folder))];
  }

  /** In an order that says nothing of when files were read; of equal names the first. */
  of(folder: string): readonly Scenario[] {
    const found = new Map<string, Scenario>();
    for (const path of [...this.#byFile.keys()].sort())
      for (const { folder: own, ...release } of this.#byFile.get(path) ?? [])
        if (own === folder && !found.has(release.name)) found.set(release.name, release);
    return [...found.values()];
  }
}

/** @returns none where a values file lies outside of the chart, so that nobody here knows what it says. */
function releaseOf({ name, folder, files, values }: DeployedChart, path: string, root: string): readonly Release[] {
  const bases = { root, file: directoryOf(path) };
  const chart = joinPath(bases[folder.from], folder.path);
  const paths = files.map((file) => joinPath(file.from === 'chart' ? chart : bases[file.from], file.path));
  if (paths.some((file) => !file.startsWith(`${chart}/`))) return [];
  const below = paths.map((file) => file.slice(chart.length + 1));
  if (below.length === 0 && values === undefined) return [];
  return [{ folder: chart, name, over: { files: below, set: values } }];
}
