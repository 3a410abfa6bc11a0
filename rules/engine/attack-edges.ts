/** Every step of a scope as a list, for who compares: what the graph joins by sets is written out. */
import { arrowsOf } from '../facts/attack/arrows.ts';
import { assumptions, moved, type Step } from '../facts/attack/edge.ts';
import { groupsOf } from '../facts/attack/holders.ts';
import type { NetworkSteps } from '../facts/attack/network.ts';
import { boundSteps, stepsOf } from '../facts/attack/steps.ts';
import {
  isPlaced,
  nodeNamed,
  objectVertex,
  openNetwork,
  podsVertex,
  setVertex,
  someNode,
} from '../facts/attack/vertex.ts';
import { graphOfFacts } from '../facts/attack/ways.ts';
import type { Facts } from '../facts/index.ts';

/** A step of the graph, as lists of edges write it. */
export interface Edge {
  readonly edge: string;
  readonly from: string;
  readonly to: string;
  readonly assumes: readonly string[];
}

/** Most pods of nodes that are listed one by one. */
const mostPairs = 10_000;

/** @returns every step of a scope: a set by its name and by a pattern of its members. */
export function edgesOf(facts: Facts): readonly Edge[] {
  const steps = stepsOf(facts);
  const { all, network } = steps;
  const listed = [
    ...all.filter(({ from }) => from !== openNetwork && from !== someNode),
    ...boundSteps(steps),
    ...openPairs(network),
    ...nodePods(facts),
    ...throughGroups(facts, all),
  ];
  return listed.flatMap(({ edge, from, to, assumes }) =>
    spellings(to).map((spelled) => ({ edge, from, to: spelled, assumes: assumes.map((one) => assumptions[one]) })),
  );
}

function spellings(to: string): readonly string[] {
  if (to === podsVertex('*')) return ['*/*/*'];
  if (to.startsWith('pods/')) return [`*/${to.slice('pods/'.length)}/*`];
  if (!to.startsWith('secret/') || !to.endsWith('*')) return [to];
  return [to === setVertex('secret', '*') ? 'secrets/*' : `secrets/${to.split('/')[1]}`, to];
}

/** Who may go anywhere, with whom anybody may reach. */
function openPairs({ steps, roaming }: NetworkSteps): readonly Step[] {
  const to = steps.filter(({ from }) => from === openNetwork);
  if (to.length * roaming.length > mostPairs) return [];
  const known = new Set(steps.map((step) => `${step.from} ${step.to}`));
  return roaming.flatMap(({ id }) =>
    to.flatMap((step) => (step.to === id || known.has(`${id} ${step.to}`) ? [] : [moved(step, { from: id })])),
  );
}

/** The pods and tokens that the graph joins by the class of their nodes. */
function nodePods(facts: Facts): readonly Step[] {
  const graph = graphOfFacts(facts);
  const accounts = new Map(graph.terrain.footholds.map(({ id, account }) => [id, account]));
  const { steps, heads } = graph.arrows;
  const found = steps.flatMap((step, arrow): readonly Step[] => {
    if (step === undefined || !isPlaced(step.to)) return [];
    const inside = [...arrowsOf(graph.from, heads[arrow] ?? 0)];
    const members = inside.map((member) => graph.names[heads[member] ?? 0] ?? '');
    if (step.edge === 'node.token') return members.map((to) => moved(step, { to }));
    return members.flatMap((to) => {
      const account = accounts.get(to);
      const token = account === undefined ? [] : [moved(step, { edge: 'node.token', to: account })];
      return to === nodeNamed(step.from)?.workload ? token : [moved(step, { to }), ...token];
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
    [...names].map((name) => objectVertex('sa', namespace, name)),
  );
  const found = accounts
    .filter((id) => !known.has(id))
    .flatMap((id) =>
      groupsOf(id).flatMap((group) => (byGroup.get(group) ?? []).map((step) => moved(step, { from: id }))),
    );
  return found.slice(0, mostPairs);
}
