/** Attack paths of a cluster of many workloads: steps and graph made anew, then the ways and the fewest edits. */
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { graphOfFacts, type Question, waysOf } from '../../rules/facts/attack/ways.ts';

const rbac = 'rbac.authorization.k8s.io';
/** How many workloads a file and a namespace have. */
const [perFile, perNamespace] = [10, 50];

/** Milliseconds, and vertices and arrows of the graph. */
export interface AttackFigures {
  readonly rebuild: number;
  readonly answer: number;
  readonly size: string;
}

/** @param count of workloads, each with an account and a Service; a tenth of them bound to `edit`, some open, some privileged. */
export function attackFigures(count: number): AttackFigures {
  const workspace = clusterOf(count);
  const question: Question = { from: 'outside', to: [], protect: [], most: 1 };
  let figures: AttackFigures = { rebuild: 0, answer: 0, size: '' };
  for (let round = 0; round < 3; round++) {
    // Other facts, as far as what is kept of them goes.
    const facts = { ...workspace.facts() };
    const started = performance.now();
    const graph = graphOfFacts(facts);
    const built = performance.now();
    waysOf(graph, question);
    const size = `${graph.names.length} vertices, ${graph.arrows.size} arrows`;
    figures = { rebuild: built - started, answer: performance.now() - built, size };
  }
  return figures;
}

/** @returns a workspace with a file for ten workloads. */
function clusterOf(count: number): Workspace {
  const workspace = new Workspace([]);
  workspace.complete = true;
  for (let i = 0; i < count; i += perFile) {
    const objects = Array.from({ length: perFile }, (_, n) => objectsOf(i + n)).flat();
    const text = objects.map((one) => JSON.stringify(one)).join('\n---\n');
    workspace.update({ path: `app-${i}.yaml`, text }, defaultSettings);
  }
  workspace.refresh();
  return workspace;
}

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
