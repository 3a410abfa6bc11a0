/**
 * The steps of a scope as a graph: vertices by number, sets of pods and accounts as vertices of their own, so that nothing is compared pair by pair. Must
 * not know which ways are looked for.
 */
import { type ArrowIndex, Arrows } from './arrows.ts';
import { LazyStep, type Step } from './edge.ts';
import { groupsOf } from './holders.ts';
import { neighboursOf, type Placement, placementsOf } from './node-steps.ts';
import type { Steps } from './steps.ts';
import type { Foothold, Terrain } from './terrain.ts';
import {
  adminVertex,
  chosenNode,
  groupVertex,
  isGroup,
  isUser,
  nodeNamed,
  nodeOfAny,
  nodeVertex,
  objectVertex,
  openNetwork,
  partOf,
  placedVertex,
  podsVertex,
  podVertex,
  setVertex,
  someNode,
  userVertex,
} from './vertex.ts';

/** A graph of one moment. */
export interface Graph {
  readonly terrain: Terrain;
  readonly names: readonly string[];
  readonly arrows: Arrows;
  /** Arrows by the vertex that they lead from. */
  readonly from: ArrowIndex;
  /** Arrows by the vertex that they lead to. */
  readonly into: ArrowIndex;
  /** The number of a vertex; undefined for what is not there. */
  numberOf(name: string): number | undefined;
  /** The same, with those of who is in some containers of a workload of this name. */
  numbersOf(name: string): readonly number[];
}

/** What is put together: vertices get numbers as they are named. */
class Draft {
  readonly names: string[] = [];
  readonly numbers = new Map<string, number>();
  readonly arrows = new Arrows();

  vertex(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  add(source: string, target: string, step?: Step): void {
    this.arrows.add(this.vertex(source), this.vertex(target), step);
  }
}

/** @returns the graph of steps. */
export function graphOf({ terrain, holders, all, network }: Steps): Graph {
  const draft = new Draft();
  const end = (name: string): string => (name === someNode ? chosenNode : name);
  const footholds = terrain.footholds.map(({ id }) => draft.vertex(id));
  // Many steps of one begin one after the other.
  let [last, tail] = ['', -1];
  const parts = new Parts(draft);
  for (const step of all) {
    const { from, to } = step;
    if (from !== last) [last, tail] = [from, draft.vertex(end(from))];
    draft.arrows.add(tail, step.into === undefined ? draft.vertex(end(to)) : parts.vertexOf(to, step.into), step);
  }
  for (const step of parts.isEmpty ? [] : all)
    for (const part of parts.holding(step)) draft.arrows.add(part, draft.vertex(end(step.to)), step);
  draft.add(chosenNode, someNode);
  draft.add(someNode, nodeOfAny);
  addNamespaces(terrain, draft);
  addMembers(
    terrain,
    holders.map(({ id }) => id),
    footholds,
    draft,
  );
  addNodes(terrain, all, footholds, draft);
  const open = draft.vertex(openNetwork);
  for (const { id, number } of network.roaming) {
    draft.arrows.add(footholds[number] as number, open);
    for (const part of parts.of(id)) draft.arrows.add(part, open);
  }
  const { names, numbers, arrows } = draft;
  return {
    ...{ terrain, names, arrows },
    from: arrows.indexed('tails', names.length),
    into: arrows.indexed('heads', names.length),
    numberOf: (name) => numbers.get(name),
    numbersOf: (name) => [numbers.get(name) ?? [], parts.of(name)].flat(),
  };
}

/** Somebody in some of the containers of a workload, each a vertex of its own where there are others that somebody else is in. */
class Parts {
  private readonly draft: Draft;
  private readonly byWorkload = new Map<string, Map<number, readonly number[]>>();

  constructor(draft: Draft) {
    this.draft = draft;
  }

  get isEmpty(): boolean {
    return this.byWorkload.size === 0;
  }

  vertexOf(workload: string, containers: readonly number[]): number {
    const vertex = this.draft.vertex(partOf(workload, containers));
    const known = this.byWorkload.get(workload) ?? new Map<number, readonly number[]>();
    this.byWorkload.set(workload, known.set(vertex, containers));
    return vertex;
  }

  /** Vertices of a workload's parts. */
  of(workload: string): readonly number[] {
    return [...(this.byWorkload.get(workload)?.keys() ?? [])];
  }

