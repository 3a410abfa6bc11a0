/** Kustomizations composed by chance of what the fields allow: a base, a component and an overlay. */
import type { Files } from './features.ts';

/** Numbers from 0 to 1, the same for the same seed. Source: mulberry32. */
function chance(seed: number): () => number {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const objects: readonly string[] = [
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: {app: web}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      serviceAccountName: web
      tolerations: [{key: a, operator: Exists}, {key: b, operator: Exists}]
      initContainers:
      - {name: init, image: 'busybox:1.36'}
      containers:
      - name: web
        image: registry.example:5000/team/web:1.2@sha256:aa
        args: [--port, "8080"]
        ports: [{containerPort: 8080, name: http}, {containerPort: 8080, protocol: UDP, name: udp}]
        env: [{name: A, value: "1"}, {name: B, valueFrom: {configMapKeyRef: {name: settings, key: b}}}]
        envFrom: [{configMapRef: {name: settings}}, {secretRef: {name: keys}}]
        volumeMounts: [{name: data, mountPath: /data}]
      - name: side
        image: nginx
      volumes:
      - {name: data, emptyDir: {}}
      - name: all
        projected: {sources: [{configMap: {name: settings}}, {secret: {name: keys}}]}
`,
  `apiVersion: v1
kind: Service
metadata: {name: web, annotations: {port: "80", owner: team}}
spec:
  selector: {app: web}
  ports: [{port: 80, targetPort: 8080}, {port: 53, protocol: UDP}]
`,
  `apiVersion: v1
kind: ServiceAccount
metadata: {name: web}
imagePullSecrets: [{name: keys}]
`,
  `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
subjects: [{kind: ServiceAccount, name: web, namespace: default}, {kind: ServiceAccount, name: default}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: web}
rules: [{apiGroups: [""], resources: [configmaps], resourceNames: [settings], verbs: [get]}]
`,
  `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: web}
subjects: [{kind: ServiceAccount, name: web, namespace: default}, {kind: User, name: ann}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: web}
rules: [{nonResourceURLs: [/metrics], verbs: [get]}]
`,
  `apiVersion: example.com/v1
kind: Widget
metadata: {name: web, finalizers: [a]}
spec:
  containers: [{name: one, image: nginx}, {name: two, image: 'busybox:1'}]
  items: [{name: x, is: yes}]
`,
  `apiVersion: batch/v1
kind: CronJob
metadata: {name: clean}
spec:
  schedule: "0 0 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{name: web, image: 'busybox:1.36', env: [{name: A, value: x}]}]
          volumes: [{name: v, secret: {secretName: keys}}]
`,
  `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  tls: [{hosts: [a.example], secretName: keys}]
  rules: [{host: a.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]
`,
  `apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web, namespace: shop}
spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}
`,
  `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: web
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec:
      containers: [{name: db, image: 'postgres:16', volumeMounts: [{name: data, mountPath: /data}]}]
  volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: fast}}]
