/**
 * Where attack paths show in the texts: one mark for each edit that is proposed against them, and how far from outside workloads are that ways go through.
 * Marks are no findings: what is found hangs on no question about the cluster. They stand on facts, and count only as long as these are what the texts say.
 */
import type { Rule } from '../contract/rule.ts';
import type { Arrow } from '../facts/attack/arrows.ts';
import type { Cut } from '../facts/attack/edge.ts';
import type { Way } from '../facts/attack/fewest-edits.ts';
import type { Graph } from '../facts/attack/graph.ts';
import { wholeOf } from '../facts/attack/vertex.ts';
import { makingGraph, type Question, waysOf } from '../facts/attack/ways.ts';
import { inWords, sentenceOf } from '../facts/attack/words.ts';
import type { Fact, RelatedFact } from '../facts/fact.ts';
import type { WorkloadFact } from '../facts/kinds/workload.ts';
import { closedBy } from './attack-fixes.ts';
import { type Deployed, isClosedBy } from './attack-paths.ts';
import type { Workspace } from './workspace.ts';

interface Mark {
  /** What the text said of its fact. */
  readonly said: string | undefined;
}

/** A cause of ways. */
export interface CauseMark extends Mark {
  readonly cut: Cut;
  /** One sentence: `Opens 2 of 4 ways from outside: to the whole cluster in 3 steps.` */
  readonly says: string;
  /** The steps of the worst of these ways. */
  readonly steps: readonly RelatedFact[];
}

/** A workload that ways go through. */
export interface ReachedMark extends Mark {
  readonly workload: WorkloadFact;
  /** In a few words: `2 steps from outside, on 1 way to a node of the cluster`. */
  readonly says: string;
}

/** Marks, by the file that they stand in. */
export interface AttackMarks {
  readonly causes: ReadonlyMap<string, readonly CauseMark[]>;
  readonly reached: ReadonlyMap<string, readonly ReachedMark[]>;
}

/**
 * @param all what is deployed together, once for each way to deploy something.
 * @yields between slices, so that the caller can look whether to go on.
 */
export function* markingPaths(
  workspace: Workspace,
  all: readonly Deployed[],
  question: Question,
): Generator<undefined, AttackMarks, void> {
  const causes = new Map<string, CauseMark>();
  const reached = new Map<string, ReachedMark>();
  for (const { facts } of all) {
    yield;
    const graph = yield* makingGraph(facts);
    yield;
    const { ways, edits } = waysOf(graph, question);
    for (const { cut } of edits) {
      const mark = causeOf(workspace, graph, ways, cut);
      if (mark !== undefined && !causes.has(cut.id)) causes.set(cut.id, mark);
    }
    for (const { workload, id } of graph.terrain.footholds) {
      const key = `${workload.ref.file}#${workload.ref.ordinal}`;
      const says = reachOf(graph, ways, id);
      if (says !== undefined && !reached.has(key))
        reached.set(key, { workload, says, said: saidOf(workspace, workload) });
    }
  }
  return {
    causes: byFile([...causes.values()], ({ cut }) => cut.fact),
    reached: byFile([...reached.values()], ({ workload }) => workload),
  };
}

function causeOf(workspace: Workspace, graph: Graph, ways: readonly Way[], cut: Cut): CauseMark | undefined {
  const closed = ways.filter((way) => isClosedBy(way, cut.id));
  const [worst] = closed;
  if (worst === undefined) return undefined;
  const many = ways.length === 1 ? 'the only way' : `${closed.length} of ${ways.length} ways`;
  const { terrain } = graph;
  return {
    cut,
    said: saidOf(workspace, cut.fact),
    says: `Opens ${many} from outside: to ${inWords(terrain, worst.target)} in ${steps(taken(worst.arrows))}.`,
    steps: worst.arrows.flatMap(({ step }) =>
      step?.at === undefined ? [] : [{ ...step.at, message: `${sentenceOf(terrain, step)}.` }],
    ),
  };
}

/** In a few words how far from outside a workload is that ways lead on from; undefined where none does. */
function reachOf(graph: Graph, ways: readonly Way[], id: string): string | undefined {
  const isHere = ({ to }: Arrow): boolean => wholeOf(graph.names[to] ?? '') === id;
  const through = ways.filter(({ arrows }) => arrows.slice(0, -1).some(isHere));
  const [worst] = through;
  if (worst === undefined) return undefined;
  const nearest = Math.min(...through.map(({ arrows }) => taken(arrows.slice(0, arrows.findIndex(isHere) + 1))));
  const many = through.length === 1 ? '1 way' : `${through.length} ways`;
  return `${steps(nearest)} from outside, on ${many} to ${inWords(graph.terrain, worst.target)}`;
}

function byFile<M>(marks: readonly M[], factOf: (mark: M) => Fact): ReadonlyMap<string, readonly M[]> {
  const found = new Map<string, M[]>();
  for (const mark of marks) {
    const { file } = factOf(mark).ref;
    const known = found.get(file);
    if (known === undefined) found.set(file, [mark]);
    else known.push(mark);
  }
  return found;
}

/** How many of the arrows are steps: the others follow from a name. */
const taken = (arrows: Way['arrows']): number => arrows.filter(({ step }) => step !== undefined).length;

const steps = (number: number): string => (number === 1 ? '1 step' : `${number} steps`);

/** What the text of a file says of a fact at the moment; undefined where it says nothing any more. */
function saidOf(workspace: Workspace, { ref }: Fact): string | undefined {
  let before = 0;
  for (const { unit } of workspace.record(ref.file)?.units ?? []) {
    const extracted = unit.extracted[ref.ordinal - before];
    if (extracted !== undefined) return JSON.stringify(extracted.fact);
    before += unit.extracted.length;
  }
  return undefined;
}

/** Whether the text says still what it said when the mark was made. */
export const isCurrent = (workspace: Workspace, mark: CauseMark | ReachedMark): boolean =>
  mark.said !== undefined && saidOf(workspace, 'cut' in mark ? mark.cut.fact : mark.workload) === mark.said;

/** Whether a finding of a rule mends what a mark is about, so that it tells of the ways itself. */
export const tellsOf = (rule: Rule | undefined, { cut }: CauseMark): boolean => closedBy(rule).includes(cut.kind);