  /** Those of them that a step may begin in. */
  holding({ from, within }: Step): readonly number[] {
    const parts = this.byWorkload.get(from);
    if (parts === undefined) return [];
    return [...parts].flatMap(([vertex, own]) =>
      within === undefined || within.some((container) => own.includes(container)) ? [vertex] : [],
    );
  }
}

/** What sets consist of, and what the administrator of a namespace has. */
function addNamespaces({ namespaces, accounts }: Terrain, draft: Draft): void {
  for (const namespace of new Set([...namespaces, 'kube-system'])) {
    const [ownPods, admin] = [podsVertex(namespace), adminVertex(namespace)];
    const [ownAccounts, ownSecrets] = [setVertex('sa', namespace), setVertex('secret', namespace)];
    draft.add(podsVertex('*'), ownPods);
    draft.add(setVertex('sa', '*'), ownAccounts);
    draft.add(setVertex('secret', '*'), ownSecrets);
    draft.add(setVertex('role', '*'), setVertex('role', namespace));
    draft.add(adminVertex('*'), admin);
    draft.add(admin, ownAccounts);
    draft.add(admin, ownSecrets);
    draft.add(admin, ownPods);
    // Whoever may do everything there may take the standard off the namespace first.
    draft.add(admin, chosenNode);
    const set = draft.vertex(ownAccounts);
    for (const name of accounts.get(namespace) ?? [])
      draft.arrows.add(set, draft.vertex(objectVertex('sa', namespace, name)));
  }
}

/** Workloads, Secrets and subjects, of the sets that they are in. */
function addMembers(
  { footholds, accounts }: Terrain,
  holders: readonly string[],
  vertices: readonly number[],
  draft: Draft,
): void {
  const pods = new Map<string, number>();
  for (const { id, number, namespace, workload } of footholds) {
    const all = pods.get(namespace) ?? draft.vertex(podsVertex(namespace));
    pods.set(namespace, all);
    draft.arrows.add(all, vertices[number] as number);
    // Of a StatefulSet the pods have names that somebody can write into a role.
    if (workload.kind === 'StatefulSet') draft.add(podVertex(namespace, `${workload.name}-0`), id);
    for (const { name } of workload.power.secrets)
      draft.add(setVertex('secret', namespace), objectVertex('secret', namespace, name));
  }
  const known = new Set(holders);
  for (const id of holders) {
    if (isUser(id)) draft.add(userVertex('*'), id);
    else if (isGroup(id)) draft.add(groupVertex('*'), id);
    else if (id.startsWith('role/')) draft.add(setVertex('role', id.split('/', 2)[1] ?? ''), id);
  }
  const byNamespace = (namespace: string): readonly string[] =>
    groupsOf(objectVertex('sa', namespace, '')).filter((group) => known.has(group));
  // What holds something of its own has what its groups hold with it.
  for (const [namespace, all] of accounts) {
    const groups = byNamespace(namespace);
    if (groups.length === 0) continue;
    for (const name of all) {
      const id = objectVertex('sa', namespace, name);
      if (!known.has(id)) for (const group of groups) draft.add(id, group);
    }
  }
}

const toNeighbour = ({ workload }: Foothold): Pick<Step, 'cuts' | 'at'> => ({
  cuts: [],
  at: { fact: workload, place: 'pod' },
});
const placed = ['placed'] as const;

/** What a node that is broken into leads to. */
function addNodes(terrain: Terrain, all: readonly Step[], vertices: readonly number[], draft: Draft): void {
  const broken = brokenOf(all);
  const classes = placementsOf(terrain);
  const neighbours = neighboursOf(classes);
  for (const one of classes) {
    const pods = draft.vertex(placedVertex(one.number));
    const tokens = draft.vertex(placedVertex(one.number, 'tokens'));
    for (const foothold of one.footholds) {
      const parts = broken.get(foothold.id);
      if (parts !== undefined) addNode(foothold, parts, neighbours.get(one) ?? [], draft);
      draft.arrows.add(pods, vertices[foothold.number] as number);
      if (foothold.account !== undefined) draft.arrows.add(tokens, draft.vertex(foothold.account));
    }
  }
}

/** By workload: what of its nodes somebody gets. */
function brokenOf(all: readonly Step[]): ReadonlyMap<string, ReadonlySet<string | undefined>> {
  const found = new Map<string, Set<string | undefined>>();
  for (const { to } of all) {
    // Most steps lead elsewhere.
    if (!to.startsWith('node-of:')) continue;
    const node = nodeNamed(to);
    if (node !== undefined) found.set(node.workload, (found.get(node.workload) ?? new Set()).add(node.part));
  }
  return found;
}

function addNode(
  foothold: Foothold,
  broken: ReadonlySet<string | undefined>,
  neighbours: readonly Placement[],
  draft: Draft,
): void {
  const node = nodeVertex(foothold.id);
  const add = (edge: 'node.pod' | 'node.token', from: string, to: string): void =>
    draft.add(from, to, new LazyStep({ edge, from: node, to, assumes: placed }, toNeighbour, foothold));
  if (broken.has(undefined)) {
    draft.add(node, someNode);
    for (const { number } of neighbours) add('node.pod', node, placedVertex(number));
  }
  for (const part of ['tokens', 'processes', 'files'] as const) {
    if (!broken.has(part)) continue;
    const own = nodeVertex(foothold.id, part);
    for (const { number } of neighbours) add('node.token', own, placedVertex(number, 'tokens'));
  }
}
