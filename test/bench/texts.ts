/** Texts to measure with, made here: manifests as people write them, in the sizes that are asked for. */

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;

/** A workload of about `lines` lines, with comments and the usual fields. */
export function workload(i: number, lines: number): string {
  const name = `service-${i}`;
  const kind = kinds[i % kinds.length];
  const head = `# ${name}: one of the shop's services
apiVersion: apps/v1
kind: ${kind}
metadata:
  name: ${name}
  namespace: shop-${i % 20}
  labels:
    app.kubernetes.io/name: ${name}
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      serviceAccountName: ${name}
      containers:
        - name: main
          image: registry.example.com/shop/${name}:1.${i}.0
          ports:
            - containerPort: 8080
          securityContext:
            allowPrivilegeEscalation: ${i % 3 === 0}
            runAsNonRoot: true
          env:
`;
  const rest = Math.max(0, Math.floor((lines - head.split('\n').length) / 2));
  const env = Array.from(
    { length: rest },
    (_, n) => `            - name: SETTING_${n}\n              value: "value ${n} of ${name}"\n`,
  );
  return head + (env.length === 0 ? '            []\n' : env.join(''));
}

/** A small object of another kind. */
function small(i: number): string {
  const name = `settings-${i}`;
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: shop-${i % 20}
data:
  key: value-${i}
  other: "${'x'.repeat(450)}"
`;
}

/** A ConfigMap of so many keys. */
export function settingsOf(keys: number): string {
  const data = Array.from({ length: keys }, (_, i) => `  key-${i}: value-${i}\n`);
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n${data.join('')}`;
}

/** A file of `documents` documents, workloads among them. */
export function stream(documents: number): string {
  return Array.from({ length: documents }, (_, i) => (i % 10 === 0 ? workload(i, 40) : small(i))).join('---\n');
}

/** A Dockerfile of so many lines: stages that build, with packages, copies, variables and long RUN instructions. */
export function dockerfileOf(lines: number): string {
  const text: string[] = ['# syntax=docker/dockerfile:1', 'ARG VERSION=13'];
  for (let stage = 0; text.length < lines - 20; stage++) {
    text.push(
      `FROM debian:\${VERSION}-slim AS stage-${stage}`,
      'ARG VERSION',
      `ENV STAGE=${stage} HOME=/srv/\${STAGE}`,
      'WORKDIR /srv',
    );
    for (let step = 0; step < 4; step++)
      text.push(
        'RUN apt-get update && apt-get install -y --no-install-recommends \\',
        '    curl=8.14.1-2 \\',
        `    step-${stage * 4 + step} \\`,
        '  && rm -rf /var/lib/apt/lists/*',
        `COPY --chown=1000:1000 src/${step} ./src/`,
        '# what was built',
        `RUN make -C src/${step} VERSION="$VERSION" > /srv/log`,
      );
    text.push('USER 1000', 'CMD ["node", "server.js"]');
  }
  return `${text.join('\n')}\n`;
}

/** Ten objects of one application, in one of 200 namespaces; it calls the next application. */
export function application(i: number, label = `app-${i}`): string {
  const [name, namespace] = [`app-${i}`, `team-${i % 200}`];
  const object = (apiVersion: string, kind: string, rest: string): string =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n${rest}`;
  const selected = `    matchLabels:\n      app: ${label}\n`;
  return [
    object(
      'apps/v1',
      'Deployment',
      `spec:
  replicas: 2
  selector:
${selected}  template:
    metadata:
      labels:
        app: ${label}
    spec:
      serviceAccountName: ${name}
      containers:
        - name: main
          image: registry.example.com/${namespace}/${name}:1.${i}.0
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: NEXT_URL
              value: http://app-${i + 200}:80/api
          envFrom:
            - configMapRef:
                name: ${name}
          securityContext:
            allowPrivilegeEscalation: false
`,
    ),
    object(
      'v1',
      'Service',
      `spec:\n  selector:\n    app: ${label}\n  ports:\n    - port: 80\n      targetPort: http\n`,
    ),
    object('v1', 'ServiceAccount', 'automountServiceAccountToken: false\n'),
    object('v1', 'ConfigMap', `data:\n  greeting: hello from ${name}\n`),
    object(
      'rbac.authorization.k8s.io/v1',
      'Role',
      'rules:\n  - apiGroups: [""]\n    resources: [configmaps]\n    verbs: [get, watch]\n',
    ),
    object(
      'rbac.authorization.k8s.io/v1',
      'RoleBinding',
      `roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: Role\n  name: ${name}\nsubjects:\n  - kind: ServiceAccount\n    name: ${name}\n    namespace: ${namespace}\n`,
    ),
    object(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      `spec:\n  podSelector:\n${selected}  policyTypes: [Ingress]\n  ingress:\n    - from:\n        - podSelector: {}\n`,
    ),
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      `spec:\n  minReplicas: 2\n  maxReplicas: 8\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: ${name}\n`,
    ),
    object('policy/v1', 'PodDisruptionBudget', `spec:\n  minAvailable: 1\n  selector:\n${selected}`),
    object(
      'networking.k8s.io/v1',
      'Ingress',
      `spec:\n  rules:\n    - host: ${name}.example.com\n      http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend:\n              service:\n                name: ${name}\n                port:\n                  number: 80\n`,
    ),
  ].join('---\n');
}
