/**
 * How a row of the table on permissions is found: all of what it needs has to be held together, in one namespace or everywhere. Each way to hold it is a
 * step of its own, so that an edit which takes one away leaves the others.
 */
import { type Permission, type Requests, requests } from '../../model/kubernetes/permission.ts';
import type { Assumption, EdgeKind, Step } from './edge.ts';
import { cutsOf, type Given, type Grant, given, type Holder, heldOf, type Need } from './holders.ts';
import type { Terrain } from './terrain.ts';

/** Where a row leads to, and what that assumes. */
export interface Lead {
  readonly to: string;
  readonly assumes?: readonly Assumption[];
  /** Edits beside those of the permissions. */
  readonly cuts?: Step['cuts'];
}

/** What is known when a row is asked where it leads. */
export interface Asked {
  readonly terrain: Terrain;
  readonly holder: Holder;
  /** A namespace, or `*` for all. */
  readonly scope: string;
  /** Of what is needed, in the order of `needs`: the objects that it is given for, empty for all. */
  readonly names: readonly (readonly string[])[];
  readonly grants: readonly Given[];
}

/** A row on permissions. */
export interface ApiRow extends EdgeKind {
  /** Alternatives, each of which is a list of what is needed together. */
  readonly needs: readonly (readonly Need[])[];
  /** Objects that lie in no namespace, so that only what is given everywhere counts. */
  readonly clusterOnly?: true;
  leads(asked: Asked): readonly Lead[];
}

/** @param does after "the permission to". */
export const need = (does: string, names: Need['names'], ...asked: readonly Requests[]): Need => ({
  permission: { does, requests: asked, namedResources: 'any' },
  names,
});

/** May do everything. */
export const unlimited: Need = { permission: { does: 'do everything' } as Permission, names: 'none' };

/** Most ways to hold one row in one scope that are told apart. */
const mostWays = 16;

/** All that rows need. */
const needed = new WeakMap<readonly ApiRow[], readonly Need[]>();

/** @returns the steps of a holder by the rows. @param rows the whole table, always the same. */
export function apiSteps(terrain: Terrain, holder: Holder, rows: readonly ApiRow[]): readonly Step[] {
  const needs = needed.get(rows) ?? [...new Set(rows.flatMap((row) => row.needs.flat()))];
  needed.set(rows, needs);
  const held = heldOf(holder, needs);
  if (held.size === 0) return [];
  return rows.flatMap((row) =>
    row.needs.flatMap((needs) =>
      needs.every((one) => held.has(one))
        ? [
            ...stepsIn(terrain, holder, row, needs, '*'),
            ...(row.clusterOnly
              ? []
              : holder.namespaces.flatMap((scope) => stepsIn(terrain, holder, row, needs, scope))),
          ]
        : [],
    ),
  );
}

function stepsIn(
  terrain: Terrain,
  holder: Holder,
  row: ApiRow,
  needs: readonly Need[],
  scope: string,
): readonly Step[] {
  let ways: readonly (readonly Given[])[] = [[]];
  for (const one of needs) {
    const found = given(holder, one, scope);
    ways = ways.flatMap((way) => found.map((last) => [...way, last])).slice(0, mostWays);
  }
  return ways.flatMap((grants) => {
    // What is all given everywhere is a step for every namespace already.
    if (scope !== '*' && grants.every(({ grant }) => grant.scope === '*')) return [];
    const names = grants.map((one) => one.names);
    const cuts = grants.flatMap(({ grant }, i) => cutsOf(grant, (needs[i] as Need).permission));
    const [first] = grants;
    return row.leads({ terrain, holder, scope, names, grants }).map((lead) => ({
      edge: row.id,
      does: row.does,
      from: holder.id,
      to: lead.to,
      assumes: lead.assumes ?? [],
      cuts: [...(lead.cuts ?? []), ...cuts],
      at: first === undefined ? undefined : placeOf(first.grant),
    }));
  });
}

function placeOf({ role, index, binding }: Grant): Step['at'] {
  if (role !== undefined) return { fact: role, place: `rule${index}` };
  return binding === undefined ? undefined : { fact: binding, place: 'roleRef' };
}

/** Objects of a kind in a scope: those that are named, or all. */
export const objects = (kind: string, scope: string, names: readonly string[]): readonly string[] =>
  names.length === 0
    ? [scope === '*' ? `${kind}/*` : `${kind}/${scope}/*`]
    : names.map((name) => `${kind}/${scope}/${name}`);

/** Pods have names that their workloads begin, or their own. */
export const podsOf = (scope: string, names: readonly string[]): readonly string[] =>
  names.length === 0 ? [scope === '*' ? 'pods/*' : `pods/${scope}`] : names.map((name) => `pod/${scope}/${name}`);

/** @param resources of Kubernetes that run pods, as `kubectl` writes their groups. */
export const runsPods = (verbs: string): readonly Requests[] => [
  requests('', verbs === 'create' ? 'pods replicationcontrollers' : 'replicationcontrollers', verbs),
  requests('apps', 'deployments daemonsets statefulsets replicasets', verbs),
  requests('batch', verbs === 'create' ? 'jobs cronjobs' : 'cronjobs', verbs),
];
