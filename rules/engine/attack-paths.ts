/** Attack paths with their places in texts, for hosts to show: facts become ranges of files here, as they do for a blast radius. */
import { type Assumption, assumptions, type Step } from '../facts/attack/edge.ts';
import type { Way } from '../facts/attack/fewest-edits.ts';
import { assumedBy, type Graph } from '../facts/attack/graph.ts';
import { groupsOf } from '../facts/attack/holders.ts';
import { type NetworkSteps, openNetwork } from '../facts/attack/network.ts';
import { stepsOf } from '../facts/attack/steps.ts';
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

/** A step of the graph, as lists of edges write it. */
export interface Edge {
  readonly edge: string;
  readonly from: string;
  readonly to: string;
  readonly assumes: readonly string[];
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
  const { terrain } = graph;
  const answer = waysOf(graph, question);
  const place = (at: { readonly fact: Fact; readonly place: string } | undefined): { readonly at?: Place<File> } => {
    const found =
      at === undefined ? undefined : (workspace.locate(at.fact.ref, at.place) ?? workspace.locate(at.fact.ref, 'name'));
    const lines = found === undefined ? undefined : workspace.lines(found.path);
    if (found === undefined || lines === undefined) return {};
    const range = { start: lines.positionAt(found.span.start), end: lines.positionAt(found.span.end) };
    return { at: { ...fileOf(found.path), range } };
  };
  const known = new Set(question.known);
  const unsettled = (assumed: readonly Assumption[]): readonly string[] =>
    assumed.flatMap((one) => (known.has(one) ? [] : [assumptions[one]]));
  return {
    paths: answer.ways.map((way) => ({
      from: question.from === 'outside' ? 'outside' : way.entry,
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
    })),
    more: answer.isCut,
    edits: answer.edits.map(({ cut, equals }) => ({
      edit: cut.edit,
      closes: answer.ways.filter((way) => isClosedBy(graph, way, cut.id)).map(fingerprintOf),
      equals: equals.map(({ edit }) => edit),
      ...place(cut),
    })),
    fewest: answer.isFewest,
    uncloseable: answer.uncloseable,
    assumedOnly: answer.assumedOnly,
  };
}

/** The steps of a way; who comes over the open network is named, since others do, too. */
const named = ({ names }: Graph, { arrows }: Way): readonly (Step | undefined)[] =>
  arrows.map(({ step }, i) =>
    step?.from === openNetwork ? { ...step, from: names[arrows[i - 1]?.from ?? -1] ?? step.from } : step,
  );

const isClosedBy = ({ cuts }: Graph, { arrows }: Way, id: string): boolean =>
  arrows.some((arrow) => arrow.cuts.some((cut) => cuts[cut]?.id === id));

function fingerprintOf({ arrows, target }: Way): string {
  const steps = arrows.flatMap(({ step }) => {
    if (step === undefined) return [];
    const { edge, from, to, at } = step;
    const cause = at === undefined ? '' : `${at.fact.kind} ${at.fact.namespace ?? ''} ${at.fact.name}`;
    // The number of a class of nodes may change with any other workload.
    return [[edge, from, to, cause].map((part) => part.replace(/^placed\/.*$/, 'placed')).join(' ')];
  });
  return hash([...steps, target].join('\n'));
}

/** Most pods of nodes that are listed one by one. */
const mostPairs = 10_000;

/** @returns every step of a scope: a set by its name and by a pattern of its members. */
export function edgesOf(facts: Facts): readonly Edge[] {
  const { all, network } = stepsOf(facts);
  const listed = [
    ...all.filter(({ from }) => from !== openNetwork && from !== 'node'),
    ...openPairs(network),
    ...nodePods(facts),
    ...throughGroups(facts, all),
  ];
  return listed.flatMap(({ edge, from, to, assumes }) =>
    spellings(to).map((spelled) => ({ edge, from, to: spelled, assumes: assumes.map((one) => assumptions[one]) })),
  );
}

function spellings(to: string): readonly string[] {
  if (to === 'pods/*') return ['*/*/*'];
  if (to.startsWith('pods/')) return [`*/${to.slice('pods/'.length)}/*`];
  if (!to.startsWith('secret/') || !to.endsWith('*')) return [to];
  return [to === 'secret/*' ? 'secrets/*' : `secrets/${to.split('/')[1]}`, to];
}

/** Who may go anywhere, with whom anybody may reach. */
function openPairs({ steps, roaming }: NetworkSteps): readonly Step[] {
  const to = steps.filter(({ from }) => from === openNetwork);
  if (to.length * roaming.length > mostPairs) return [];
  const known = new Set(steps.map((step) => `${step.from} ${step.to}`));
  return roaming.flatMap(({ id }) =>
    to.flatMap((step) => (step.to === id || known.has(`${id} ${step.to}`) ? [] : [{ ...step, from: id }])),
  );
}

/** The pods and tokens that the graph joins by the class of their nodes. */
function nodePods(facts: Facts): readonly Step[] {
  const graph = graphOfFacts(facts);
  const accounts = new Map(graph.terrain.footholds.map(({ id, account }) => [id, account]));
  const found = graph.arrows.flatMap(({ step, to }): readonly Step[] => {
    if (step === undefined || !step.to.startsWith('placed/')) return [];
    const members = (graph.from[to] ?? []).map((member) => graph.names[member.to] ?? '');
    if (step.edge === 'node.token') return members.map((member) => ({ ...step, to: member }));
    return members.flatMap((member) => {
      const account = accounts.get(member);
      const token = account === undefined ? [] : [{ ...step, edge: 'node.token', to: account }];
      return member === step.from.replace(/^node-of:/, '') ? token : [{ ...step, to: member }, ...token];
    });
  });
  return found.slice(0, mostPairs);
}

/** Accounts with nothing of their own, each with what its groups may do. */
function throughGroups(facts: Facts, all: readonly Step[]): readonly Step[] {
  const { terrain, holders } = stepsOf(facts);
  const known = new Set(holders.map(({ id }) => id));
  const byGroup = new Map<string, Step[]>();
  for (const step of all) {
    if (!step.from.startsWith('group/system:') || !step.edge.startsWith('api.')) continue;
    const own = byGroup.get(step.from) ?? [];
    byGroup.set(step.from, own);
    own.push(step);
  }
  if (byGroup.size === 0) return [];
  const accounts = [...terrain.accounts].flatMap(([namespace, names]) =>
    [...names].map((name) => `sa/${namespace}/${name}`),
  );
  const found = accounts
    .filter((id) => !known.has(id))
    .flatMap((id) =>
      groupsOf(id).flatMap((group) => (byGroup.get(group) ?? []).map((step) => ({ ...step, from: id }))),
    );
  return found.slice(0, mostPairs);
}
