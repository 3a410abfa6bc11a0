/**
 * Manifests in short, for examples and tests: a line for the head of each object, and below it what matters. `Deployment shop/web app=web` stands for
 * the eleven lines that every Deployment begins with. What is handed to rules and shown on pages is the whole manifest.
 */
import { type Example, exampleOf, indented, ordinaryContainer } from './example.ts';

/**
 * Marks objects: each begins with `Kind name` or `Kind namespace/name`, at the first column, and what it holds is set in below by two.
 * - What it holds is its `spec`, or for kinds without one what stands beside `metadata`, of a role its `rules`; `labels` and `annotations` come first and are its own.
 * - `app=web` behind the name is a label: of a Pod; of the pods of a workload, which it also selects, and of which the body is the spec; the selector of a
 *   Service or NetworkPolicy. `replicas=2` is a number of pods.
 * - `RoleBinding shop/ci: Role web, ServiceAccount shop/ci` binds a role to subjects.
 * - A pod that names no containers has an ordinary one, `web` of nginx:1.29.
 * - Kinds that `versions` does not name are written with their version: `Gateway.networking.istio.io/v1 web`.
 * - A drawing below the head is of the name that it stands under. A whole manifest may stand among the others, behind a line `---`.
 */
export function objects(strings: TemplateStringsArray): Example {
  return exampleOf(strings, (text) => ({ language: 'yaml', text: expanded(text) }));
}

/** Marks several files, each below a line `=== path/of/the/file`; the objects of manifests may be in short. */
export function files(strings: TemplateStringsArray): Example {
  return exampleOf(strings, (text) => ({
    language: 'files',
    text: text.replaceAll(
      /^(=== \S+\.ya?ml\n)((?:(?!=== ).*\n)*)/gm,
      (_, path: string, body: string) => path + expanded(body),
    ),
  }));
}

const head = /^([A-Z]\w*)(?:\.(\S+))? (?:([^\s/]+)\/)?([^\s/=]+?)((?: [\w./-]+=\S+)*|: .+)$/;

/** @returns the manifests of a text that `objects` describes. @throws where a kind without a known version is written without one. */
function expanded(text: string): string {
  const documents: string[][] = [];
  for (const line of text.split('\n')) {
    if (line === '---') documents.push([]);
    else if (head.test(line)) documents.push([line]);
    else if (documents.length === 0) documents.push([line]);
    else documents.at(-1)?.push(line);
  }
  const last = documents.at(-1);
  // The text ends with a line feed, and so does each of its documents.
  if (last?.at(-1) === '') last.pop();
  return documents
    .filter((lines) => lines.length > 0)
    .map((lines) => `${objectOf(lines).join('\n')}\n`)
    .join('---\n');
}

function objectOf(lines: readonly string[]): readonly string[] {
  const [line = '', ...below] = lines;
  const [, kind = '', version = versions.get(kind), namespace, name, more = ''] = head.exec(line) ?? [];
  if (name === undefined) return lines;
  if (version === undefined) throw new Error(`The version of ${kind} is not known: write ${kind}.group/version`);
  const first = below.findIndex((one) => !isDrawing(one));
  const [drawings, rest] = first < 0 ? [below, []] : [below.slice(0, first), below.slice(first)];
  const own = metadataOf(rest);
  const drawn: Drawn = (at, column) =>
    drawings
      .filter((drawing) => drawing.indexOf('^') === at)
      .map((drawing) => `#${' '.repeat(column - 1)}${drawing.slice(at)}`);
  return [
    `apiVersion: ${version}`,
    `kind: ${kind}`,
    'metadata:',
    `  name: ${name}`,
    ...drawn(line.length - more.length - name.length, '  name: '.length),
    ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
    ...own,
    ...(more.startsWith(': ')
      ? [...bindingOf(line, line.length - more.length + 2, drawn), ...rest.map((one) => one.slice(2))]
      : bodyOf(kind, more, rest.slice(own.length))),
  ];
}

/** Drawings below a word of the head, for a column of the manifest. */
type Drawn = (at: number, column: number) => readonly string[];

const isDrawing = (line: string): boolean => /^\s*#\s*\^/.test(line);