`,
];

const patchBodies: readonly string[] = [
  'spec: {replicas: 5}',
  'spec: {template: {spec: {containers: [{name: web, image: "new:1"}]}}}',
  'spec: {template: {spec: {containers: [{name: added, image: "new:1"}]}}}',
  'spec: {template: {spec: {containers: [{name: web, $patch: delete}]}}}',
  'spec: {template: {spec: {containers: [{$patch: replace}, {name: only, image: only}]}}}',
  'spec: {template: {spec: {containers: [{name: web, ports: [{containerPort: 8080, protocol: TCP, name: web}]}]}}}',
  'spec: {template: {spec: {containers: [{name: web, ports: [{containerPort: 9090}]}]}}}',
  'spec: {template: {spec: {containers: [{name: web, env: [{name: A, value: null}, {name: C, value: "3"}]}]}}}',
  'spec: {template: {spec: {tolerations: [{key: c}]}}}',
  'spec: {template: {spec: {volumes: [{name: data, emptyDir: null, configMap: {name: settings}}]}}}',
  'spec: {template: {spec: {$patch: replace, containers: [{name: z, image: z}]}}}',
  'spec: {template: {spec: {initContainers: null}}}',
  'spec: {ports: [{port: 80, targetPort: 1}]}',
  'spec: {ports: [{port: 53, protocol: UDP, name: dns}]}',
  'spec: null',
  '$patch: delete',
];

const operations: readonly string[] = [
  '[{"op": "replace", "path": "/spec/replicas", "value": 7}]',
  '[{"op": "add", "path": "/metadata/labels", "value": {"a": "b"}}]',
  '[{"op": "add", "path": "/spec/template/spec/containers/0/args/-", "value": "yes"}]',
  '[{"op": "remove", "path": "/spec/template/spec/tolerations/0"}]',
  '[{"op": "add", "path": "/metadata/annotations/example.com~1a", "value": "1"}]',
  '[{"op": "test", "path": "/spec/replicas", "value": 2}, {"op": "remove", "path": "/spec/replicas"}]',
  '[{"op": "copy", "from": "/metadata/name", "path": "/metadata/labels/copy"}]',
  '[{"op": "move", "from": "/spec/replicas", "path": "/spec/was"}]',
  '[{"op": "add", "path": "/spec/template/spec/containers/-1", "value": {"name": "last", "image": "last"}}]',
];

/** What is always there, more often than what may be there. */
const heads: readonly string[] = [
  ...Array.from({ length: 9 }, () => 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n'),
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\n',
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\n',
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\n',
  'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: clean}\n',
  'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: web}\n',
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a-web}\n',
];

const targets: readonly string[] = [
  'kind: Deployment',
  'kind: Deployment, name: web',
  'name: .*eb',
  'kind: "Deployment|StatefulSet"',
  'group: apps, version: v1',
  'labelSelector: "app=web"',
  'kind: Service, annotationSelector: "owner in (team, x), !none"',
  'namespace: default, kind: Role',
];

const replacements: readonly string[] = [
  '{source: {kind: Service, name: web}, targets: [{select: {kind: Deployment}, fieldPaths: ["spec.template.spec.containers.[name=web].env.[name=A].value"]}]}',
  '{source: {kind: Service, name: web, fieldPath: "spec.ports.0.port"}, targets: [{select: {kind: Deployment}, fieldPaths: [spec.replicas]}]}',
  '{source: {kind: Deployment, name: web, fieldPath: "spec.template.spec.containers.0.image", options: {delimiter: ":", index: 1}}, targets: [{select: {kind: CronJob}, fieldPaths: ["spec.jobTemplate.spec.template.spec.containers.*.image"], options: {delimiter: ":", index: 1}}]}',
  '{source: {kind: Service, fieldPath: metadata.name}, targets: [{select: {kind: Role}, reject: [{name: none}], fieldPaths: [metadata.annotations.made], options: {create: true}}]}',
  '{source: {kind: Service, fieldPath: spec.ports}, targets: [{select: {name: web, kind: Widget}, fieldPaths: [spec.ports], options: {create: true}}]}',
];

/** @returns a line of a kustomization, or none. */
type Maybe = (likely: number, lines: string) => string;

function fieldsOf(random: () => number, folder: string): { text: string; files: Record<string, string> } {
  const maybe: Maybe = (likely, lines) => (random() < likely ? `${lines}\n` : '');
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] as string;
  const files: Record<string, string> = {};
  const patches = Array.from({ length: Math.floor(random() * 3) }, (_, at) => {
    if (random() < 0.3) return `- target: {${pick(targets)}}\n  patch: |-\n    ${pick(operations)}\n`;
    const body = pick(heads) + pick(patchBodies);
    if (random() < 0.3) {
      files[`${folder}/patch${at}.yaml`] = body;
      return `- path: patch${at}.yaml\n`;
    }
    const target = random() < 0.4 ? `  target: {${pick(targets)}}\n` : '';
    return `- patch: |-\n${body.replaceAll(/^/gm, '    ')}\n${target}`;
  });
  const text = [
    maybe(0.3, `namespace: ${pick(['shop', 'default', 'a.b'])}`),
    maybe(0.4, `namePrefix: ${pick(['a-', 'b-'])}`),
    maybe(0.2, 'nameSuffix: -z'),
    maybe(0.2, 'commonLabels: {team: "1", tier: back}'),
    maybe(0.2, 'labels: [{pairs: {l: m}}, {pairs: {s: t}, includeSelectors: true}]'),
    maybe(0.15, 'labels: [{pairs: {l: m}, includeTemplates: true}]'),
    maybe(0.2, 'commonAnnotations: {note: "yes", when: "1"}'),
    maybe(
      0.3,
      'images: [{name: nginx, newTag: "1.27"}, {name: busybox, newName: my/box, digest: "sha256:bb"}, {name: "registry.example:5000/team/web", newTag: v2}]',
    ),
    maybe(0.1, 'images: [{name: nginx, tagSuffix: -x}, {name: busybox, tagSuffix: -y}]'),
    maybe(0.2, 'replicas: [{name: web, count: 4}]'),
    maybe(0.2, `replacements: [${pick(replacements)}]`),
    patches.length > 0 ? `patches:\n${patches.join('')}` : '',
    maybe(0.15, `patchesStrategicMerge:\n- |-\n${(pick(heads) + pick(patchBodies)).replaceAll(/^/gm, '  ')}`),
    maybe(
      0.1,
      `patchesJson6902:\n- target: {version: v1, group: apps, kind: Deployment, name: web}\n  patch: '${pick(operations)}'`,
    ),
    maybe(0.3, `generatorOptions: {labels: {gen: "1"}, disableNameSuffixHash: ${pick(['true', 'false'])}}`),
  ].join('');
  return { text: withoutRepeats(text), files };
}

/** A key that stands twice counts once. */
function withoutRepeats(text: string): string {
  const seen = new Set<string>();
  return text
    .split(/^(?=[a-zA-Z]+:)/m)
    .filter((part) => {
      const key = part.slice(0, part.indexOf(':'));
      return !seen.has(key) && seen.add(key);
    })
    .join('');
}

/** @param seed the same files for the same one. */
export function composedFiles(seed: number): Files {
  const random = chance(seed);
  const used = objects.filter((_, at) => at < 3 || random() < 0.4);
  const base = fieldsOf(random, 'base');
  const overlay = fieldsOf(random, 'overlay');
  const component = fieldsOf(random, 'component');
  const hasComponent = random() < 0.3;
  const generators = `configMapGenerator:
- {name: settings, literals: [a=1, 'b="quoted"', "c=x=y"], files: [file.txt]}
secretGenerator:
- {name: keys, envs: [keys.env], type: example.com/kind}
`;
  const merged = random() < 0.4 ? 'configMapGenerator: [{name: settings, behavior: merge, literals: [d=4]}]\n' : '';
  return {
    ...Object.fromEntries(used.map((text, at) => [`base/object${at}.yaml`, text])),
    'base/file.txt': 'one <two> & three\n',
    'base/keys.env': '# keys\nUSER=me\nEMPTY=\nPASSWORD=a=b\n',
    'base/kustomization.yaml': `resources: [${used.map((_, at) => `object${at}.yaml`).join(', ')}]\n${generators}${base.text}`,
    ...base.files,
    'overlay/kustomization.yaml': `resources: [../base]\n${hasComponent ? 'components: [../component]\n' : ''}${merged}${overlay.text}`,
    ...overlay.files,
    'component/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n${component.text || 'namePrefix: c-\n'}`,
    ...component.files,
  };
}
