/** Attack paths with their places in texts, for hosts to show: facts become ranges of files here, as they do for a blast radius. */
import { assumedBy } from '../facts/attack/arrows.ts';
import { type Assumption, assumptions, moved, type Step } from '../facts/attack/edge.ts';
import type { Way } from '../facts/attack/fewest-edits.ts';
import type { Graph } from '../facts/attack/graph.ts';
import { isPlaced, openNetwork, outside, wholeOf } from '../facts/attack/vertex.ts';
import { graphOfFacts, type Question, waysOf } from '../facts/attack/ways.ts';
import { inWords, sentenceOf, techniquesOf } from '../facts/attack/words.ts';
import type { Fact } from '../facts/fact.ts';
import type { Facts } from '../facts/index.ts';
import { factsWithin } from '../facts/within.ts';
import type { Position } from '../text/source.ts';
import { hash } from './findings/finding.ts';
import type { Workspace } from './workspace.ts';

/** A place in a file. `File` says which file it is in, as the host names files. */
export type Place<File> = File & {
  /** Zero-based, in UTF-16 code units, as in LSP. */
  readonly range: { readonly start: Position; readonly end: Position };
};

/** A step of a path. */
export interface PathStep<File> {
  /** Which row of the table: `api.exec`. */
  readonly edge: string;
  readonly from: string;
  readonly to: string;
  /** One sentence. */
  readonly says: string;
  readonly techniques: string;
  readonly assumes: readonly string[];
  /** Left out for what no line of these files says. */
  readonly at?: Place<File>;
}

/** A path from an entry to a target. */
export interface Path<File> {
  readonly from: string;
  readonly to: string;
  /** The target in words. */
  readonly target: string;
  readonly steps: readonly PathStep<File>[];
  /** Each once, in words. */
  readonly assumes: readonly string[];
  /** The same while names and causes are; lines do not count. */
  readonly fingerprint: string;
}

/** An edit that closes paths. */
export interface PathEdit<File> {
  readonly edit: string;
  /** Fingerprints of the paths that it closes by itself. */
  readonly closes: readonly string[];
  /** Edits that do the same. */
  readonly equals: readonly string[];
  readonly at?: Place<File>;
}

/** What is told of a scope. */
export interface PathReport<File> {
  readonly paths: readonly Path<File>[];
  /** There are more paths than these. */
  readonly more: boolean;
  readonly edits: readonly PathEdit<File>[];
  /** Fewer edits do not close all. */
  readonly fewest: boolean;
  /** Paths that no edit of these files closes. */
  readonly uncloseable: number;
  /** Pairs of entry and target that more has to be assumed for. */
  readonly assumedOnly: number;
}

/** What is deployed together. */
export interface Deployed {
  readonly facts: Facts;
  /** Paths; undefined for all files. */
  readonly files: ReadonlySet<string> | undefined;
}

/** Everything that is deployed together, one for each way to deploy something; all files where they do not tell. The same as before while no fact changes. */
export function deployedIn(workspace: Workspace): readonly Deployed[] {
  // Finds out what belongs together, where a file changed that.
  for (const path of workspace.paths()) if (workspace.units(path).length > 0) break;
  const facts = workspace.facts();
  const known = deployed.get(facts);
  if (known !== undefined) return known;
  const units = new Set([...workspace.paths()].flatMap((path) => workspace.units(path)));
  const found =
    units.size < 2
      ? [{ facts, files: undefined }]
      : [...units]
          .sort((a, b) => (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : b.files.size - a.files.size))
          .map(({ files }): Deployed => ({ facts: factsWithin(facts, files), files }))
          .filter((one) => one.facts.byKind.workload.length + one.facts.byKind.binding.length > 0);
  deployed.set(facts, found);
  return found;
}

const deployed = new WeakMap<Facts, readonly Deployed[]>();

