/** Kustomizations of one feature each. */
import type { Question } from './questions.ts';

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

const web = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - {name: web, image: "nginx:1.27", args: [$(HOST), plain, $$(HOST)], ports: [{containerPort: 80}]}
`;
const service =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n';
const resources = 'resources: [web.yaml, service.yaml]\n';
const both = { 'web.yaml': web, 'service.yaml': service };

/** A folder of a Deployment and a Service, and what its kustomization says beside. */
const field = (name: string, lines: string, files: Files = {}): Question => ({
  name,
  folder: '',
  files: { ...both, 'kustomization.yaml': resources + lines, ...files },
});

/** Files whose kustomizations are all written out. */
const tree = (name: string, files: Files, folder = 'overlay'): Question => ({
  name,
  files: { ...both, ...files },
  folder,
});

const patchOf = (body: string): string => `patches:\n- patch: |-\n${`${body}`.replaceAll(/^/gm, '    ')}\n`;
const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n';
const plugin = (key: string, body: string): string => `${key}:\n- |-\n${body.replaceAll(/^/gm, '  ')}\n`;

const reading: readonly Question[] = [
  field('fields in any case', 'nameprefix: a-\n'),
  field('an unknown field', 'nonsense: true\n'),
  field('two kustomizations', '', { 'kustomization.yml': resources }),
  field('another kind', 'kind: Deployment\n'),
  field('a missing file', 'patches: [{path: none.yaml}]\n'),
  tree('no kustomization', { 'overlay/x.yaml': service }),
  tree('an empty kustomization', { 'overlay/kustomization.yaml': 'kind: Kustomization\n' }),
  tree('a file outside of the folder', { 'overlay/kustomization.yaml': 'resources: [../web.yaml]\n' }),
  tree('a circle', {
    'overlay/kustomization.yaml': 'resources: [../base]\n',
    'base/kustomization.yaml': 'resources: [../overlay]\n',
  }),
  tree('the same base twice', {
    'overlay/kustomization.yaml': 'resources: [../a, ../b]\n',
    'a/kustomization.yaml': 'namePrefix: a-\nresources: [../base]\n',
    'b/kustomization.yaml': 'namePrefix: b-\nresources: [../base]\n',
    'base/kustomization.yaml': 'resources: [d.yaml]\nconfigMapGenerator: [{name: c, literals: [a=b]}]\n',
    'base/d.yaml': `${web}      volumes: [{name: v, configMap: {name: c}}]\n`,
  }),
  tree('the same object twice', {
    'overlay/kustomization.yaml': 'resources: [a.yaml, b.yaml]\n',
    'overlay/a.yaml': service,
    'overlay/b.yaml': service,
  }),
  tree('a component as a resource', {
    'overlay/kustomization.yaml': 'resources: [../c]\n',
    'c/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamePrefix: a-\n',
  }),
  tree('anchors, merge keys, lists of objects', {
    'overlay/kustomization.yaml': 'resources: [x.yaml]\nnamespace: n\n',
    'overlay/x.yaml': `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: ConfigMap
  metadata: &m {name: a, labels: &l {x: "1"}}
  data: {date: 2020-01-02, number: 0x1F, word: yes, octal: 0o17, none: ~, big: 123456789012}