/** The labels and annotations that a body begins with, with what is drawn below them. */
function metadataOf(body: readonly string[]): readonly string[] {
  let inside = false;
  const end = body.findIndex((line) => {
    if (/^ {2}[^\s#]/.test(line)) inside = /^ {2}(?:labels|annotations):/.test(line);
    return !inside;
  });
  return end < 0 ? body : body.slice(0, end);
}

function bodyOf(kind: string, more: string, body: readonly string[]): readonly string[] {
  const pairs = more.split(' ').flatMap((pair) => (pair === '' ? [] : [pair.split('=', 2) as [string, string]]));
  const labels = pairs.filter(([key]) => key !== 'replicas').map(([key, value]) => `${key}: ${value}`);
  const isPod = kind === 'Pod' || (templated.has(kind) && (pairs.length > 0 || body.length === 0));
  const spec = isPod && !body.some((line) => /^ {2}containers:/.test(line)) ? [...body, ...ordinary] : body;
  if (templated.has(kind) && pairs.length > 0)
    return [
      'spec:',
      ...pairs.filter(([key]) => key === 'replicas').map(([, value]) => `  replicas: ${value}`),
      '  selector:',
      '    matchLabels:',
      ...labels.map((label) => `      ${label}`),
      '  template:',
      '    metadata:',
      '      labels:',
      ...labels.map((label) => `        ${label}`),
      '    spec:',
      ...indented(spec.join('\n'), 4).split('\n'),
    ];
  const selected = labels.map((label) => `    ${label}`);
  if (kind === 'Service' && labels.length > 0) return ['spec:', '  selector:', ...selected, ...spec];
  if (kind === 'NetworkPolicy' && labels.length > 0)
    return ['spec:', '  podSelector:', '    matchLabels:', ...labels.map((label) => `      ${label}`), ...spec];
  const own = labels.length === 0 ? [] : ['  labels:', ...selected];
  if (/^(?:Cluster)?Role$/.test(kind) && spec[0]?.startsWith('  - ')) return [...own, 'rules:', ...spec];
  if (withoutSpec.has(kind)) return [...own, ...spec.map((line) => line.slice(2))];
  return spec.length === 0 ? own : [...own, 'spec:', ...spec];
}

/** @param from where in the head the role begins, as in `Role web, ServiceAccount shop/ci, User jane`. */
function bindingOf(line: string, from: number, drawn: Drawn): readonly string[] {
  const group = 'rbac.authorization.k8s.io';
  let at = from;
  return line
    .slice(from)
    .split(', ')
    .flatMap((part, i) => {
      const [kind = '', path = ''] = part.split(' ', 2);
      const [name = '', namespace] = path.split('/').reverse();
      const nameAt = at + part.length - name.length;
      at += part.length + 2;
      if (i === 0)
        return [
          'roleRef:',
          `  apiGroup: ${group}`,
          `  kind: ${kind}`,
          `  name: ${name}`,
          ...drawn(nameAt, '  name: '.length),
          'subjects:',
        ];
      return [
        ...(kind === 'ServiceAccount' ? [`  - kind: ${kind}`] : [`  - apiGroup: ${group}`, `    kind: ${kind}`]),
        `    name: ${name}`,
        ...drawn(nameAt, '    name: '.length),
        ...(namespace === undefined ? [] : [`    namespace: ${namespace}`]),
      ];
    });
}

const ordinary = indented(ordinaryContainer, 2).trimEnd().split('\n');
const templated: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

const withoutSpec: ReadonlySet<string> = new Set(
  'Namespace ServiceAccount ConfigMap Secret Role ClusterRole RoleBinding ClusterRoleBinding MutatingWebhookConfiguration ValidatingWebhookConfiguration SecurityContextConstraints'.split(
    ' ',
  ),
);

const versions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    v1: 'Pod Namespace Service ServiceAccount ConfigMap Secret LimitRange ResourceQuota',
    'apps/v1': 'Deployment StatefulSet DaemonSet ReplicaSet',
    'batch/v1': 'Job CronJob',
    'autoscaling/v2': 'HorizontalPodAutoscaler',
    'policy/v1': 'PodDisruptionBudget',
    'networking.k8s.io/v1': 'NetworkPolicy Ingress',
    'rbac.authorization.k8s.io/v1': 'Role ClusterRole RoleBinding ClusterRoleBinding',
    'admissionregistration.k8s.io/v1': 'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
    'security.openshift.io/v1': 'SecurityContextConstraints',
    'gateway.networking.k8s.io/v1': 'Gateway HTTPRoute',
    'gateway.networking.k8s.io/v1beta1': 'ReferenceGrant',
    'security.istio.io/v1': 'PeerAuthentication AuthorizationPolicy',
    'networking.istio.io/v1': 'DestinationRule VirtualService',
  }).flatMap(([version, kinds]) => kinds.split(' ').map((kind) => [kind, version] as const)),
);
