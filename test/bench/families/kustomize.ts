/** Kustomizations and what they take in. */
import { compactPod, type Family, filled, podOf, times, yamlFile } from './family.ts';

export const kustomizeFamilies: readonly Family[] = [
  {
    name: 'entries of a kustomization',
    make: (size) => [
      {
        path: 'kustomization.yaml',
        text: filled(
          size / 2,
          'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n',
          (i) => `  - p${i}.yaml\n`,
        ),
      },
      ...Array.from({ length: Math.ceil(size / 400) }, (_, i) => ({ path: `p${i}.yaml`, text: podOf(`p${i}`) })),
    ],
  },
  {
    name: 'images of a kustomization',
    make: (size) => [
      {
        path: 'kustomization.yaml',
        text: filled(
          size / 2,
          'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [big.yaml]\nimages:\n',
          (i) => `  - {name: i${i}, newTag: "1"}\n`,
        ),
      },
      ...yamlFile(filled(size / 2, `${compactPod}  containers:\n`, (i) => `    - {name: c${i}, image: i${i}}\n`)),
    ],
  },
  {
    name: 'patches of a kustomization',
    make: (size) => [
      {
        path: 'kustomization.yaml',
        text: filled(
          size / 2,
          'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [big.yaml]\npatches:\n',
          (i) => `  - {path: p${i}.yaml}\n`,
        ),
      },
      ...Array.from({ length: Math.ceil(size / 400) }, (_, i) => ({ path: `p${i}.yaml`, text: podOf(`p${i}`) })),
    ],
  },
  {
    name: 'patches within a kustomization, and objects',
    make: (size) => [
      {
        path: 'kustomization.yaml',
        text: filled(
          size / 2,
          'kind: Kustomization\nresources: [a.yaml]\npatches:\n',
          (i) => `  - {target: {kind: Pod}, patch: '[{op: add, path: /metadata/labels, value: {a: "${i}"}}]'}\n`,
        ),
      },
      {
        path: 'a.yaml',
        text: times(Math.ceil(size / 800), (i) => `---\n${podOf(`p${i}`)}`),
      },
    ],
  },
  {
    name: 'many kustomizations',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 400) }, (_, i) => [
        {
          path: `d${i}/kustomization.yaml`,
          text: `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: n${i}\nresources: [p.yaml]\n`,
        },
        { path: `d${i}/p.yaml`, text: podOf(`p${i}`) },
      ]).flat(),
  },
  {
    name: 'kustomizations that take each other in',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 400) }, (_, i) => [
        { path: `d${i}/kustomization.yaml`, text: `kind: Kustomization\nresources: [../d${i + 1}, p.yaml]\n` },
        { path: `d${i}/p.yaml`, text: podOf(`p${i}`) },
      ]).flat(),
  },
  {
    // Each is a variant of all others, and only a variant excuses it.
    name: 'copies of one object in folders, and policies',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 500) }, (_, i) => [
        { path: `d${i}/p.yaml`, text: podOf('p') },
        {
          path: `d${i}/n.yaml`,
          text:
            i % 2 === 0
              ? 'kind: Namespace\napiVersion: v1\nmetadata: {name: n}\n'
              : 'kind: NetworkPolicy\napiVersion: networking.k8s.io/v1\nmetadata: {name: deny}\nspec: {podSelector: {}, policyTypes: [Ingress, Egress]}\n',
        },
      ]).flat(),
  },
  {
    name: 'folders within folders, each with one object',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 400) }, (_, i) => ({
        path: `${'d/'.repeat(i % 90)}e${i}/p.yaml`,
        text: podOf('p'),
      })),
  },
  {
    name: 'overlays of one base',
    make: (size) => [
      { path: 'base/kustomization.yaml', text: 'kind: Kustomization\nresources: [p.yaml]\n' },
      { path: 'base/p.yaml', text: podOf('p') },
      ...Array.from({ length: Math.ceil(size / 150) }, (_, i) => ({
        path: `o${i}/kustomization.yaml`,
        text: `kind: Kustomization\nnamespace: n${i}\nresources: [../base]\nimages: [{name: nginx, newTag: "${i}"}]\n`,
      })),
    ],
  },
  {
    name: 'kustomizations, and namespaces of standards',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 600) }, (_, i) => [
        {
          path: `d${i}/kustomization.yaml`,
          text: `kind: Kustomization\nnamespace: n${i}\nresources: [n.yaml, p.yaml]\n`,
        },
        {
          path: `d${i}/n.yaml`,
          text: `{apiVersion: v1, kind: Namespace, metadata: {name: n${i}, labels: {pod-security.kubernetes.io/enforce: restricted}}}\n`,
        },
        { path: `d${i}/p.yaml`, text: podOf(`p${i}`, '  hostNetwork: true\n') },
      ]).flat(),
  },
];