/** @param fileOf how the host names the file of a path. @param facts of the scope that is asked about. */
export function attackPaths<File extends object>(
  workspace: Workspace,
  facts: Facts,
  question: Question,
  fileOf: (path: string) => File,
): PathReport<File> {
  const graph = graphOfFacts(facts);
  const answer = waysOf(graph, question);
  const place = placing(workspace, fileOf);
  return {
    paths: answer.ways.map(pathOf(graph, question, place)),
    more: answer.isCut,
    edits: answer.edits.map(({ cut, equals }) => ({
      edit: cut.edit,
      closes: answer.ways.filter((way) => isClosedBy(way, cut.id)).map(fingerprintOf),
      equals: equals.map(({ edit }) => edit),
      ...place(cut),
    })),
    fewest: answer.isFewest,
    uncloseable: answer.uncloseable,
    assumedOnly: answer.assumedOnly,
  };
}

/** Where something is written, as hosts get it. */
export type Placing<File> = (at: { readonly fact: Fact; readonly place: string } | undefined) => Placed<File>;

/** Left out for what no line of these files says. */
export interface Placed<File> {
  readonly at?: Place<File>;
}

/** @param fileOf how the host names the file of a path. @returns what finds places in the texts as they are. */
export function placing<File extends object>(workspace: Workspace, fileOf: (path: string) => File): Placing<File> {
  return (at) => {
    const found =
      at === undefined ? undefined : (workspace.locate(at.fact.ref, at.place) ?? workspace.locate(at.fact.ref, 'name'));
    const lines = found === undefined ? undefined : workspace.lines(found.path);
    if (found === undefined || lines === undefined) return {};
    const range = { start: lines.positionAt(found.span.start), end: lines.positionAt(found.span.end) };
    return { at: { ...fileOf(found.path), range } };
  };
}

/** @returns what tells a way of a graph in sentences. */
export function pathOf<File extends object>(
  graph: Graph,
  question: Question,
  place: Placing<File>,
): (way: Way) => Path<File> {
  const { terrain } = graph;
  const known = new Set(question.known);
  const unsettled = (assumed: readonly Assumption[]): readonly string[] =>
    assumed.flatMap((one) => (known.has(one) ? [] : [assumptions[one]]));
  return (way) => ({
    from: question.from === outside ? outside : way.entry,
    to: way.target,
    target: inWords(terrain, way.target),
    steps: named(graph, way).flatMap((step) =>
      step === undefined
        ? []
        : [
            {
              ...{ edge: step.edge, from: step.from, to: step.to, says: sentenceOf(terrain, step) },
              techniques: techniquesOf(step.edge),
              assumes: unsettled(step.assumes),
              ...place(step.at),
            },
          ],
    ),
    assumes: unsettled(assumedBy(way.mask)),
    fingerprint: fingerprintOf(way),
  });
}

/** The steps of a way; who comes over the open network is named, since others do, too. */
const named = ({ names }: Graph, { arrows }: Way): readonly (Step | undefined)[] =>
  arrows.map(({ step }, i) =>
    step?.from === openNetwork ? moved(step, { from: wholeOf(names[arrows[i - 1]?.from ?? -1] ?? step.from) }) : step,
  );

/** Whether an edit takes away a step of a way. @param id of the edit. */
export const isClosedBy = ({ arrows }: Way, id: string): boolean =>
  arrows.some(({ step }) => step?.cuts.some((cut) => cut.id === id));

function fingerprintOf({ arrows, target }: Way): string {
  const steps = arrows.flatMap(({ step }) => {
    if (step === undefined) return [];
    const { edge, from, to, at } = step;
    const cause = at === undefined ? '' : `${at.fact.kind} ${at.fact.namespace ?? ''} ${at.fact.name}`;
    // The number of a class of nodes may change with any other workload.
    return [[edge, from, to, cause].map((part) => (isPlaced(part) ? 'placed' : part)).join(' ')];
  });
  return hash([...steps, target].join('\n'));
}
