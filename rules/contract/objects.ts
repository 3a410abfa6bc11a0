/**
 * Manifests in short, for examples and tests: a line for the head of each object, and below it what matters. `Deployment shop/web app=web` stands for
 * the eleven lines that every Deployment begins with. What is handed to rules and shown on pages is the whole manifest.
 */
import { type Example, exampleOf, indented } from './example.ts';

/**
 * Marks objects: each begins with `Kind name` or `Kind namespace/name`, at the first column, and what it holds is set in below by two.
 * - What it holds is its `spec`, or for kinds without one what stands beside `metadata`; `labels` and `annotations` come first and are its own.
 * - `app=web` behind the name is a label: of a Pod; of the pods of a workload, which it also selects, and of which the body is the spec; the selector of a
 *   Service. `replicas=2` is a number of pods.
 * - `RoleBinding shop/ci: Role web, ServiceAccount shop/ci` binds a role to subjects.
 * - A Pod or workload without a body has a container `web` of nginx:1.29.
 * - Kinds that `versions` does not name are written with their version: `Gateway.networking.istio.io/v1 web`.
 * - A drawing below the head is of the name. A whole manifest may stand among the others, behind a line `---`.
 */
export function objects(strings: TemplateStringsArray): Example {
  return exampleOf(strings, (text) => ({ language: 'yaml', text: expanded(text) }));
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
  const [, kind = '', version = versions.get(kind), namespace, name, more = ''] = head.exec(lines[0] ?? '') ?? [];
  if (name === undefined) return lines;
  if (version === undefined) throw new Error(`The version of ${kind} is not known: write ${kind}.group/version`);
  const below = lines.slice(1);
  const first = below.findIndex((line) => !isDrawing(line));
  const [drawings, rest] = first < 0 ? [below, []] : [below.slice(0, first), below.slice(first)];
  const own = metadataOf(rest);
  return [
    `apiVersion: ${version}`,
    `kind: ${kind}`,
    'metadata:',
    `  name: ${name}`,
    ...drawings.map((line) => `#${' '.repeat('  name: '.length - 1)}${line.slice(line.indexOf('^'))}`),
    ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
    ...own,
    ...bodyOf(kind, more, rest.slice(own.length)),
  ];
}

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
  if (more.startsWith(': ')) return [...bindingOf(more.slice(2)), ...body.map((line) => line.slice(2))];
  const pairs = more.split(' ').flatMap((pair) => (pair === '' ? [] : [pair.split('=', 2) as [string, string]]));
  const labels = pairs.filter(([key]) => key !== 'replicas').map(([key, value]) => `${key}: ${value}`);
  const spec = body.length === 0 && runsPods.has(kind) ? ordinary : body;
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
  const own = labels.length === 0 ? [] : ['  labels:', ...selected];
  if (withoutSpec.has(kind)) return [...own, ...spec.map((line) => line.slice(2))];
  return spec.length === 0 ? own : [...own, 'spec:', ...spec];
}

/** @param text as `Role web, ServiceAccount shop/ci, User jane`. */
function bindingOf(text: string): readonly string[] {
  const [role = '', ...subjects] = text.split(', ');
  const group = 'rbac.authorization.k8s.io';
  const [kind, name] = role.split(' ', 2);
  return [
    'roleRef:',
    `  apiGroup: ${group}`,
    `  kind: ${kind}`,
    `  name: ${name}`,
    'subjects:',
    ...subjects.flatMap((subject) => {
      const [kind, path = ''] = subject.split(' ', 2);
      const [own = '', namespace] = path.split('/').reverse();
      if (kind !== 'ServiceAccount') return [`  - apiGroup: ${group}`, `    kind: ${kind}`, `    name: ${own}`];
      return [
        `  - kind: ${kind}`,
        `    name: ${own}`,
        ...(namespace === undefined ? [] : [`    namespace: ${namespace}`]),
      ];
    }),
  ];
}

const ordinary = ['  containers:', '    - name: web', '      image: nginx:1.29'];
const templated: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);
const runsPods: ReadonlySet<string> = new Set(['Pod', ...templated]);

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
