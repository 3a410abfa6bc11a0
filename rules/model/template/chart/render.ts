/**
 * Renders a chart as `helm template` does: values, subcharts, the templates of all of them in one set. Source: helm.sh/helm/v4, pkg/engine/engine.go.
 * Knows no disk and no Kubernetes.
 */

import { basePath } from '../functions/paths.ts';
import { parseVersion, satisfies } from '../functions/semver.ts';
import { type Bounds, Budget, usualBounds } from '../run/budget.ts';
import { type Definition, Execution, withoutNoValue } from '../run/execute.ts';
import { isEmpty } from '../syntax/parser.ts';
import type { Tree } from '../syntax/tree.ts';
import { GoError, LimitError, TemplateError } from '../value/errors.ts';
import type { Text } from '../value/text.ts';
import { type Dict, isDict, isList, PartialDict, Unknown, type Value, ValuesDict } from '../value/value.ts';
import type { Chart } from './chart.ts';
import { coalesced } from './coalesce.ts';
import { checkDependencies, missingIn, processDependencies } from './dependencies.ts';
import { capabilities, filesObject, release } from './objects.ts';
import { schemaProblem } from './schema.ts';
import { treeOf } from './trees.ts';

/** What `helm template` is told besides the chart. */
export interface RenderOptions {
  /** What the user sets over the chart's values. */
  readonly values: Dict;
  readonly release: string;
  readonly namespace: string;
  /** Such as `1.34`. */
  readonly kubernetesVersion: string;
  readonly bounds?: Bounds;
  /** The cluster holds nothing yet, as `helm template` has it; else nobody knows what it holds. */
  readonly emptyCluster?: boolean;
}

/** What all templates of a chart are executed with. */
export interface Stage {
  readonly all: readonly Renderable[];
  readonly chart: Chart;
  /** An execution of templates, those of the stage or others in their place. @throws TemplateError where one cannot be read and may not be left out. */
  readonly execution: (all: readonly Renderable[]) => Execution;
}

/** What one template makes, with the place that each part of its text comes from. */
export interface RenderedFile {
  /** As Helm names it: the chart's name, `charts/` and subcharts, the path below. */
  readonly template: string;
  /** Below the folder of the root chart. */
  readonly path: string;
  readonly text: Text;
}

/** Why nothing is rendered: Helm's own error, or what stops us alone. */
export interface Refusal {
  readonly reason: string;
  /** The template and the UTF-16 offset in it, where there is one. */
  readonly at?: { readonly template: string; readonly offset: number };
}

/** All files of a chart, or why Helm would refuse it, or why it is given up here. */
export type Rendering = { readonly files: readonly RenderedFile[] } | { readonly refused: Refusal };

/** A template with all that it is executed with. */
export interface Renderable {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly data: Dict;
  readonly folder: string;
}

/** What is the same for all charts. */
interface Shared {
  readonly Capabilities: Value;
  readonly Release: Value;
  readonly origins: WeakMap<object, readonly string[]>;
}

/**
 * Renders a chart and the charts within it, as `helm template` does without a cluster.
 * @returns the files, templates without output among them; a refusal where a template, the values or a bound forbid it. Never throws for what a chart holds.
 */
export function renderChart(chart: Chart, options: RenderOptions): Rendering {
  try {
    return { files: rendered(chart, options) };
  } catch (error) {
    return { refused: refusalOf(error) };
  }
}

/** An error as a refusal. @throws what is not about the chart. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof TemplateError) return { reason: error.message, at: error };
  if (error instanceof GoError || error instanceof LimitError) return { reason: error.message };
  if (error instanceof RangeError) return { reason: 'its templates are nested too deeply' };
  throw error;
}

function rendered(given: Chart, options: RenderOptions): RenderedFile[] {
  if (given.isLibrary) throw new GoError('library charts are not installable');
  checkDependencies(given);
  const chart = processDependencies(given, options.values);
  checkKubernetes(chart, options.kubernetesVersion);
  checkSchemas(chart, coalesced(chart, options.values));
  const { all, execution } = staged(chart, options, false);
  const run = execution(all);
  return all.filter((one) => !isPart(one)).map((one) => executed(run, one));
}

/** Puts values together, and templates in Helm's order. @param lenient templates that cannot be read are left out. @throws GoError */
export function staged(chart: Chart, options: RenderOptions, lenient: boolean): Stage {
  const values = coalesced(chart, options.values);
  if (lenient) leaveOpen(chart, values);
  const origins = new WeakMap<object, readonly string[]>();
  remember(values, [], origins);
  const shared = {
    Capabilities: capabilities(options.kubernetesVersion, lenient),
    Release: release(options.release, options.namespace),
    origins,
  };
  const all: Renderable[] = [];
  collect(chart, chart.name, values, true, shared, all);
  all.sort((a, b) => depth(b.name) - depth(a.name) || (a.name < b.name ? 1 : -1));
  const { emptyCluster, bounds = usualBounds } = options;
  const execution = (some: readonly Renderable[]): Execution =>
    new Execution(definitionsOf(some, lenient), new Budget(bounds), origins, { emptyCluster, lenient });
  return { all, chart, execution };
}

