/**
 * What a person is shown of attack paths to act on: the edits that close them, each with the fix that makes it, and the ways as their proof. Works in slices,
 * so that whoever asked may stop. Must not know who shows it, nor disks.
 */
import type { Rule } from '../contract/rule.ts';
import type { Cut } from '../facts/attack/edge.ts';
import type { Edit, Way } from '../facts/attack/fewest-edits.ts';
import type { Graph } from '../facts/attack/graph.ts';
import { type Answer, makingGraph, type Question, waysOf } from '../facts/attack/ways.ts';
import { isRefusal } from '../yaml/change.ts';
import { type EditFix, makeEdit, type NotMade } from './attack-fixes.ts';
import {
  type Deployed,
  isClosedBy,
  type Path,
  type PathReport,
  type Placed,
  type Placing,
  pathOf,
} from './attack-paths.ts';
import { hash } from './findings/finding.ts';
import type { Workspace } from './workspace.ts';

/** A path, with what tells it from its like in variants of the same objects. */
export interface PlannedPath<File> extends Path<File> {
  readonly id: string;
}

/** An edit that may be chosen. */
export interface Choice<File> extends Placed<File> {
  /** The same while the file's object and the edit are. */
  readonly id: string;
  readonly edit: string;
  /** Ids of the paths that it closes by itself. */
  readonly closes: readonly string[];
  /** The fix that makes it. */
  readonly fix?: EditFix;
  /** Why no fix does; in words. */
  readonly unmade?: string;
}

/** An edit that is not proposed, since its author accepts what it mends. */
export interface Accepted<File> extends Placed<File> {
  readonly edit: string;
  /** As the author wrote it. */
  readonly reason: string;
}

/** What is shown. */
export interface Plan<File> extends Omit<PathReport<File>, 'paths' | 'edits'> {
  readonly paths: readonly PlannedPath<File>[];
  /** One of each closes all; the first is proposed. */
  readonly edits: readonly { readonly choices: readonly Choice<File>[] }[];
  readonly accepted: readonly Accepted<File>[];
}

/** Most edits of which each may stand in the place of another that are shown, and most turns without what is accepted. */
const [mostChoices, mostTurns] = [4, 5];

/**
 * @param workspace a copy that may be given texts. @param rules by id.
 * @yields the path of a file whose text is needed next, which the host gives to the workspace; undefined between slices. The host may end at each.
 */
export function* planning<File extends object>(
  workspace: Workspace,
  deployed: Deployed,
  question: Question,
  rules: ReadonlyMap<string, Rule>,
  place: Placing<File>,
): Generator<string | undefined, Plan<File>, void> {
  const graph = yield* makingGraph(deployed.facts);
  const fixes = new Map<string, EditFix | NotMade>();
  const accepted = new Map<string, Accepted<File>>();
  let answer: Answer;
  let turn = 0;
  do {
    answer = waysOf(graph, { ...question, kept: new Set(accepted.keys()) });
    for (const cut of answer.edits.flatMap(choicesOf)) {
      if (fixes.has(cut.id)) continue;
      yield cut.fact.ref.file;
      const made = makeEdit(workspace, deployed, cut, rules);
      // What was made takes much room.
      fixes.set(cut.id, isRefusal(made) ? made : made.fix);
      if (isRefusal(made) && made.accepted !== undefined)
        accepted.set(cut.id, { edit: cut.edit, reason: made.accepted, ...place(cut) });
    }
  } while (answer.edits.flatMap(choicesOf).some(({ id }) => accepted.has(id)) && ++turn < mostTurns);
  return planOf(graph, question, answer, fixes, place, [...accepted.values()]);
}

const choicesOf = ({ cut, equals }: Edit): readonly Cut[] => [cut, ...equals].slice(0, mostChoices);

function planOf<File extends object>(
  graph: Graph,
  question: Question,
  answer: Answer,
  fixes: ReadonlyMap<string, EditFix | NotMade>,
  place: Placing<File>,
  accepted: Plan<File>['accepted'],
): Plan<File> {
  const told = pathOf(graph, question, place);
  const idOf = idOfWay(graph);
  const choice = (cut: Cut): Choice<File> => {
    const fix = fixes.get(cut.id);
    return {
      id: idOfEdit(cut),
      edit: cut.edit,
      closes: answer.ways.filter((way) => isClosedBy(way, cut.id)).map(idOf),
      ...(fix === undefined ? {} : isRefusal(fix) ? { unmade: fix.refused } : { fix }),
      ...place(cut),
    };
  };
  return {
    paths: answer.ways.map((way) => ({ id: idOf(way), ...told(way) })),
    more: answer.isCut,
    // What a fix makes goes before what somebody has to write.
    edits: answer.edits.map((edit) => ({
      choices: choicesOf(edit)
        .map(choice)
        .sort((a, b) => Number(a.fix === undefined) - Number(b.fix === undefined)),
    })),
    accepted,
    fewest: answer.isFewest,
    uncloseable: answer.uncloseable,
    assumedOnly: answer.assumedOnly,
  };
}

/** Of an edit: says nothing of where files lie. */
export const idOfEdit = ({ id }: Cut): string => hash(id);

/** Of a way: variants of the same objects have the same steps, which other edits take away. */
export const idOfWay =
  ({ names }: Graph) =>
  ({ arrows, target }: Way): string =>
    hash(
      [
        target,
        ...arrows.map((arrow) =>
          [names[arrow.from], arrow.step?.edge, names[arrow.to], ...(arrow.step?.cuts ?? []).map(({ id }) => id)].join(
            ' ',
          ),
        ),
      ].join('\n'),
    );

/** Several plans as one: what is deployed in several ways, such as a base in two overlays, is told once. */
export function joinedPlans<File>(plans: readonly Plan<File>[]): Plan<File> {
  const [only, ...others] = plans;
  if (only !== undefined && others.length === 0) return only;
  const sum = (of: (plan: Plan<File>) => number): number => plans.reduce((total, plan) => total + of(plan), 0);
  const edits = new Map<string, Plan<File>['edits'][number]>();
  for (const { choices } of plans.flatMap((plan) => plan.edits)) {
    const key = choices[0]?.id ?? '';
    const known = edits.get(key)?.choices ?? [];
    const closing = (id: string): readonly string[] => known.find((one) => one.id === id)?.closes ?? [];
    edits.set(key, {
      choices: choices.map((one) => ({ ...one, closes: [...new Set([...closing(one.id), ...one.closes])] })),
    });
  }
  return {
    paths: [...new Map(plans.flatMap(({ paths }) => paths.map((path) => [path.id, path]))).values()],
    more: plans.some(({ more }) => more),
    edits: [...edits.values()].sort((a, b) => closesOf(b) - closesOf(a)),
    accepted: [...new Map(plans.flatMap((plan) => plan.accepted.map((one) => [JSON.stringify(one), one]))).values()],
    fewest: plans.every(({ fewest }) => fewest),
    uncloseable: sum(({ uncloseable }) => uncloseable),
    assumedOnly: sum(({ assumedOnly }) => assumedOnly),
  };
}

const closesOf = ({ choices }: Plan<unknown>['edits'][number]): number => choices[0]?.closes.length ?? 0;
