/**
 * Attack paths of a cluster of many workloads: steps and graph made anew, one search, the ways and the fewest edits, and keystrokes.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import type { Graph } from '../../rules/facts/attack/graph.ts';
import { firstArrows } from '../../rules/facts/attack/search.ts';
import { graphOfFacts, type Question, waysOf } from '../../rules/facts/attack/ways.ts';
import { median } from './statistics.ts';

const rbac = 'rbac.authorization.k8s.io';
/** How many workloads a file and a namespace have. */
const [perFile, perNamespace] = [10, 50];

/** Milliseconds of the processor, since others use the machine, too, but for the memory; medians. */
export interface AttackFigures {
  /** Steps and graph, of facts that nothing is known of. */
  readonly rebuild: number;
  /** What is reached from outside: one search through the whole graph. */
  readonly reach: number;
  /** The ways, and the fewest edits. */
  readonly answer: number;
  /** A keystroke that changes no fact, then the graph. */
  readonly comment: number;
  /** A keystroke that makes a container privileged, then the graph. */
  readonly change: number;
  /** What the machine takes to sort as many numbers as the graph has arrows: a measure of its speed. */
  readonly sorting: number;
  /** Megabytes that steps and graph hold. */
  readonly memory: number;
  readonly size: string;
}

const rounds = 7;
/** What takes less than the clock's tick is done so often. */
const often = 20;

function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** @param count of workloads, each with an account and a Service; a tenth of them bound to `edit`, some open, some privileged. */
export function attackFigures(count: number): AttackFigures {
  const workspace = clusterOf(count);
  const question: Question = { from: 'outside', to: [], protect: [], most: 1 };
  const took: { [what in 'rebuild' | 'reach' | 'answer' | 'comment' | 'change' | 'sorting']: number[] } = {
    ...{ rebuild: [], reach: [], answer: [], comment: [], change: [], sorting: [] },
  };
  const time = <T>(what: keyof typeof took, work: () => T): T => {
    const started = spent();
    const done = work();
    took[what].push(spent() - started);
    return done;
  };
  let graph = graphOfFacts(workspace.facts());
  for (let round = 0; round < rounds; round++) {
    // Other facts, as far as what is kept of them goes.
    graph = time('rebuild', () => graphOfFacts({ ...workspace.facts() }));
    const target = graph.numberOf('cluster-admin') ?? 0;
    time('reach', () => {
      for (let i = 0; i < often; i++) firstArrows(graph, target, { mask: -1, made: new Set() });
    });
    time('answer', () => waysOf(graph, question));
    time('sorting', () => Float64Array.from(graph.arrows.heads, (head) => Math.sin(head)).sort());
    const text = fileOf(0);
    const edit = (typed: string): Graph => {
      workspace.update({ path: 'app-0.yaml', text: typed }, defaultSettings);
      workspace.refresh();
      return graphOfFacts(workspace.facts());
    };
    edit(text);
    time('comment', () => edit(`${text}\n# ${round}`));
    time('change', () => edit(text.replace('"privileged":false', '"privileged":true')));
  }
  return {
    ...(Object.fromEntries(Object.entries(took).map(([what, all]) => [what, median(all)])) as {
      [K in keyof typeof took]: number;
    }),
    reach: median(took.reach) / often,
    memory: memoryOf(workspace),
    size: `${graph.names.length} vertices, ${graph.arrows.size} arrows`,
  };
}

function memoryOf(workspace: Workspace): number {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  // What is remembered of other facts goes first.
  const facts = { ...workspace.facts() };
  gc();
  const before = process.memoryUsage().heapUsed;
  const graph = graphOfFacts(facts);
  gc();
  return graph.arrows.size === 0 ? 0 : (process.memoryUsage().heapUsed - before) / 1e6;
}

/** @returns a workspace with a file for ten workloads. */
function clusterOf(count: number): Workspace {
  const workspace = new Workspace([]);
  workspace.complete = true;
  for (let i = 0; i < count; i += perFile)
    workspace.update({ path: `app-${i}.yaml`, text: fileOf(i) }, defaultSettings);
  workspace.refresh();
  return workspace;
}

/** @param first workload of the file. */
const fileOf = (first: number): string =>
  Array.from({ length: perFile }, (_, n) => objectsOf(first + n))
    .flat()
    .map((one) => JSON.stringify(one))
    .join('\n---\n');

function objectsOf(i: number): readonly object[] {
  const [name, namespace] = [`app-${i}`, `ns-${Math.floor(i / perNamespace)}`];
  const metadata = { name, namespace };
  const securityContext = { privileged: i % 100 === 0 };
  const containers = [{ name, image: 'example.com/app:1', ports: [{ containerPort: 80 }], securityContext }];
  const template = { metadata: { labels: { app: name } }, spec: { serviceAccountName: name, containers } };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: { selector: { matchLabels: { app: name } }, template },
    },
    {
      ...{ apiVersion: 'v1', kind: 'Service', metadata },
      spec: { type: i % 50 === 1 ? 'LoadBalancer' : 'ClusterIP', selector: { app: name }, ports: [{ port: 80 }] },
    },
    {
      ...{ apiVersion: `${rbac}/v1`, kind: 'RoleBinding', metadata },
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: i % 10 === 4 ? 'edit' : 'view' },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ];
}