/** What charts that lie in no folder set for themselves is unknown. */
function leaveOpen(chart: Chart, values: Dict): void {
  for (const name of missingIn(chart)) {
    const given = values.get(name);
    values.set(name, new PartialDict(isDict(given) ? given : new Map(), missingChart(name)));
  }
  for (const dependency of chart.dependencies) {
    const below = values.get(dependency.name);
    if (isDict(below)) leaveOpen(dependency, below);
  }
}

const missingChart = (name: string): string => `the chart ${name}, which is not in charts/`;

/** Whether only other templates use it. */
export const isPart = ({ name }: Renderable): boolean => basePath(name).startsWith('_');

/** What one template makes. @throws TemplateError, LimitError */
export function executed(execution: Execution, { name, path, data, folder }: Renderable): RenderedFile {
  data.set(
    'Template',
    new Map([
      ['Name', name],
      ['BasePath', `${folder}/templates`],
    ]),
  );
  return { template: name, path, text: withoutNoValue(execution.run(name, data)) };
}

const depth = (path: string): number => path.split('/').length;

/** @throws GoError where the chart asks for another version. */
function checkKubernetes({ kubeVersion }: Chart, version: string): void {
  if (kubeVersion === '') return;
  const known = parseVersion(version.replace(/^v?(\d+\.\d+)$/, '$1.0'));
  if (known === undefined || !satisfies(known, kubeVersion))
    throw new GoError(
      `chart requires kubeVersion: ${kubeVersion} which is incompatible with Kubernetes v${version.replace(/^v/, '')}`,
    );
}

/** @throws GoError where values are not as a chart's schema wants them. */
function checkSchemas(chart: Chart, values: Dict): void {
  if (chart.schema !== undefined) {
    const problem = schemaProblem(chart.schema, values);
    if (problem !== undefined)
      throw new GoError(
        `values don't meet the specifications of the schema(s) in the following chart(s): ${chart.name}: ${problem}`,
      );
  }
  for (const dependency of chart.dependencies) {
    const below = values.get(dependency.name);
    if (isDict(below)) checkSchemas(dependency, below);
  }
}

function remember(value: Value, path: readonly string[], origins: WeakMap<object, readonly string[]>): void {
  if (!isDict(value) && !isList(value)) return;
  origins.set(value, path);
  for (const [key, item] of value.entries()) remember(item, [...path, String(key)], origins);
}

/** What a chart's templates see as `.Values`: of a type of its own, with the maps of all. */
function ownValues(values: Dict, { origins }: Shared): Dict {
  const made = new ValuesDict(values);
  const path = origins.get(values);
  if (path !== undefined) origins.set(made, path);
  return made;
}

/** The templates of a chart and its subcharts, each with what its dot is. */
function collect(
  chart: Chart,
  folder: string,
  values: Dict,
  isRoot: boolean,
  shared: Shared,
  into: Renderable[],
): Dict {
  const subcharts: Dict = new Map();
  const data: Dict = new Map<string, Value>([
    ['Chart', new Map(chart.metadata).set('IsRoot', isRoot)],
    ['Files', filesObject(chart.files)],
    ['Release', shared.Release],
    ['Capabilities', shared.Capabilities],
    ['Values', ownValues(values, shared)],
    ['Subcharts', subcharts],
  ]);
  for (const name of missingIn(chart))
    if (values.get(name) instanceof PartialDict) subcharts.set(name, new Unknown(missingChart(name)));
  for (const dependency of chart.dependencies) {
    const below = values.get(dependency.name);
    subcharts.set(
      dependency.name,
      collect(
        dependency,
        `${folder}/charts/${dependency.name}`,
        isDict(below) ? below : new Map(),
        false,
        shared,
        into,
      ),
    );
  }
  for (const { path, text } of chart.templates) {
    if (chart.isLibrary && !basePath(path).startsWith('_')) continue;
    into.push({ name: `${folder}/${path}`, path: `${chart.folder}${path}`, text, data, folder });
  }
  return data;
}

/** All templates by name: of several with one name the last one read counts, unless it is empty. */
function definitionsOf(all: readonly Renderable[], lenient: boolean): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  const add = (name: string, definition: Definition): void => {
    if (!definitions.has(name) || !isEmpty(definition.nodes)) definitions.set(name, definition);
  };
  for (const { name, text } of all) {
    const { root, defines, problems } = treeOf(text);
    const [problem] = problems;
    if (problem !== undefined && !lenient) throw parseError(name, problem);
    for (const [defined, nodes] of defines) add(defined, { nodes, text: name });
    add(name, { nodes: root, text: name });
  }
  return definitions;
}

/** The first thing that is wrong in a template, as Helm says it. */
export const parseError = (name: string, problem: Tree['problems'][number]): TemplateError =>
  new TemplateError(`parse error: ${problem.message}`, name, problem.start);
