/** Charts as people write them, for what has to hold of any chart: switches, loops, helpers that write whole pods, charts within charts, values for environments. */

/** Files by their paths below the folder of a chart. */
export type ChartTexts = Readonly<Record<string, string>>;

/** What a container of a template is made of. @param lines without indentation; those that lack it stay at the left edge. */
const deployment = (name: string, pod: readonly string[]): string =>
  [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    `  name: ${name}`,
    '  labels:',
    '    {{- include "shop.labels" . | nindent 4 }}',
    'spec:',
    '  replicas: {{ .Values.replicas }}',
    '  selector:',
    '    matchLabels:',
    '      {{- include "shop.labels" . | nindent 6 }}',
    '  template:',
    '    metadata:',
    '      labels:',
    '        {{- include "shop.labels" . | nindent 8 }}',
    '    spec:',
    ...pod.map((line) => `      ${line}`),
    '',
  ].join('\n');

const helpers = `{{/* Labels of all objects. */}}
{{- define "shop.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
{{- define "shop.container" -}}
- name: {{ .name }}
  image: "{{ .image.repository }}:{{ .image.tag | default "1.0.0" }}"
  {{- with .securityContext }}
  securityContext:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  ports:
    - containerPort: {{ .port | default 8080 }}
{{- end }}
`;

/** As \`helm create\` begins one, with a Service and an account. */
const created: ChartTexts = {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 0.1.0\nappVersion: "1.16.0"\n',
  'values.yaml': `# How many.
replicas: 1
image:
  repository: registry.example.com/shop/web
  # Overrides the tag, which is the version of the chart.
  tag: ""
podSecurityContext: {}
  # fsGroup: 2000

# Of the container.
securityContext: {}
  # runAsNonRoot: true # better so

service: { type: NodePort, port: 80 }
nodeSelector: {}
tolerations: []
hostNetwork: true # for the mesh
`,
  'ci/values.yaml': 'hostNetwork: false\n',
  'values-prod.yaml': '# Of production.\nreplicas: 3\nsecurityContext:\n  # Kept.\n  privileged: true\n',
  'templates/_helpers.tpl': helpers,
  'templates/web.yaml': deployment('{{ .Release.Name }}-web', [
    'hostNetwork: {{ .Values.hostNetwork }}',
    'securityContext:',
    '  {{- toYaml .Values.podSecurityContext | nindent 8 }}',
    'containers:',
    '  - name: {{ .Chart.Name }}',
    '    securityContext:',
    '      {{- toYaml .Values.securityContext | nindent 12 }}',
    '    image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"',
    '    ports:',
    '      - name: http',
    '        containerPort: 8080 # as the image has it',
    '{{- with .Values.nodeSelector }}',
    'nodeSelector:',
    '  {{- toYaml . | nindent 8 }}',
    '{{- end }}',
  ]),
  'templates/service.yaml': `apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}-web
spec:
  type: {{ .Values.service.type }}
  selector:
    {{- include "shop.labels" . | nindent 4 }}
  ports:
    - port: {{ .Values.service.port }}
      targetPort: http
`,
};

/** Dangers in literal text, behind switches and in a loop over containers. */
const literal: ChartTexts = {
  'Chart.yaml': 'apiVersion: v2\nname: agent\nversion: 1.0.0\n',
  'values.yaml': `replicas: 1
debug: true
# Each runs beside the others.
workers:
  - name: fast
    image: { repository: registry.example.com/worker, tag: "1.2" }
  - name: slow
    image: { repository: registry.example.com/worker, tag: "1.3" }
    securityContext:
      privileged: true # reads the disk
rbac:
  rules:
    - apiGroups: [""]
      resources: [secrets]
      verbs: [get, list, watch]
`,
  'templates/_helpers.tpl': helpers,
  'templates/agent.yaml': deployment('agent', [
    'hostPID: true # to see them',
    '{{- if .Values.debug }}',
    'hostIPC: true',
    '{{- end }}',
    'containers:',
    '  - name: agent',
    '    image: registry.example.com/agent:2.0',
    '    args: ["--password=f7Kq29xLw0d"]',
    '    securityContext:',
    '      privileged: true',
    '      runAsUser: 0',
    '    volumeMounts:',
    '      - { name: docker, mountPath: /var/run/docker.sock }',
    'volumes:',
    '  - name: docker',
    '    hostPath: { path: /var/run/docker.sock }',
  ]),
  'templates/workers.yaml': deployment('workers', [
    'automountServiceAccountToken: false',
    'containers:',
    '  {{- range .Values.workers }}',
    '  {{- include "shop.container" . | nindent 8 }}',
    '  {{- end }}',
  ]),
  'templates/role.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: agent
rules:
  {{- toYaml .Values.rbac.rules | nindent 2 }}
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: agent
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: agent
subjects:
  - kind: ServiceAccount
    name: default
    namespace: {{ .Release.Namespace }}
`,
};

/** A chart within a chart: what decides stands above, below or under \`global\`. */
const nested: ChartTexts = {
  'Chart.yaml':
    'apiVersion: v2\nname: whole\nversion: 1.0.0\ndependencies:\n  - { name: shop, version: 0.1.0, alias: front, condition: front.enabled }\n',
  'values.yaml': `global:
  automount: true
front:
  enabled: true
  hostNetwork: true # above
  image: { tag: "2.0.0" }
`,
  ...Object.fromEntries(Object.entries(created).map(([path, text]) => [`charts/shop/${path}`, text])),
  'templates/job.yaml': `apiVersion: batch/v1
kind: Job
metadata:
  name: once
spec:
  template:
    spec:
      restartPolicy: Never
      automountServiceAccountToken: {{ .Values.global.automount }}
      containers:
        - name: once
          image: {{ tpl "registry.example.com/{{ .Chart.Name }}:latest" . }}
          command: [sh, -c, "echo once"]
          env:
            - name: DB_PASSWORD
              value: f7Kq29xLw0d
`,
};

/** By what they are about. */
export const ownCharts: Readonly<Record<string, ChartTexts>> = { created, literal, nested };
