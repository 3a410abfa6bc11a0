/** Every step of the files: what the table finds in them. Made of the facts alone, in their order, so that equal facts give equal steps. */
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

/** The steps that the facts of a scope give, made once for them. */
export const stepsOf = remembered((facts): Steps => {
  const terrain = terrainOf(facts);
  const holders = holdersOf(terrain);
  const byId = new Map(holders.map((holder) => [holder.id, holder]));
  const overApi = holders.flatMap((holder) => apiSteps(terrain, holder, permissionRows));
  const roles = roleHolders(terrain, new Set(overApi.map(({ to }) => to)));
  const network = networkSteps(terrain);
  const all = [
    ...anonymousEntries(terrain),
    ...terrain.footholds.flatMap((foothold) => [
      ...entriesOf(terrain, foothold),
      ...podSteps(terrain, foothold, byId.get(foothold.account ?? '')),
      ...escapesOf(terrain, foothold),
      ...stepsFromNode(foothold),
    ]),
    ...holders.flatMap(boundSteps),
    ...overApi,
    ...roles.flatMap((role) => apiSteps(terrain, role, permissionRows)),
    ...commonSteps(terrain),
    ...network.steps,
  ];
  return { terrain, holders: [...holders, ...roles], all, network };
});

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
