/**
 * Renders a chart again and again while its templates are typed: a template is executed anew only after its own text changed, or one that it includes. What
 * fails hurts no other template, and what the chart does not hold or asks for is unknown.
 */
import type { Definition } from '../run/execute.ts';
import type { Chart } from './chart.ts';
import { processDependencies } from './dependencies.ts';
import {
  executed,
  isPart,
  parseError,
  type Refusal,
  type Renderable,
  type RenderedFile,
  type RenderOptions,
  refusalOf,
  type Stage,
  staged,
} from './render.ts';
import { treeOf } from './trees.ts';

/** What a chart makes, template by template. */
export interface Attempt {
  /** Those of templates that nothing changed for are the same objects as before. */
  readonly files: readonly RenderedFile[];
  /** Why a template makes nothing, by its path below the root chart's folder. */
  readonly failed: ReadonlyMap<string, Refusal>;
}

/** What a template made last, and of what. */
interface Known {
  readonly text: string;
  readonly uses: ReadonlyMap<string, Definition['nodes'] | undefined>;
  readonly made: RenderedFile | Refusal | undefined;
}

/** One chart with one set of values. */
export class Renderer {
  /** The root chart with the subcharts that take part. */
  readonly chart: Chart;
  /** Paths below the root chart's folder, by the names of templates. */
  readonly paths: ReadonlyMap<string, string>;
  /** A template has changed the values, so that another attempt would not begin with the same ones. */
  isSpent = false;
  readonly #stage: Stage;
  readonly #known = new Map<string, Known>();

  /** @throws GoError where the values cannot be put together. */
  constructor(chart: Chart, options: RenderOptions) {
    this.#stage = staged(processDependencies(chart, options.values), options, true);
    this.chart = this.#stage.chart;
    this.paths = new Map(this.#stage.all.map(({ name, path }) => [name, path]));
  }

  /** @param textOf the present text of a template, by its path. Never throws for what a chart holds. */
  attempt(textOf: (path: string) => string | undefined): Attempt {
    const all = this.#stage.all.map((one) => ({ ...one, text: textOf(one.path) ?? one.text }));
    const execution = this.#stage.execution(all);
    const files: RenderedFile[] = [];
    const failed = new Map<string, Refusal>();
    for (const one of all) {
      let known = this.#known.get(one.name);
      const isSame = [...(known?.uses ?? [])].every(([name, nodes]) => execution.nodesOf(name) === nodes);
      if (known?.text !== one.text || !isSame) {
        execution.uses.clear();
        const made = madeBy(execution, one);
        const uses = new Map([...execution.uses].map((name) => [name, execution.nodesOf(name)] as const));
        known = { text: one.text, uses, made };
        this.#known.set(one.name, known);
      }
      const { made } = known;
      if (made !== undefined && 'reason' in made) failed.set(one.path, made);
      else if (made !== undefined) files.push(made);
    }
    this.isSpent ||= execution.hasChangedValues;
    return { files, failed };
  }
}

/** @returns undefined for what only other templates use. */
function madeBy(execution: ReturnType<Stage['execution']>, one: Renderable): RenderedFile | Refusal | undefined {
  const [problem] = treeOf(one.text).problems;
  try {
    if (problem !== undefined) throw parseError(one.name, problem);
    return isPart(one) ? undefined : executed(execution, one);
  } catch (error) {
    return refusalOf(error);
  }
}
