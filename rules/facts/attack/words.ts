/** Vertices and steps in words, for people: `sa/shop/web` is `ServiceAccount web (shop)`. */
import type { Step } from './edge.ts';
import { table } from './steps.ts';
import type { Terrain } from './terrain.ts';
import { isPlaced, nodeNamed } from './vertex.ts';

const fixed: ReadonlyMap<string, string> = new Map([
  ['outside', 'anybody outside'],
  ['cluster-admin', 'the whole cluster'],
  ['node', 'a node of the cluster'],
  ['pods/*', 'every pod of the cluster'],
  ['sa/*', 'every account of the cluster'],
  ['secret/*', 'every secret of the cluster'],
  ['user/*', 'every user'],
  ['group/*', 'every group'],
  ['network', 'a pod'],
  ['ns-admin/*', 'every namespace'],
  ['role/*', 'every Role'],
  ['cloud:node-role', 'the role of the node in the cloud'],
]);

/** What parts of a node are called. */
const parts: ReadonlyMap<string, string> = new Map([
  ['tokens', 'the tokens of pods on the node of'],
  ['processes', 'the processes on the node of'],
  ['files', 'the files on the node of'],
  ['network', 'the network of the node of'],
]);

const kinds: ReadonlyMap<string, string> = new Map([
  ['sa', 'ServiceAccount'],
  ['secret', 'Secret'],
  ['role', 'Role'],
  ['pod', 'Pod'],
]);

/** @returns how a sentence names a vertex. @param terrain for the kinds of workloads, as they are spelled. */
export function inWords(terrain: Terrain, name: string): string {
  const known = fixed.get(name);
  if (known !== undefined) return known;
  if (name.startsWith('cloud:')) return `role ${name.slice('cloud:'.length)} of the cloud`;
  const node = nodeNamed(name);
  if (node !== undefined) {
    const { workload, part } = node;
    const what = part === undefined ? 'the node of' : (parts.get(part) ?? 'the node of');
    return `${what} ${workload === '*' ? 'any workload' : inWords(terrain, workload)}`;
  }
  const [kind = '', first = '', second] = name.split('/');
  if (isPlaced(name))
    return second === undefined && !first.includes(':')
      ? 'the pods that may run there'
      : 'the accounts of pods that may run there';
  if (kind === 'user' || kind === 'group')
    return `${kind === 'user' ? 'User' : 'Group'} ${name.slice(kind.length + 1)}`;
  if (kind === 'ns-admin') return `everything in namespace ${first}`;
  if (kind === 'pods') return `every pod of namespace ${first}`;
  if (kind === 'clusterrole') return `ClusterRole ${name.slice(kind.length + 1).replace('@', ' in namespace ')}`;
  if (second === '*') return `every ${plural(kind)} of namespace ${first}`;
  return second === undefined ? name : `${kinds.get(kind) ?? kindOf(terrain, name) ?? kind} ${second} (${first})`;
}

const plural = (kind: string): string => (kind === 'sa' ? 'account' : kind);

const kindOf = ({ footholds }: Terrain, id: string): string | undefined =>
  footholds.find((foothold) => foothold.id === id)?.workload.kind;

const rows = new Map(table.map((row) => [row.id, row]));

/** What is done in a step, as one sentence without a full stop. */
export function sentenceOf(terrain: Terrain, { edge, does, from, to }: Step): string {
  const who = inWords(terrain, from);
  return `${who[0]?.toUpperCase()}${who.slice(1)} ${does ?? rows.get(edge)?.does ?? edge}: ${inWords(terrain, to)}`;
}

/** Techniques of a kind of step. */
export const techniquesOf = (edge: string): string => rows.get(edge)?.techniques ?? '';
