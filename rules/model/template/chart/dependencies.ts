/**
 * Which subcharts take part, under which names, and which values they hand up. Source: helm.sh/helm/v4, pkg/chart/v2/util/dependencies.go, and
 * `CheckDependencies` of pkg/action.
 */
import { parseVersion, satisfies } from '../functions/semver.ts';
import { GoError } from '../value/errors.ts';
import { printed } from '../value/print.ts';
import { type Dict, deepCopy, isDict, type Value } from '../value/value.ts';
import type { Chart, Dependency } from './chart.ts';
import { coalesced, coalesceTables } from './coalesce.ts';

/** @throws GoError that names what `Chart.yaml` asks for and no folder holds. */
export function checkDependencies({ wanted, dependencies }: Chart): void {
  const missing = wanted.map(({ name }) => name).filter((name) => !dependencies.some((chart) => chart.name === name));
  if (missing.length > 0)
    throw new GoError(`found in Chart.yaml, but missing in charts/ directory: ${[...new Set(missing)].join(', ')}`);
}

/** Names, or aliases, of charts that take part in one but lie in no folder: `helm dependency build` would fetch them. @param chart as it is processed. */
export const missingIn = ({ wanted, dependencies }: Chart): readonly string[] => [
  ...new Set(wanted.map(({ name }) => name).filter((name) => !dependencies.some((chart) => chart.name === name))),
];

/** The chart with the subcharts that its values enable, and with the values that these hand up. */
export function processDependencies(chart: Chart, values: Dict): Chart {
  return withImports(withEnabled(chart, values, ''));
}

function isCompatible(range: string, version: string): boolean {
  const parsed = parseVersion(version);
  try {
    return parsed !== undefined && satisfies(parsed, range);
  } catch (error) {
    if (error instanceof GoError) return false;
    throw error;
  }
}

function withEnabled(chart: Chart, values: Dict, path: string): Chart {
  const { wanted } = chart;
  if (wanted.length === 0) return chart;
  const unasked = chart.dependencies.filter(
    (one) => !wanted.some(({ name, version }) => one.name === name && isCompatible(version, one.version)),
  );
  const asked = wanted.flatMap((want) => aliased(chart.dependencies, want));
  const all: Chart = {
    ...chart,
    dependencies: [...unasked, ...asked],
    wanted: wanted.map(({ alias, ...want }) => ({ ...want, name: alias === '' ? want.name : alias, alias })),
  };
  const current = coalesced(all, values);
  const disabled = new Set(all.wanted.filter((want) => !isEnabled(want, current, path)).map(({ name }) => name));
  const kept = all.dependencies.filter(({ name }) => !disabled.has(name));
  return {
    ...all,
    wanted: all.wanted.filter(({ name }) => !disabled.has(name)),
    dependencies: kept.map((one) => withEnabled(one, current, `${path}${one.name}.`)),
  };
}

/** The chart that is meant, under its alias. */
function aliased(charts: readonly Chart[], { name, version, alias }: Dependency): Chart[] {
  const found = charts.find((chart) => chart.name === name && isCompatible(version, chart.version));
  if (found === undefined) return [];
  if (alias === '') return [found];
  return [{ ...found, name: alias, metadata: new Map(found.metadata).set('Name', alias) }];
}

/** A condition decides before tags; the first of its paths that is a boolean. */
function isEnabled({ condition, tags }: Dependency, values: Dict, path: string): boolean {
  for (const part of condition.trim().split(',')) {
    if (part === '') continue;
    const value = valueAt(values, `${path}${part}`.split('.'));
    if (typeof value === 'boolean') return value;
  }
  const all = values.get('tags');
  const said = isDict(all) ? tags.map((tag) => all.get(tag)).filter((tag) => typeof tag === 'boolean') : [];
  return said.length === 0 || said.includes(true);
}

function valueAt(values: Dict, path: readonly string[]): Value {
  let at: Value = values;
  for (const key of path) {
    if (!isDict(at)) return undefined;
    at = at.get(key);
  }
  return at;
}

function withImports(chart: Chart): Chart {
  const whole = { ...chart, dependencies: chart.dependencies.map(withImports) };
  if (whole.wanted.length === 0) return whole;
  const current = coalesced(whole, new Map(), true);
  let handed: Dict = new Map();
  for (const { name, importValues } of whole.wanted) {
    for (const value of importValues) {
      const child = isDict(value) ? printed(value.get('child')) : `exports.${printed(value)}`;
      const parent = isDict(value) ? printed(value.get('parent')) : '.';
      const table = valueAt(current, [name, ...child.split('.')]);
      if (isDict(table)) handed = coalesceTables(handed, below(parent, deepCopy(table) as Dict), true);
    }
  }
  return { ...whole, values: coalesceTables(deepCopy(current) as Dict, handed, true) };
}

function below(path: string, table: Dict): Dict {
  if (path === '.') return table;
  return path.split('.').reduceRight<Dict>((inner, key) => new Map([[key, inner]]), table);
}
