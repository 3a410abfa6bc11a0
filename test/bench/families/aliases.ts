/** Aliases and merge keys, which stand for more than is written. */
import { compactPod, compose, type Family, filled, roleHead, times, yaml, yamlFile } from './family.ts';

export const aliasesFamilies: readonly Family[] = [
  {
    name: 'one aliased pod of 200 containers in a list',
    make: (size) =>
      yamlFile(
        filled(
          size,
          `apiVersion: v1\nkind: List\nitems:\n  - &p {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [${times(200, (i) => `{name: c${i}, image: nginx},`)}]}}\n`,
          () => '  - *p\n',
        ),
      ),
  },
  yaml('aliases of a container', `${compactPod}  containers:\n    - &c {name: c, image: nginx}\n`, () => '    - *c\n'),
  yaml(
    'aliases of a large env',
    `${compactPod}  containers:\n    - {name: c, image: nginx, env: &e [${times(200, (i) => `{name: V${i}, value: x},`)}]}\n`,
    (i) => `    - {name: c${i}, image: nginx, env: *e}\n`,
  ),
  yaml('aliases of a rule', `${roleHead}  - &r {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}\n`, () => '  - *r\n'),
  yaml(
    'aliases of a list of verbs',
    `${roleHead}  - {apiGroups: ["*"], resources: ["*"], verbs: &v [${times(200, (i) => `v${i},`)}]}\n`,
    () => '  - {apiGroups: ["*"], resources: ["*"], verbs: *v}\n',
  ),
  {
    name: 'aliases of aliases, doubling',
    make: (size) =>
      yamlFile(
        filled(
          size,
          `apiVersion: v1\nkind: List\nitems:\n  - &a0 {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, image: nginx}]}}\n`,
          (i) => `  - &a${i + 1} {apiVersion: v1, kind: List, items: [*a${i}, *a${i}]}\n`,
        ),
      ),
  },
  {
    name: 'aliases within themselves',
    make: (size) =>
      yamlFile(
        filled(size, 'apiVersion: v1\nkind: List\nitems: &l\n', () => '  - {apiVersion: v1, kind: List, items: *l}\n'),
      ),
  },
  {
    name: 'a document of aliases of its own containers',
    make: (size) =>
      yamlFile(
        filled(
          size,
          `apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: &s {containers: &c [${times(100, (i) => `{name: c${i}, image: nginx},`)}], initContainers: *c, ephemeralContainers: *c}}\n`,
          (i) => `  - {apiVersion: v1, kind: Pod, metadata: {name: a${i}}, spec: *s}\n`,
        ),
      ),
  },
  yaml('merge keys', 'apiVersion: v1\nkind: Pod\nx: &x {a: b}\nspec:\n', (i) => `  a${i}: {<<: *x, c: d}\n`),
  yaml(
    'a chain of merge keys',
    'apiVersion: v1\nkind: Pod\nx0: &x0 {a: b}\n',
    (i) => `x${i + 1}: &x${i + 1} {<<: *x${i}, k${i}: d}\n`,
  ),
  yaml(
    'a chain of merge keys that is read',
    `${compactPod}  containers:\n    - &x0 {name: c, image: nginx}\n`,
    (i) => `    - &x${i + 1} {<<: *x${i}, k${i}: d}\n`,
  ),
  yaml(
    'one map that merges many',
    `${compactPod}  containers:\n    - &x {name: c, image: nginx}\n    - <<: [`,
    () => '*x, ',
    ']\n',
  ),
  yaml(
    'many maps that merge many',
    `${compactPod}  containers:\n    - &x {${times(100, (i) => `k${i}: v, `)}}\n`,
    (i) => `    - {<<: *x, name: c${i}}\n`,
  ),
  compose(
    'Compose services that merge',
    'x-a: &a {image: nginx, privileged: true}\nservices:\n',
    (i) => `  s${i}: {<<: *a, ports: ["80:80"]}\n`,
  ),
  compose(
    'Compose aliases of one service',
    'services:\n  s: &s {image: nginx, privileged: true, environment: {PASSWORD: hunter22}}\n',
    (i) => `  s${i}: *s\n`,
  ),
  compose(
    'Compose aliases of a long list',
    `services:\n  s: &s {image: nginx, volumes: &v [${times(200, (i) => `"/etc/x${i}:/x",`)}]}\n`,
    (i) => `  s${i}: {image: nginx, volumes: *v}\n`,
  ),
];
