/** Which charts of a workspace files have deployed, and with which values. Must not know what the values say. */
import type { DeployedChart } from '../../../model/kubernetes/deployed-charts.ts';
import { detached } from '../../../text/detached.ts';
import { baseName, directoryOf, joinPath } from '../../../text/path.ts';
import type { Scenario, ValuesOver } from './scenarios.ts';

/** A release of the chart in a folder. */
interface Release {
  readonly name: string;
  readonly folder: string;
  /** Values files, the last one wins. */
  readonly files: readonly string[];
  /** What is set over those, as YAML. */
  readonly set: string | undefined;
}

/** Characters of a values file outside of a chart; a longer one is not read. */
const longestValues = 256 * 1024;
/** Such files that are kept, of which nobody may name any. */
const mostValues = 2000;

/** The releases that files name, kept up to date file by file. */
export class ChartReleases {
  readonly #byFile = new Map<string, readonly Release[]>();
  /** Texts of files outside of charts that releases may name, whichever of both comes first. */
  readonly #texts = new Map<string, string>();

  /** Begins as another one is. */
  take(other: ChartReleases): void {
    for (const [path, releases] of other.#byFile) this.#byFile.set(path, releases);
    for (const [path, text] of other.#texts) this.#texts.set(path, text);
  }

  clear(): void {
    this.#byFile.clear();
    this.#texts.clear();
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

  /** @param path of a file of no chart. @param text undefined when it is gone. @returns folders of charts that are deployed otherwise than before. */
  learnText(path: string, text: string | undefined): readonly string[] {
    const naming = [...this.#byFile.values()].flat().filter(({ files }) => files.includes(path));
    const isKept = text !== undefined && text.length <= longestValues && (naming.length > 0 || isNamedValues(path));
    const now = isKept && (this.#texts.has(path) || this.#texts.size < mostValues) ? text : undefined;
    if (this.#texts.get(path) === now) return [];
    if (now === undefined) this.#texts.delete(path);
    else this.#texts.set(path, detached(now));
    return [...new Set(naming.map(({ folder }) => folder))];
  }

  /** In an order that says nothing of when files were read; of equal names the first. A release with a values file that nobody knows is nobody's. */
  of(folder: string): readonly Scenario[] {
    const found = new Map<string, Scenario>();
    for (const path of [...this.#byFile.keys()].sort())
      for (const release of this.#byFile.get(path) ?? []) {
        const over = release.folder === folder && !found.has(release.name) ? this.#overOf(release) : undefined;
        if (over !== undefined) found.set(release.name, { name: release.name, over });
      }
    return [...found.values()];
  }

  #overOf({ folder, files, set }: Release): ValuesOver | undefined {
    const outside = new Map<string, string>();
    const all = files.map((file) => {
      if (file.startsWith(`${folder}/`)) return file.slice(folder.length + 1);
      const text = this.#texts.get(file);
      if (text !== undefined) outside.set(file, text);
      return file;
    });
    if (all.some((file, i) => file === files[i] && !outside.has(file))) return undefined;
    return { files: all, set, ...(outside.size === 0 ? {} : { outside }) };
  }
}

/** Most values files are called so, or lie in a folder that is. */
const isNamedValues = (path: string): boolean =>
  /\.ya?ml$/i.test(path) && (/values/i.test(baseName(path)) || baseName(directoryOf(path)).toLowerCase() === 'values');

/** @returns none where nothing is set. */
function releaseOf({ name, folder, files, values }: DeployedChart, path: string, root: string): readonly Release[] {
  const bases = { root, file: directoryOf(path) };
  const chart = joinPath(bases[folder.from], folder.path);
  const paths = files.map((file) => joinPath(file.from === 'chart' ? chart : bases[file.from], file.path));
  if (paths.length === 0 && values === undefined) return [];
  return [{ folder: chart, name, files: paths, set: values }];
}
