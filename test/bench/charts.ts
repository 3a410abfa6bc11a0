/** Charts to measure with, made here: helpers, values with comments, templates as `helm create` and its kin write them, one of them long. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rules } from '../../rules/catalog/index.ts';
import { rendering } from '../../rules/engine/analyse/charts/rendering.ts';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import type { ChartFile } from '../../rules/model/template/chart/chart.ts';
import { series } from './statistics.ts';

/** The template that is typed in, below the chart's folder. */
const longTemplate = 'templates/part-0.yaml';

const helpers = `{{- define "shop.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- define "shop.selectorLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
{{- define "shop.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "shop.selectorLabels" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}
`;

const valuesOf = (part: number): string => `# -- Settings of part ${part}.
part${part}:
  # -- How many.
  replicas: ${1 + (part % 3)}
  image:
    repository: registry.example.com/shop/part-${part}
    # Overrides the tag.
    tag: "1.${part}.0"
  # -- Of the pod.
  podSecurityContext: {}
    # fsGroup: 2000
  securityContext: {}
  resources: {}
  nodeSelector: {}
  tolerations: []
  serviceAccount:
    name:
    # -- Whether a token is mounted.
    automount: false
`;

/** @param lines at least of the template, in settings of its container. */
function templateOf(part: number, lines: number): string {
  const settings = Array.from(
    { length: Math.max(1, (lines - 32) >> 1) },
    (_, i) =>
      `            - name: SETTING_${i}\n              value: {{ printf "%s-%d" .Release.Name ${i} | quote }}\n`,
  ).join('');
  return `{{- $part := .Values.part${part} }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "shop.fullname" . }}-${part}
  labels:
    {{- include "shop.labels" . | nindent 4 }}
spec:
  replicas: {{ $part.replicas }}
  selector:
    matchLabels:
      {{- include "shop.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "shop.labels" . | nindent 8 }}
    spec:
      {{- with $part.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      automountServiceAccountToken: {{ $part.serviceAccount.automount }}
      securityContext:
        {{- toYaml $part.podSecurityContext | nindent 8 }}
      containers:
        - name: main
          securityContext:
            {{- toYaml $part.securityContext | nindent 12 }}
          image: "{{ $part.image.repository }}:{{ $part.image.tag | default .Chart.AppVersion }}"
          resources:
            {{- toYaml $part.resources | nindent 12 }}
          env:
${settings}`;
}

/** A chart of so many files. The first of its templates has 400 lines, others have 60. */
function chartOf(files: number): readonly ChartFile[] {
  const parts = Array.from({ length: Math.max(1, files - 3) }, (_, i) => i);
  return [
    { path: 'Chart.yaml', text: 'apiVersion: v2\nname: shop\nversion: 1.0.0\nappVersion: "1"\n' },
    { path: 'values.yaml', text: parts.map(valuesOf).join('\n') },
    { path: 'templates/_helpers.tpl', text: helpers },
    ...parts.map((i) => ({ path: `templates/part-${i}.yaml`, text: templateOf(i, i === 0 ? 400 : 60) })),
  ];
}

/** Milliseconds that the server takes for each key in a template of 400 lines, in a chart of so many files. */
export function chartEdits(files: number, count: number): number[] {
  const chart = chartOf(files);
  const workspace = new Workspace(rules);
  const give = (path: string, text: string): void => {
    const inChart = path.startsWith('templates/');
    workspace.update({ path: `/shop/${path}`, text, inChart }, defaultSettings, { retain: true });
  };
  workspace.charts.give('/shop', chart);
  for (const { path, text } of chart) give(path, text);
  workspace.complete = true;
  workspace.refresh();
  const typed = chart.find(({ path }) => path === longTemplate)?.text ?? '';
  return series(count, (i) => {
    give(longTemplate, typed.replace('SETTING_100\n', `SETTING_100_${i}\n`));
    for (const changed of workspace.refresh()) workspace.findings(changed);
    workspace.findings(`/shop/${longTemplate}`);
  });
}

/** Milliseconds to render a chart of which nothing is known, each time another one. */
export function coldRenders(files: number, count: number): number[] {
  const chart = chartOf(files);
  return series(count, (i) => {
    const other = chart.map(({ path, text }) => ({ path, text: `${text}# ${i}\n` }));
    rendering(other, undefined, new Map(), new Map());
  });
}

/** Charts of 60 files each. @param folder that they are written into. @returns how many characters were written. */
export function writeCharts(folder: string, count: number): number {
  let written = 0;
  for (let i = 0; i < count; i++)
    for (const { path, text } of chartOf(60)) {
      const file = join(folder, `chart-${i}`, path);
      mkdirSync(dirname(file), { recursive: true });
      // No two charts are alike.
      const own = text.replaceAll('part-', `part-${i}-`).replaceAll('SETTING_', `SETTING_${i}_`);
      writeFileSync(file, own);
      written += own.length;
    }
  return written;
}
