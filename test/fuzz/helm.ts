/**
 * Charts with values by chance, rendered by Helm's own engine (Go) and here: charts of our own, and the real ones of ../shared/corpora where these are there.
 * What is unknown here is not compared.
 */
import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { type ChartFile, loadChart } from '../../rules/model/template/chart/chart.ts';
import { renderChart } from '../../rules/model/template/chart/render.ts';
import { readValues } from '../../rules/model/template/chart/values-file.ts';
import { holdsUnknown } from '../../rules/model/template/value/text.ts';
import { type Dict, isDict, isList, type Value } from '../../rules/model/template/value/value.ts';
import { askGo } from '../oracle/go.ts';
import type { Random } from './random.ts';

/** What one rendering came to. */
type Outcome = 'equal' | 'unknown' | 'refused' | 'gave up' | 'wrong';

/** A chart to render. */
export interface NamedChart {
  readonly name: string;
  readonly files: readonly ChartFile[];
}

/** What a run came to; for what is wrong the chart, its values and the template. */
export interface HelmRun {
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly wrong: readonly string[];
}

/** What Helm makes of a chart; null where it fails. */
type Answer = Readonly<Record<string, string>> | null;

/** Renderings of one chart that are asked for in one go: large charts make megabytes each time. */
const atOnce = 40;

/** @throws when the program cannot be built. */
export function runHelm(charts: readonly NamedChart[], count: number, random: Random): HelmRun {
  const counts: Record<Outcome, number> = { equal: 0, unknown: 0, refused: 0, 'gave up': 0, wrong: 0 };
  const wrong: string[] = [];
  const each = Math.ceil(count / charts.length);
  for (const { name, files } of charts) {
    const defaults = readValues(files.find(({ path }) => path === 'values.yaml')?.text ?? '', 'values.yaml');
    for (let left = each; left > 0; left -= atOnce) {
      const values = Array.from({ length: Math.min(left, atOnce) }, () =>
        JSON.stringify(overridesOf(defaults, random)),
      );
      const questions = values.map((text, i) => ({ ...(i === 0 ? { files } : {}), values: text }));
      const answers = askGo<Answer>(new URL('../oracle/chart/', import.meta.url), questions);
      for (const [i, answer] of answers.entries()) {
        const [outcome, template] = compared(files, values[i] ?? '{}', answer);
        counts[outcome]++;
        if (outcome === 'wrong' || outcome === 'gave up') wrong.push(`${outcome}: ${name} ${values[i]} ${template}`);
      }
    }
  }
  return { counts, wrong };
}

function compared(files: readonly ChartFile[], values: string, answer: Answer): readonly [Outcome, string] {
  const options = { release: 'release', namespace: 'apps', kubernetesVersion: '1.34', emptyCluster: true };
  const made = renderChart(loadChart(files), { ...options, values: readValues(values, 'values') });
  if ('refused' in made) return [answer === null ? 'refused' : 'gave up', made.refused.reason];
  if (answer === null) return ['wrong', 'Helm refuses it'];
  let isUnknown = false;
  for (const { template, text } of made.files) {
    const own = text.toString();
    if (holdsUnknown(own)) isUnknown = true;
    else if (!isSame(own, answer[template] ?? '')) return ['wrong', template];
  }
  return [isUnknown ? 'unknown' : 'equal', ''];
}

/** Long lines are folded in other places, which changes nothing. */
function isSame(own: string, other: string): boolean {
  if (own === other) return true;
  const [a, b] = [own, other].map((text) => parseAllDocuments(text).map((document) => document.toJS() as unknown));
  return isDeepStrictEqual(a, b);
}

/** Some of a chart's values in another way. */
function overridesOf(defaults: Dict, random: Random): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  const paths = leavesOf(defaults);
  for (let left = 1 + random.below(5); left > 0 && paths.length > 0; left--) {
    const [path, value] = random.one(paths);
    let at = made;
    for (const key of path.slice(0, -1)) {
      const below = at[key];
      if (typeof below !== 'object' || below === null) at[key] = {};
      at = at[key] as Record<string, unknown>;
    }
    at[path.at(-1) ?? ''] = other(value, random);
  }
  return made;
}

type Leaf = readonly [path: readonly string[], value: Value];

function leavesOf(value: Value, path: readonly string[] = []): readonly Leaf[] {
  if (!isDict(value) || value.size === 0) return path.length === 0 ? [] : [[path, value]];
  return [...value].flatMap(([key, below]) => leavesOf(below, [...path, key]));
}

/** Mostly of the same kind: what is of another one is often refused by both. */
function other(value: Value, random: Random): unknown {
  if (random.percent(3)) return null;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return random.one([0, 1, 3, 8080, 1_000_000, 0.5]);
  if (isList(value)) return random.one<unknown>([[], ['x'], [{ name: 'x', value: 'y' }]]);
  if (isDict(value)) return random.one<unknown>([{}, { key: 'value' }, { enabled: true }]);
  return random.one(['', 'x', 'true', '1', 'a: b', 'two words', '# no comment', 'é']);
}
