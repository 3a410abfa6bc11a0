/** Every step of the files: what the table finds in them. Made of the facts alone, in their order, so that equal facts give equal steps. */
import type { Facts } from '../index.ts';
import { remembered } from '../near-by.ts';
import { type ApiRow, apiStepsIn } from './api-row.ts';
import { apiRows } from './api-rows.ts';
import type { Cut, EdgeKind, Step } from './edge.ts';
import { anonymousEntries, entriesIn, entryRows } from './entries.ts';
import { escapes, escapesOf } from './escapes.ts';
import { type Holder, holdersOf, roleHolders } from './holders.ts';
import { type NetworkSteps, networkSteps, reachRow } from './network.ts';
import { commonSteps, nodeRows, stepsFromNode } from './node-steps.ts';
import { podRows, podStepsIn } from './pod-steps.ts';
import { takeoverRows } from './takeover-rows.ts';
import { type Foothold, type Terrain, terrainOf } from './terrain.ts';

const permissionRows: readonly ApiRow[] = [...takeoverRows, ...apiRows];

/** What is said of a binding itself. */
const bindingRow: EdgeKind = {
  id: 'api.bound',
  does: 'has what a binding gives',
  techniques: 'T1078',
  source: 'Kubernetes documentation, "Using RBAC Authorization"',
};

/** The whole table; some rows have several lines. */
export const table: readonly EdgeKind[] = [
  ...Object.values(entryRows),
  ...Object.values(podRows),
  reachRow,
  ...escapes,
  ...Object.values(nodeRows),
  bindingRow,
  ...permissionRows,
];

/** The steps of a scope, and what they stand on. */
export interface Steps {
  readonly terrain: Terrain;
  readonly holders: readonly Holder[];
  /** What bindings are alone is no step, since nothing follows from it. */
  readonly all: readonly Step[];
  readonly network: NetworkSteps;
}

/** So many objects are gone through in one slice. */
const slice = 200;

/** Steps by the facts that gave them. */
const made = remembered((): { steps?: Steps } => ({}));

/** The steps that the facts of a scope give, made once for them. */
export function stepsOf(facts: Facts): Steps {
  const work = makingSteps(facts);
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

/** The same in slices. @yields between them, so that the caller can look whether to go on. */
export function* makingSteps(facts: Facts): Generator<undefined, Steps, void> {
  const known = made(facts);
  known.steps ??= yield* allSteps(facts);
  return known.steps;
}

/** Gathers what each of many objects gives. @yields after some of them. */
function* gather<T>(
  into: Step[],
  all: readonly T[],
  stepsFrom: (one: T) => readonly Step[],
): Generator<undefined, void> {
  for (let i = 0; i < all.length; i += slice) {
    if (i > 0) yield;
    gatherSome(into, all, i, Math.min(all.length, i + slice), stepsFrom);
  }
}

function gatherSome<T>(
  into: Step[],
  all: readonly T[],
  begin: number,
  end: number,
  stepsFrom: (one: T) => readonly Step[],
): void {
  for (let i = begin; i < end; i++) for (const step of stepsFrom(all[i] as T)) into.push(step);
}

function* allSteps(facts: Facts): Generator<undefined, Steps, void> {
  const terrain = terrainOf(facts);
  yield;
  const holders = holdersOf(terrain);
  yield;
  const [overApi, ofRoles]: [Step[], Step[]] = [[], []];
  const apiSteps = apiStepsIn(terrain, permissionRows);
  yield* gather(overApi, holders, apiSteps);
  const roles = roleHolders(terrain, new Set(overApi.map(({ to }) => to)));
  yield* gather(ofRoles, roles, apiSteps);
  const ofPods: Step[] = [];
  yield* gather(ofPods, terrain.footholds, stepsOfPods(terrain, holders));
  const network = networkSteps(terrain);
  yield;
  const all = anonymousEntries(terrain).concat(ofPods, overApi, ofRoles, commonSteps(terrain), network.steps);
  return { terrain, holders: [...holders, ...roles], all, network };
}

/** What finds the steps that begin at a workload or at its nodes. */
function stepsOfPods(terrain: Terrain, holders: readonly Holder[]): (foothold: Foothold) => readonly Step[] {
  const byId = new Map(holders.map((holder) => [holder.id, holder]));
  const [entries, podSteps] = [entriesIn(terrain), podStepsIn(terrain)];
  return (foothold) => {
    const own = podSteps(foothold, byId.get(foothold.account ?? ''));
    const others = [entries(foothold), escapesOf(terrain, foothold), stepsFromNode(foothold)];
    return others.every(({ length }) => length === 0) ? own : [...own, ...others.flat()];
  };
}

/** @returns each edit that takes a step away, once. */
export function cutsIn({ all }: Steps): readonly Cut[] {
  const found = new Map<string, Cut>();
  for (const { cuts } of all) for (const cut of cuts) if (!found.has(cut.id)) found.set(cut.id, cut);
  return [...found.values()];
}

/** A step for each binding that names somebody, for lists of edges: what it gives are steps of their own. */
export const boundSteps = ({ holders }: Steps): readonly Step[] =>
  holders.flatMap(({ id, gifts }) => {
    const bindings = new Set(gifts.flatMap(({ binding, bundle }) => (bundle.rules.length > 0 ? (binding ?? []) : [])));
    return [...bindings].map((binding) => ({
      edge: bindingRow.id,
      from: id,
      to: `binding/${binding.name}`,
      assumes: [],
      cuts: [],
      at: { fact: binding, place: 'roleRef' },
    }));
  });
