/**
 * How a row of the table on permissions is found: all of what it needs has to be held together, in one namespace or everywhere. Each way to hold it is a
 * step of its own, so that an edit which takes one away leaves the others.
 */
import { type Permission, type Requests, requests } from '../../model/kubernetes/permission.ts';
import type { Assumption, Causes, EdgeKind, Step } from './edge.ts';
import { type Bundle, cutsOf, type Given, type Grant, given, type Holder, heldOf, type Need } from './holders.ts';
import type { Terrain } from './terrain.ts';
import { objectVertex, podsVertex, podVertex, type SetKind, setVertex } from './vertex.ts';

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

/** What somebody who holds the same as others has by a row, whoever it is. */
interface Shared {
  readonly row: ApiRow;
  readonly lead: Lead;
  readonly needs: readonly Need[];
  /** By need, which of the holder's grants gives it. */
  readonly places: readonly number[];
}

const none: readonly Assumption[] = [];

/** A holder's own, which says of itself only who it is. */
class ApiStep implements Step {
  private readonly shared: Shared;
  private readonly holder: Holder;
  private known: Causes | undefined;

  constructor(shared: Shared, holder: Holder) {
    this.shared = shared;
    this.holder = holder;
    this.known = undefined;
  }

  get edge(): string {
    return this.shared.row.id;
  }

  get does(): string {
    return this.shared.row.does;
  }

  get from(): string {
    return this.holder.id;
  }

  get to(): string {
    return this.shared.lead.to;
  }

  get assumes(): readonly Assumption[] {
    return this.shared.lead.assumes ?? none;
  }

  get cuts(): Step['cuts'] {
    this.known ??= causesOf(this.shared, this.holder);
    return this.known.cuts;
  }

  get at(): Step['at'] {
    this.known ??= causesOf(this.shared, this.holder);
    return this.known.at;
  }
}

/**
 * Steps over the API server: worked out once for all who hold the same.
 * @param rows the whole table, always the same.
 * @returns what gives the steps of a holder.
 */
export function apiStepsIn(terrain: Terrain, rows: readonly ApiRow[]): (holder: Holder) => readonly Step[] {
  const needs = needed.get(rows) ?? [...new Set(rows.flatMap((row) => row.needs.flat()))];
  needed.set(rows, needs);
  const known = new Map<string, readonly Shared[]>();
  return (holder) => {
    const held = heldOf(holder, needs);
    if (held.size === 0) return [];
    const key = holder.gifts.map(({ bundle }) => bundle.number).join();
    const all = known.get(key) ?? sharedBy(terrain, holder, rows, held);
    known.set(key, all);
    return all.map((shared) => new ApiStep(shared, holder));
  };
}

function sharedBy(
  terrain: Terrain,
  holder: Holder,
  rows: readonly ApiRow[],
  held: ReadonlySet<Need>,
): readonly Shared[] {
  const { namespaces } = holder;
  return rows.flatMap((row) =>
    distinct(
      holder,
      row.needs.flatMap((needs) =>
        needs.every((one) => held.has(one))
          ? ['*', ...(row.clusterOnly ? [] : namespaces)].flatMap((scope) =>
              sharedIn(terrain, holder, row, needs, scope),
            )
          : [],
      ),
    ),
  );
}

/** Without what the same edits take away: of a role that no file shows its binding is all that is edited, whichever rules of it give something. */
function distinct({ grants }: Holder, all: readonly Shared[]): readonly Shared[] {
  if (all.length < 2) return all;
  const numbers = new Map<Grant['binding'], number>();
  const found = new Map<string, Shared>();
  for (const shared of all) {
    const { lead, places } = shared;
    const edited = places.map((place) => {
      const { role, binding, subject } = grants[place] as Grant;
      if (role !== undefined) return `${place}`;
      const number = numbers.get(binding) ?? numbers.size;
      numbers.set(binding, number);
      return `b${number}.${subject}`;
    });
    const key = `${lead.to} ${lead.assumes?.join() ?? ''} ${lead.cuts?.map(({ id }) => id).join() ?? ''} ${edited.join()}`;
    if (!found.has(key)) found.set(key, shared);
  }
  return [...found.values()];
}

function sharedIn(
  terrain: Terrain,
  holder: Holder,
  row: ApiRow,
  needs: readonly Need[],
  scope: string,
): readonly Shared[] {
  return placesOf(holder, needs, scope).flatMap((places) => {
    const grants = places.map((place): Given => {
      const grant = holder.grants[place] as Grant;
      return { grant, names: grant.rule.resourceNames };
    });
    // What is all given everywhere is a step for every namespace already.
    if (scope !== '*' && grants.every(({ grant }) => grant.scope === '*')) return [];
    const names = grants.map((one) => one.names);
    return row.leads({ terrain, holder, scope, names, grants }).map((lead) => ({ row, lead, needs, places }));
  });
}

/** Each way to hold all that is needed, by the places of grants. */
type Places = readonly (readonly number[])[];

/** Of what bindings of one role give, the same for every namespace. */
const placesByRules = new WeakMap<Bundle['rules'], Map<readonly Need[], Places>>();

function placesOf(holder: Holder, needs: readonly Need[], scope: string): Places {
  const [only, ...others] = holder.gifts;
  if (only === undefined || others.length > 0 || scope === '*') return findPlaces(holder, needs, scope);
  if (only.bundle.scope !== scope) return [];
  const known = placesByRules.get(only.bundle.rules) ?? new Map<readonly Need[], Places>();
  placesByRules.set(only.bundle.rules, known);
  const found = known.get(needs) ?? findPlaces(holder, needs, scope);
  known.set(needs, found);
  return found;
}

function findPlaces(holder: Holder, needs: readonly Need[], scope: string): Places {
  let ways: Places = [[]];
  for (const one of needs) {
    const found = given(holder, one, scope).map(({ grant }) => holder.grants.indexOf(grant));
    ways = ways.flatMap((way) => found.map((last) => [...way, last])).slice(0, mostWays);
  }
  return ways;
}

function causesOf({ lead, needs, places }: Shared, holder: Holder): Causes {
  const grants = places.map((place) => holder.grants[place] as Grant);
  const [first] = grants;
  return {
    cuts: [...(lead.cuts ?? []), ...grants.flatMap((grant, i) => cutsOf(grant, (needs[i] as Need).permission))],
    at: first === undefined ? undefined : placeOf(first),
  };
}

function placeOf({ role, index, binding }: Grant): Step['at'] {
  if (role !== undefined) return { fact: role, place: `rule${index}` };
  return binding === undefined ? undefined : { fact: binding, place: 'roleRef' };
}

/** Objects of a kind in a scope: those that are named, or all. */
export const objects = (kind: SetKind, scope: string, names: readonly string[]): readonly string[] =>
  names.length === 0 ? [setVertex(kind, scope)] : names.map((name) => objectVertex(kind, scope, name));

/** Pods have names that their workloads begin, or their own. */
export const podsOf = (scope: string, names: readonly string[]): readonly string[] =>
  names.length === 0 ? [podsVertex(scope)] : names.map((name) => podVertex(scope, name));

/** @param resources of Kubernetes that run pods, as `kubectl` writes their groups. */
export const runsPods = (verbs: string): readonly Requests[] => [
  requests('', verbs === 'create' ? 'pods replicationcontrollers' : 'replicationcontrollers', verbs),
  requests('apps', 'deployments daemonsets statefulsets replicasets', verbs),
  requests('batch', verbs === 'create' ? 'jobs cronjobs' : 'cronjobs', verbs),
];
