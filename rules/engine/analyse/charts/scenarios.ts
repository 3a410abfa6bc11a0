/** Which sets of values a chart is read with: its own, and those that its folder holds for trials and environments. Must not know what they say. */

/** A set of values. */
export interface Scenario {
  /** As a finding names it. */
  readonly name: string;
  /** What lies over the chart's own values; undefined for the chart's own alone. */
  readonly over: ValuesOver | undefined;
}

/** Values over a chart's own. */
export interface ValuesOver {
  /** Values files below the chart's folder, and others by their whole paths; the last one wins. */
  readonly files: readonly string[];
  /** Texts of those of the files that lie outside of the chart, by their paths; left out where none does. */
  readonly outside?: ReadonlyMap<string, string>;
  /** What somebody sets over those elsewhere, as YAML; undefined for nothing. */
  readonly set: string | undefined;
}

function isOver(path: string): boolean {
  const [folder, name] = path.startsWith('ci/') ? ['ci', path.slice(3)] : ['', path];
  if (name.includes('/') || !/\.ya?ml$/.test(name)) return false;
  if (folder === 'ci') return name.includes('values');
  return /^values[-._]|[-._]values\.ya?ml$/.test(name) && !/^values\.ya?ml$/.test(name);
}

/** With more of them each key would cost as many renderings. */
const most = 5;
const mostReleases = 3;

/**
 * Values of chart-testing (`ci/*values*.yaml`), and those beside `values.yaml` that are named after an environment.
 * @param paths of all files of the chart, below its folder. @param releases of the chart that somebody deploys.
 */
export function scenariosOf(paths: readonly string[], releases: readonly Scenario[] = []): readonly Scenario[] {
  const over = paths.filter(isOver);
  return [
    { name: 'default values', over: undefined },
    ...over
      .sort()
      .slice(0, most)
      .map((path) => ({ name: path, over: { files: [path], set: undefined } })),
    ...releases.slice(0, mostReleases),
  ];
}

/** Whether a values file is for trials of the chart alone (chart-testing). */
export const isTrialPath = (path: string): boolean => path.startsWith('ci/');

/** Whether a path below a chart's folder is one of its templates or of a chart within it. */
export const isTemplatePath = (path: string): boolean => /^(?:charts\/[^/]+\/)*templates\//.test(path);