- {apiVersion: v1, kind: ConfigMapList, items: [{apiVersion: v1, kind: ConfigMap, metadata: {<<: *m, name: b, labels: {<<: *l, y: "2"}}}]}
`,
  }),
  tree('annotations of nothing', {
    'overlay/kustomization.yaml': 'resources: [x.yaml]\n',
    'overlay/x.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, annotations: {}, labels: {}}\n',
  }),
  tree('a block without an end, and annotations of nothing', {
    'overlay/kustomization.yaml': 'resources: [x.yaml, y.yaml]\nnamespace: shop\n',
    'overlay/x.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, annotations: {}}\ndata:\n  a: |\n    one\n    two',
    'overlay/y.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: y, annotations: {a: 1, b: true}, labels: {a: 1}}\n',
  }),
  tree('objects of the machine alone', {
    'overlay/kustomization.yaml': 'resources: [x.yaml]\n',
    'overlay/x.yaml': `${service}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, annotations: {config.kubernetes.io/local-config: "true"}}\n`,
  }),
];

const merging: readonly Question[] = [
  field('a value of another kind', patchOf(`${deployment}spec: {template: [a]}`)),
  field('no such object', patchOf('apiVersion: v1\nkind: Pod\nmetadata: {name: none}\n')),
  field('an unknown directive', patchOf(`${deployment}spec: {$patch: nonsense}`)),
  field('both kinds of a patch', `patches: [{path: web.yaml, patch: "a: b"}]\n`),
  field('a JSON patch without a target', `patches:\n- patch: '[{"op":"remove","path":"/spec"}]'\n`),
  field(
    'a JSON patch as YAML',
    'patches:\n- target: {kind: Service}\n  patch: |-\n    - op: add\n      path: /spec/on\n      value: on\n',
  ),
  field(
    'a new name',
    'patches:\n- target: {kind: Service}\n  options: {allowNameChange: true}\n  patch: "{apiVersion: v1, kind: Service, metadata: {name: other}}"\n',
  ),
  field(
    'a new kind',
    'patches:\n- target: {kind: Service}\n  options: {allowKindChange: true}\n  patch: "{apiVersion: v1, kind: Endpoints, metadata: {name: web}}"\n',
  ),
  field('several patches in a file', 'patches: [{path: p.yaml}]\n', {
    'p.yaml': `${deployment}spec: {replicas: 1}\n---\n${service.replace('80', '81')}`,
  }),
  field('several patches for one target', 'patches: [{path: p.yaml, target: {kind: Service}}]\n', {
    'p.yaml': `${service}---\n${service}`,
  }),
  field('keys that items lack', patchOf(`${deployment}spec: {template: {spec: {containers: [{image: x}]}}}`)),
  field(
    'ports with and without a protocol',
    patchOf(
      `${deployment}spec: {template: {spec: {containers: [{name: web, ports: [{containerPort: 80, protocol: TCP}, {containerPort: 80, protocol: UDP}]}]}}}`,
    ),
  ),
  field(
    'constraints of a pod',
    patchOf(
      `${deployment}spec: {template: {spec: {topologySpreadConstraints: [{topologyKey: a, maxSkew: 1}], hostAliases: [{ip: 1.2.3.4, hostnames: [a]}], imagePullSecrets: [{name: a}]}}}`,
    ),
  ),
  tree('webhooks, finalizers, owners', {
    'overlay/kustomization.yaml': `resources: [x.yaml]\n${patchOf('apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: x, finalizers: [b, c], ownerReferences: [{uid: "2", name: z}]}\nwebhooks: [{name: b, timeoutSeconds: 2}]')}`,
    'overlay/x.yaml':
      'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: x, finalizers: [a, b], ownerReferences: [{uid: "1", name: y}]}\nwebhooks: [{name: a}, {name: b, timeoutSeconds: 1}]\n',
  }),
  field(
    'a schema of its own',
    `openapi: {path: s.json}\n${patchOf('apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: t}\nitems: [{id: b, v: 3}]')}`,
    {
      'kustomization.yaml': `resources: [t.yaml]\nopenapi: {path: s.json}\n${patchOf('apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: t}\nitems: [{id: b, v: 3}]')}`,
      't.yaml': 'apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: t}\nitems: [{id: a, v: 1}, {id: b, v: 2}]\n',
      's.json':
        '{"definitions":{"com.example.v1.Thing":{"properties":{"items":{"type":"array","items":{"$ref":"#/definitions/com.example.v1.Item"},"x-kubernetes-patch-merge-key":"id","x-kubernetes-patch-strategy":"merge"}},"type":"object","x-kubernetes-group-version-kind":[{"group":"example.com","kind":"Thing","version":"v1"}]},"com.example.v1.Item":{"type":"object","properties":{"id":{"type":"string"}}}}}',
    },
  ),
];

const changing: readonly Question[] = [
  field('replicas of nothing', 'replicas: [{name: none, count: 1}]\n'),
  field('old names of fields', 'imageTags: [{name: nginx, newTag: old}]\nbases: [base]\n', {
    'base/kustomization.yaml': 'configMapGenerator: [{name: c, env: c.env}]\n',
    'base/c.env': 'A=1\n',
  }),
  field('an image by an expression', 'images: [{name: "ng.nx", newTag: a}, {name: "nginx", newName: b}]\n'),
  field('an image with a tag and a digest', 'images: [{name: nginx, newTag: a, digest: "sha256:b"}]\n'),
  field(
    'labels of certain fields',
    'labels: [{pairs: {a: b}, fields: [{path: spec/extra, create: true, kind: Service}]}]\n',
  ),
  field(
    'labels that contradict',
    'labels: [{pairs: {a: b}, includeTemplates: true, fields: [{path: metadata/labels, create: false}]}]\n',
  ),
  field(
    'generators',
    'configMapGenerator:\n- {name: a, files: [x=web.yaml, service.yaml], options: {immutable: true, labels: {l: "1"}, annotations: {a: b}}}\nsecretGenerator:\n- {name: b, literals: ["k=\'v\'", "e="], type: kubernetes.io/tls, namespace: n}\ngeneratorOptions: {labels: {l: "2", m: "3"}}\n',
  ),
  field('a long secret', `secretGenerator: [{name: b, literals: [k=${'x'.repeat(120)}]}]\n`),
  field('a key twice', 'configMapGenerator: [{name: a, literals: [k=v, k=w]}]\n'),
  field('a literal without a value', 'configMapGenerator: [{name: a, literals: [k]}]\n'),
  field('a merge with nothing', 'configMapGenerator: [{name: a, behavior: merge, literals: [k=v]}]\n'),
  field(
    'a variable',
    'vars: [{name: HOST, objref: {apiVersion: v1, kind: Service, name: web}}, {name: PORT, objref: {apiVersion: v1, kind: Service, name: web}, fieldref: {fieldPath: "spec.ports[0].port"}}]\ncommonAnnotations: {url: "http://$(HOST):$(PORT)", port: $(PORT)}\nnamePrefix: p-\n',
  ),
  field('a variable of nothing', 'vars: [{name: HOST, objref: {apiVersion: v1, kind: Pod, name: web}}]\n'),
  field(
    'configurations',
    'configurations: [c.yaml]\nnamePrefix: p-\nimages: [{name: a, newTag: b}]\ncommonLabels: {l: m}\n',
    {
      'c.yaml':
        'nameReference: [{kind: Service, version: v1, fieldSpecs: [{kind: Deployment, path: metadata/labels/app}]}]\nimages: [{kind: Service, path: spec/image}]\ncommonLabels: [{kind: Service, path: spec/extra, create: true}]\nnamePrefix: [{kind: Service, path: metadata/name}]\n',
      'service.yaml': `${service}`.replace('spec: {', 'spec: {image: "a:1", '),
    },
  ),
  field('CRDs', 'crds: [crd.json]\nnamePrefix: p-\ncommonAnnotations: {a: b}\n', {
    'kustomization.yaml':
      'resources: [service.yaml, t.yaml]\ncrds: [crd.json]\nnamePrefix: p-\ncommonAnnotations: {a: b}\n',
    't.yaml':
      'apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: t}\nspec: {to: {name: web}, notes: {x: "1"}}\n',
    'crd.json':
      '{"com.example.v1.Thing":{"Schema":{"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"type":"object"},"spec":{"$ref":"com.example.v1.Spec"}}}},"com.example.v1.Spec":{"Schema":{"properties":{"notes":{"x-kubernetes-annotation":""},"to":{"x-kubernetes-object-ref-api-version":"v1","x-kubernetes-object-ref-kind":"Service"}}}}}',
  }),
  field(
    'origins',
    'buildMetadata: [originAnnotations, transformerAnnotations]\nnamePrefix: p-\nconfigMapGenerator: [{name: c}]\nlabels: [{pairs: {a: b}}]\n',
  ),
];

const replacing: readonly Question[] = [
  field(
    'a value that is written in place',
    'replacements: [{sourceValue: "9", targets: [{select: {kind: Deployment}, fieldPaths: [spec.replicas, metadata.annotations.n], options: {create: true}}]}]\n',
  ),
  field(
    'a target that is not there',
    'replacements: [{source: {kind: Service}, targets: [{select: {kind: Deployment}, fieldPaths: [spec.none]}]}]\n',
  ),
  field('two sources', 'replacements: [{source: {name: web}, targets: [{select: {kind: Deployment}}]}]\n'),
  field('a file of replacements', 'replacements: [{path: r.yaml}]\n', {
    'r.yaml':
      '- {source: {kind: Service, fieldPath: "spec.ports.[port=80].port"}, targets: [{select: {kind: Deployment}, fieldPaths: ["spec.template.spec.containers.0.ports.0.containerPort", "metadata.labels.[a.b/c]"], options: {create: true}}]}\n',
  }),
  field(
    'a part of a value',
    'replacements: [{source: {kind: Deployment, fieldPath: "spec.template.spec.containers.[name=web].image", options: {delimiter: ":"}}, targets: [{select: {kind: Service, name: "w.*"}, reject: [{name: none}], fieldPaths: [metadata.labels.image], options: {create: true}}, {select: {kind: Deployment}, fieldPaths: ["spec.template.spec.containers.*.args.1"], options: {delimiter: "a", index: 9}}]}]\n',
  ),
  field(
    'a value in JSON in a text',
    'replacements: [{source: {kind: Service}, targets: [{select: {kind: ConfigMap}, fieldPaths: ["data.j.a.b"]}]}]\n',
    {
      'kustomization.yaml':
        'resources: [service.yaml, c.yaml]\nreplacements: [{source: {kind: Service}, targets: [{select: {kind: ConfigMap}, fieldPaths: ["data.j.a.b"]}]}]\n',
      'c.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {j: '{"a":{"b":"x","c":1}}'}\n`,
    },
  ),
];

