/**
 * The steps of a scope as a graph: vertices by number, sets of pods and accounts as vertices of their own, so that nothing is compared pair by pair. Must
 * not know which ways are looked for.
 */
import { type Assumption, assumptions, type Cut, type Step } from './edge.ts';
import { groupsOf } from './holders.ts';
import { openNetwork } from './network.ts';
import { neighboursOf, placementsOf } from './node-steps.ts';
import type { Steps } from './steps.ts';
import type { Terrain } from './terrain.ts';

/** An arrow of the graph. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
  /** Undefined for what follows from a name: a pod is of its namespace, an account of its groups. */
  readonly step: Step | undefined;
  /** A bit for each assumption. */
  readonly mask: number;
  /** Numbers of edits, each of which takes it away. */
  readonly cuts: readonly number[];
}

/** A graph of one moment. */
export interface Graph {
  readonly terrain: Terrain;
  readonly names: readonly string[];
  readonly arrows: readonly Arrow[];
  /** Arrows by the vertex that they lead from. */
  readonly from: readonly (readonly Arrow[])[];
  /** Arrows by the vertex that they lead to. */
  readonly into: readonly (readonly Arrow[])[];
  readonly cuts: readonly Cut[];
  /** The number of a vertex; undefined for what is not there. */
  numberOf(name: string): number | undefined;
}

/** A node that somebody chose, as who starts pods does; `node` is one that happened to be it. */
const anyNode = 'node/*';

const bits = new Map(Object.keys(assumptions).map((key, i) => [key, 1 << i]));

/** The bits of assumptions. */
export const maskOf = (assumed: readonly Assumption[]): number =>
  assumed.reduce((mask, one) => mask | (bits.get(one) ?? 0), 0);

/** The assumptions of bits, in the order of the list. */
export const assumedBy = (mask: number): readonly Assumption[] =>
  [...bits].flatMap(([key, bit]) => ((mask & bit) === 0 ? [] : [key as Assumption]));

/** @returns the graph of steps. */
export function graphOf({ terrain, holders, all, network }: Steps): Graph {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const arrows: Arrow[] = [];
  const [from, into]: [Arrow[][], Arrow[][]] = [[], []];
  const cuts: Cut[] = [];
  const cutNumbers = new Map<string, number>();
  const vertex = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    from.push([]);
    into.push([]);
    return names.push(name) - 1;
  };
  const cutNumber = (cut: Cut): number => {
    const known = cutNumbers.get(cut.id);
    if (known !== undefined) return known;
    cutNumbers.set(cut.id, cuts.length);
    return cuts.push(cut) - 1;
  };
  const add = (source: string, target: string, step?: Step): void => {
    const arrow: Arrow = {
      from: vertex(source),
      to: vertex(target),
      step,
      mask: step === undefined ? 0 : maskOf(step.assumes),
      cuts: step === undefined ? [] : step.cuts.map(cutNumber),
    };
    arrows.push(arrow);
    from[arrow.from]?.push(arrow);
    into[arrow.to]?.push(arrow);
  };
  for (const step of all) {
    if (step.edge === 'api.bound') continue;
    add(step.from === 'node' ? anyNode : step.from, step.to === 'node' ? anyNode : step.to, step);
  }
  add(anyNode, 'node');
  addSets(
    terrain,
    holders.map(({ id }) => id),
    add,
  );
  addNodes(terrain, all, add);
  for (const { id } of network.roaming) add(id, openNetwork);
  return { terrain, names, arrows, from, into, cuts, numberOf: (name) => numbers.get(name) };
}

type Add = (source: string, target: string, step?: Step) => void;

/** What sets consist of, and what the administrator of a namespace has. */
function addSets(terrain: Terrain, holders: readonly string[], add: Add): void {
  const { namespaces, accounts, footholds } = terrain;
  for (const namespace of new Set([...namespaces, 'kube-system'])) {
    add('pods/*', `pods/${namespace}`);
    add('sa/*', `sa/${namespace}/*`);
    add('secret/*', `secret/${namespace}/*`);
    add('role/*', `role/${namespace}/*`);
    add('ns-admin/*', `ns-admin/${namespace}`);
    add(`ns-admin/${namespace}`, `sa/${namespace}/*`);
    add(`ns-admin/${namespace}`, `secret/${namespace}/*`);
    add(`ns-admin/${namespace}`, `pods/${namespace}`);
    // Whoever may do everything there may take the standard off the namespace first.
    add(`ns-admin/${namespace}`, anyNode);
    for (const name of accounts.get(namespace) ?? []) add(`sa/${namespace}/*`, `sa/${namespace}/${name}`);
  }
  for (const { id, namespace, workload } of footholds) {
    add(`pods/${namespace}`, id);
    // Of a StatefulSet the pods have names that somebody can write into a role.
    if (workload.kind === 'StatefulSet') add(`pod/${namespace}/${workload.name}-0`, id);
    for (const { name } of workload.power.secrets) add(`secret/${namespace}/*`, `secret/${namespace}/${name}`);
  }
  const known = new Set(holders);
  for (const id of holders) {
    if (id.startsWith('user/')) add('user/*', id);
    if (id.startsWith('group/')) add('group/*', id);
    const [, role] = /^role\/([^/]+)\//.exec(id) ?? [];
    if (role !== undefined) add(`role/${role}/*`, id);
  }
  // What holds something of its own has what its groups hold with it.
  for (const [namespace, all] of accounts)
    for (const name of all) {
      const id = `sa/${namespace}/${name}`;
      if (!known.has(id)) for (const group of groupsOf(id)) if (known.has(group)) add(id, group);
    }
}

/** What a node that is broken into leads to. */
function addNodes(terrain: Terrain, all: readonly Step[], add: Add): void {
  const broken = new Set(all.flatMap(({ to }) => (to.startsWith('node-of:') ? [to] : [])));
  const classes = placementsOf(terrain);
  const neighbours = neighboursOf(classes);
  for (const one of classes) {
    for (const foothold of one.footholds) {
      const node = `node-of:${foothold.id}`;
      const [tokens, processes, files] = ['tokens', 'processes', 'files'].map((part) => `${node}:${part}`);
      const steps = (edge: 'node.pod' | 'node.token', to: string): Step => ({
        ...{ edge, from: node, to, assumes: ['placed'], cuts: [] },
        at: { fact: foothold.workload, place: 'pod' },
      });
      if (broken.has(node)) {
        add(node, 'node');
        for (const other of neighbours.get(one) ?? []) add(node, other.id, steps('node.pod', other.id));
      }
      for (const part of [tokens, processes, files])
        if (part !== undefined && broken.has(part))
          for (const other of neighbours.get(one) ?? [])
            add(part, `${other.id}:tokens`, steps('node.token', `${other.id}:tokens`));
    }
    for (const { id, account } of one.footholds) {
      add(one.id, id);
      if (account !== undefined) add(`${one.id}:tokens`, account);
    }
  }
}
