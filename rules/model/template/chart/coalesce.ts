/**
 * Values as Helm puts them together: a chart's defaults below what its parents and the user say, `global` in each. Source: helm.sh/helm/v4, the file
 * pkg/chart/common/util/coalesce.go. The first map wins and is changed.
 */
import { GoError } from '../value/errors.ts';
import { type Dict, deepCopy, isDict, isNil, typeOf } from '../value/value.ts';

/** What is asked of a chart here. */
interface Chart {
  readonly name: string;
  readonly values: Dict;
  readonly dependencies: readonly Chart[];
}

/** @param merge null stays null, as dependencies are worked out; else it deletes what it stands over. */
export function coalesced(chart: Chart, values: Dict, merge = false): Dict {
  const made = deepCopy(values) as Dict;
  coalesceChart(chart, made, merge);
  return made;
}

function coalesceChart(chart: Chart, into: Dict, merge: boolean): void {
  coalesceDefaults(chart, into, merge);
  for (const dependency of chart.dependencies) {
    const before = into.get(dependency.name);
    if (before !== undefined && !isDict(before))
      throw new GoError(`type mismatch on ${dependency.name}: ${typeOf(before)}`);
    const below: Dict = before ?? new Map();
    into.set(dependency.name, below);
    coalesceGlobals(below, into);
    coalesceChart(dependency, below, merge);
  }
}

function coalesceGlobals(into: Dict, from: Dict): void {
  const own = into.get('global') ?? new Map();
  const above = from.get('global') ?? new Map();
  if (!isDict(own) || !isDict(above)) return;
  for (const [key, value] of above) {
    const before = own.get(key);
    if (isDict(value)) {
      const copy: Dict = new Map(value);
      if (before === undefined) own.set(key, copy);
      else if (isDict(before)) {
        coalesceTables(copy, before, true);
        own.set(key, copy);
      }
    } else if (!isDict(before)) own.set(key, value);
  }
  into.set('global', own);
}

function coalesceDefaults(chart: Chart, into: Dict, merge: boolean): void {
  const defaults = deepCopy(chart.values) as Dict;
  for (const [key, value] of defaults) {
    const given = into.get(key);
    if (given === undefined) {
      if (!merge) {
        if (isNil(value)) continue;
        if (isDict(value)) cleanNil(value);
      }
      into.set(key, value);
    } else if (given === null) {
      if (!merge) into.delete(key);
    } else if (isDict(given) && isDict(value)) {
      const keeps = merge || chart.dependencies.some(({ name }) => name === key);
      if (!keeps) cleanNil(value);
      coalesceTables(given, value, keeps);
    }
  }
}

/** Puts into the first map what it lacks. */
export function coalesceTables(into: Dict, from: Dict, merge: boolean): Dict {
  const said = new Set([...from].filter(([, value]) => !isNil(value)).map(([key]) => key));
  for (const [key, value] of into) if (value === null) from.set(key, null);
  for (const [key, value] of from) {
    const given = into.get(key);
    if (given === null && !merge && said.has(key)) into.delete(key);
    else if (given === undefined) into.set(key, value);
    else if (isDict(value) && isDict(given)) coalesceTables(given, value, merge);
  }
  return into;
}

function cleanNil(dict: Dict): void {
  for (const [key, value] of dict) {
    if (isNil(value)) dict.delete(key);
    else if (isDict(value)) cleanNil(value);
  }
}

/** Values files and `--set` one over the other: maps merge, all else replaces, null stays (pkg/cli/values, `MergeMaps`). */
export function overlaid(below: Dict, above: Dict): Dict {
  const made: Dict = new Map(below);
  for (const [key, value] of above) {
    const before = made.get(key);
    made.set(key, isDict(value) && isDict(before) ? overlaid(before, value) : value);
  }
  return made;
}
