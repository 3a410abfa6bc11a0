/** Every step of the files: what the table finds in them. Made of the facts alone, in their order, so that equal facts give equal steps. */
import type { Facts } from '../index.ts';
import { remembered } from '../near-by.ts';
import { type ApiRow, apiSteps } from './api-row.ts';
import { apiRows } from './api-rows.ts';
import type { EdgeKind, Step } from './edge.ts';
import { anonymousEntries, entriesOf, entryRows } from './entries.ts';
import { escapes, escapesOf } from './escapes.ts';
import { type Holder, holdersOf, roleHolders } from './holders.ts';
import { type NetworkSteps, networkSteps, reachRow } from './network.ts';
import { commonSteps, nodeRows, stepsFromNode } from './node-steps.ts';
import { podRows, podSteps } from './pod-steps.ts';
import { takeoverRows } from './takeover-rows.ts';
import { type Terrain, terrainOf } from './terrain.ts';

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

/** @returns what each of many objects gives. @yields after some of them. */
function* inSlices<T>(all: readonly T[], stepsFrom: (one: T) => readonly Step[]): Generator<undefined, Step[], void> {
  const found: Step[] = [];
  for (const [i, one] of all.entries()) {
    if (i % slice === slice - 1) yield;
    found.push(...stepsFrom(one));
  }
  return found;
}

function* allSteps(facts: Facts): Generator<undefined, Steps, void> {
  const terrain = terrainOf(facts);
  yield;
  const holders = holdersOf(terrain);
  yield;
  const byId = new Map(holders.map((holder) => [holder.id, holder]));
  const overApi = yield* inSlices(holders, (holder) => apiSteps(terrain, holder, permissionRows));
  const roles = roleHolders(terrain, new Set(overApi.map(({ to }) => to)));
  const ofPods = yield* inSlices(terrain.footholds, (foothold) => [
    ...entriesOf(terrain, foothold),
    ...podSteps(terrain, foothold, byId.get(foothold.account ?? '')),
    ...escapesOf(terrain, foothold),
    ...stepsFromNode(foothold),
  ]);
  const network = networkSteps(terrain);
  yield;
  const all = [
    ...anonymousEntries(terrain),
    ...ofPods,
    ...holders.flatMap(boundSteps),
    ...overApi,
    ...roles.flatMap((role) => apiSteps(terrain, role, permissionRows)),
    ...commonSteps(terrain),
    ...network.steps,
  ];
  return { terrain, holders: [...holders, ...roles], all, network };
}

/** A step for each binding that names somebody, for lists of edges. */
function boundSteps({ id, grants }: Holder): readonly Step[] {
  const bindings = new Set(grants.flatMap(({ binding }) => binding ?? []));
  return [...bindings].map((binding) => ({
    edge: bindingRow.id,
    from: id,
    to: `binding/${binding.name}`,
    assumes: [],
    cuts: [],
    at: { fact: binding, place: 'roleRef' },
  }));
}
