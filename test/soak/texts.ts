/** What the files of a soak hold: objects that know of each other, so that a change of one file changes what is found in others. */
import type { Random } from './random.ts';

const names = ['web', 'api', 'worker', 'cache', 'queue', 'auth'];
const namespaces = ['shop', 'bank', 'ops'];
const images = ['nginx:1.27', 'node:22', 'registry.example.com/app:1.0', 'busybox', 'alpine:3.20@sha256:abc'];

function container(random: Random): string {
  const security = random.pick([
    '',
    '      securityContext:\n        privileged: true\n',
    '      securityContext:\n        runAsNonRoot: true\n        allowPrivilegeEscalation: false\n',
    '      securityContext: {capabilities: {add: [NET_ADMIN]}}\n',
  ]);
  return `    - name: ${random.pick(names)}\n      image: ${random.pick(images)}\n${security}`;
}

const podSpec = (random: Random): string =>
  `${random.pick(['', '  hostNetwork: true\n', '  automountServiceAccountToken: false\n', '  serviceAccountName: robot\n'])}  containers:\n${container(random)}`;

const indented = (text: string, by: string): string => text.replaceAll(/^(?=.)/gm, by);

const kinds: readonly ((random: Random) => string)[] = [
  (random) =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${random.pick(names)}\n  namespace: ${random.pick(namespaces)}\nspec:\n${podSpec(random)}`,
  (random) => {
    const name = random.pick(names);
    return `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\n  namespace: ${random.pick(namespaces)}\nspec:\n  replicas: ${random.below(4)}\n  selector:\n    matchLabels: {app: ${name}}\n  template:\n    metadata:\n      labels: {app: ${name}}\n    spec:\n${indented(podSpec(random), '    ')}`;
  },
  (random) =>
    `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${random.pick(names)}\n  namespace: ${random.pick(namespaces)}\nspec:\n  type: ${random.pick(['ClusterIP', 'LoadBalancer', 'NodePort'])}\n  selector: {app: ${random.pick(names)}}\n  ports: [{port: 80}]\n`,
  (random) =>
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: ${random.pick(names)}\n  namespace: ${random.pick(namespaces)}\nspec:\n  podSelector: ${random.pick(['{}', '{matchLabels: {app: web}}'])}\n  policyTypes: [Ingress]\n`,
  (random) =>
    `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${random.pick(namespaces)}\n  labels:\n    pod-security.kubernetes.io/enforce: ${random.pick(['baseline', 'restricted', 'privileged'])}\n`,
  (random) =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: ${random.pick(names)}\nrules:\n  - apiGroups: [""]\n    resources: [${random.pick(['secrets', 'pods', '"*"'])}]\n    verbs: [${random.pick(['get', '"*"', 'list'])}]\n`,
  (random) =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: ${random.pick(names)}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${random.pick(names)}}\nsubjects:\n  - {kind: ServiceAccount, name: robot, namespace: ${random.pick(namespaces)}}\n`,
  (random) => `replicas: ${random.below(9)}\nimage:\n  tag: "1"\n`,
];

/** @param siblings names of other files in its folder, which a kustomization refers to. */
export function textOf(name: string, random: Random, siblings: readonly string[]): string {
  if (name === 'Dockerfile')
    return `FROM ${random.pick(images)}\n${random.pick(['', 'USER 10001\n', 'ENV PASSWORD=hunter2\n', 'RUN curl http://example.com/a | sh\n'])}COPY . /app\nCMD ["/app/run"]\n`;
  if (name === 'compose.yaml')
    return `services:\n  ${random.pick(names)}:\n    image: ${random.pick(images)}\n${random.pick(['', '    privileged: true\n', '    build: .\n'])}`;
  if (name === 'kustomization.yaml') {
    const files = siblings.filter((sibling) => sibling.startsWith('object'));
    const resource = random.pick(files.length === 0 ? ['none.yaml'] : files);
    const patch = random.pick(files.length === 0 ? ['none.yaml'] : files);
    return `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: ${random.pick(namespaces)}\nresources: [${resource}]\n${random.pick(['', `patches:\n  - path: ${patch}\n`])}`;
  }
  const documents = Array.from({ length: 1 + random.below(3) }, () => random.pick(kinds)(random));
  return documents.join('---\n');
}

/** Configurations that are right. */
export function configurationText(random: Random): string {
  return random.pick([
    'profile: strict\n',
    'profile: essential\n',
    'rules:\n  privileged-container: off\n',
    'rules:\n  host-network: critical\nignorePaths: ["**/object1.yaml"]\n',
    'overrides:\n  - paths: ["part1/**"]\n    profile: all\n',
    'overrides:\n  - namespaces: [shop]\n    profile: all\n',
  ]);
}
