/** Every step of a scope as a list, for who compares: what the graph joins by sets is written out. */
import { assumptions, type Step } from '../facts/attack/edge.ts';
import { groupsOf } from '../facts/attack/holders.ts';
import { type NetworkSteps, openNetwork } from '../facts/attack/network.ts';
import { stepsOf } from '../facts/attack/steps.ts';
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