const plugins: readonly Question[] = [
  ['PrefixTransformer', 'prefix: p-\nfieldSpecs: [{path: metadata/name, kind: Service}]'],
  ['SuffixTransformer', 'suffix: -s\nfieldSpecs: [{path: metadata/name}]'],
  [
    'NamespaceTransformer',
    'unsetOnly: true\nsetRoleBindingSubjects: none\nfieldSpecs: [{path: metadata/namespace, create: true}]',
  ],
  ['LabelTransformer', 'labels: {a: b}\nfieldSpecs: [{path: metadata/labels, create: true}]'],
  ['AnnotationsTransformer', 'annotations: {a: b}\nfieldSpecs: [{path: metadata/annotations, create: true}]'],
  ['ImageTagTransformer', 'imageTag: {name: nginx, newTag: x}'],
  [
    'ReplicaCountTransformer',
    'replica: {name: web, count: 3}\nfieldSpecs: [{path: spec/replicas, create: true, kind: Deployment}]',
  ],
  [
    'PatchTransformer',
    'target: {kind: Service}\npatch: "{apiVersion: v1, kind: Service, metadata: {name: web, labels: {a: b}}}"',
  ],
  [
    'PatchJson6902Transformer',
    `target: {kind: Service, name: web}\njsonOp: '[{"op":"add","path":"/spec/a","value":1}]'`,
  ],
  [
    'ReplacementTransformer',
    'replacements: [{source: {kind: Service}, targets: [{select: {kind: Deployment}, fieldPaths: [spec.name], options: {create: true}}]}]',
  ],
  ['NoSuchTransformer', 'a: b'],
].map(([kind, body]) =>
  field(
    `${kind}`,
    plugin('transformers', `apiVersion: builtin\nkind: ${kind}\nmetadata: {name: t, namespace: n}\n${body}`),
  ),
);

export const features: readonly Question[] = [
  ...reading,
  ...merging,
  ...changing,
  ...replacing,
  ...plugins,
  field(
    'a generator that is written as an object',
    plugin('generators', 'apiVersion: builtin\nkind: SecretGenerator\nmetadata: {name: g}\nname: s\nliterals: [a=b]'),
  ),
];
