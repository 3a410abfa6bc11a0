/** Many objects, in one file or in many. Left out are budgets that ask for too much of many deployments: each pair is a finding. */
import { compactPod, type Family, oneContainer, pair, podOf, yaml } from './family.ts';

export const objectsFamilies: readonly Family[] = [
  yaml('documents', '', (i) => `---\n${podOf(`p${i}`)}`),
  yaml('documents of one name', '', () => `---\n${podOf('p')}`),
  yaml('small documents', '', (i) => `---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: a${i}}}\n`),
  yaml('empty documents', 'apiVersion: v1\nkind: Pod\n', () => '---\n'),
  yaml(
    'items of a list',
    'apiVersion: v1\nkind: List\nitems:\n',
    (i) => `  - {apiVersion: v1, kind: Pod, metadata: {name: p${i}}, spec: {containers: [{name: a, image: nginx}]}}\n`,
  ),
  yaml(
    'deployments',
    '',
    (i) =>
      `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d${i}, namespace: n}\nspec:\n  replicas: 1\n  selector: {matchLabels: {app: a}}\n  template:\n    metadata: {labels: {app: a}}\n    spec: {containers: [{name: c, image: nginx}]}\n`,
  ),
  pair(
    'budgets and deployments',
    '',
    (i) =>
      `---\n{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b${i}}, spec: {minAvailable: 1, selector: {matchLabels: {app: a}}}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: d${i}}, spec: {replicas: 2, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: nginx}]}}}}\n`,
  ),
  pair(
    'autoscalers and deployments',
    '',
    (i) =>
      `---\n{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: h${i}}, spec: {minReplicas: 1, maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: d}}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: d${i}}, spec: {replicas: 2, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: nginx}]}}}}\n`,
  ),
  pair(
    'namespaces and pods',
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Namespace, metadata: {name: n${i}, labels: {pod-security.kubernetes.io/enforce: restricted}}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, namespace: n${i}}, spec: {hostNetwork: true, containers: [{name: c, image: nginx}]}}\n`,
  ),
  pair(
    'a namespace said often, and pods',
    '',
    () =>
      `---\n{apiVersion: v1, kind: Namespace, metadata: {name: n, labels: {pod-security.kubernetes.io/enforce: restricted}}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, namespace: n}, spec: {hostNetwork: true, containers: [{name: c, image: nginx}]}}\n`,
  ),
  pair(
    'a held namespace, and containers',
    '',
    () =>
      `---\n{apiVersion: v1, kind: Namespace, metadata: {name: n, labels: {pod-security.kubernetes.io/enforce: restricted}}}\n`,
    '---\napiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: n}\nspec:\n  containers:\n',
    (i) => `    - {name: c${i}, image: nginx, securityContext: {privileged: true}}\n`,
  ),
  pair(
    'ConfigMaps and references',
    '',
    (i) => `---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: m${i}}, data: {a: b}}\n`,
    `---\n${compactPod}${oneContainer}      env:\n`,
    (i) => `        - {name: V${i}, valueFrom: {configMapKeyRef: {name: m${i}, key: a}}}\n`,
  ),
  {
    name: 'many files of one pod',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 200) }, (_, i) => ({
        path: `d/p${i}.yaml`,
        text: podOf(`p${i}`, '  hostNetwork: true\n'),
      })),
  },
  {
    name: 'many Dockerfiles and deployments',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 400) }, (_, i) => [
        { path: `d${i}/Dockerfile`, text: `FROM base${i}\nUSER 10001\nRUN make\n` },
        { path: `d${i}/p.yaml`, text: podOf(`d${i}`).replace('nginx:1.27', `example.com/d${i}:1`) },
      ]).flat(),
  },
  {
    name: 'many files of one namespace each',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 130) }, (_, i) => ({
        path: `d/n${i}.yaml`,
        text: `{apiVersion: v1, kind: Namespace, metadata: {name: n${i}, labels: {pod-security.kubernetes.io/enforce: restricted}}}\n`,
      })),
  },
  {
    name: 'many files that know of each other',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 500) }, (_, i) => [
        { path: `d/p${i}.yaml`, text: podOf(`p${i}`) },
        {
          path: `d/s${i}.yaml`,
          text: `{apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {type: NodePort, selector: {app: p${i}}, ports: [{port: 80}]}}\n`,
        },
        {
          path: `d/n${i}.yaml`,
          text: `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: s${i}}, spec: {podSelector: {matchLabels: {app: p${i}}}, policyTypes: [Ingress]}}\n`,
        },
      ]).flat(),
  },
];
