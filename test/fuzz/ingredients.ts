/** What the splicer mixes: files of every type that is read, each set of files that belong together as one. Must not know what is done to them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/catalog/index.ts';
import type { Example } from '../../rules/contract/example.ts';
import { isComposeName } from '../../rules/model/compose/name.ts';
import { isDockerfileName } from '../../rules/model/dockerfile/name.ts';
import { baseName, directoryOf } from '../../rules/text/path.ts';
import { chartFiles } from '../../server/host/chart-folder.ts';
import { discover } from '../../server/host/discover.ts';
import { nodeFiles } from '../../server/host/node-files.ts';
import { root } from '../../tools/root.ts';
import { ownCharts } from '../harness/own-charts.ts';
import type { NamedChart } from './helm.ts';

/** Texts by their paths below one folder. */
export type FileSet = Readonly<Record<string, string>>;

/** Every kind of name that is read. */
export const names: readonly string[] = [
  'Dockerfile',
  'Dockerfile.dev',
  'api.dockerfile',
  'Containerfile',
  'compose.yaml',
  'docker-compose.prod.yml',
  'kustomization.yaml',
  'Kustomization',
  '.dockerignore',
  'Dockerfile.dockerignore',
  'docker-bake.hcl',
  'docker-bake.json',
  'skaffold.yaml',
  'Chart.yaml',
  'templates/web.yaml',
  '.seaworthy.yaml',
  '.hadolint.yaml',
  '.gitignore',
  'docker-entrypoint.sh',
  'start.sh',
  'nginx.conf',
  'default.conf.template',
  'z.yaml',
  'a/b.yml',
  'pod.json',
];

/** Files that no example and no corpus has many of. */
const small: readonly FileSet[] = [
  {
    '.seaworthy.yaml':
      'profile: strict\nkubernetesVersion: "1.30"\nframeworks: [nsa]\nextends: a/base.yaml\nroots: ["a", "b/*"]\nrules:\n  host-ipc: low\n  host-port: { severity: low, allow: ["8080"] }\nregistries: ["*.example.org"]\ndeniedRegistries: [docker.io]\noverrides:\n  - paths: ["a/**"]\n    profile: all\n  - namespaces: [kube-*]\n    rules: { host-pid: off }\nignores: [{ rule: missing-user, reason: a job builds it, until: 2026-12-31 }]\nignorePaths: [vendor/**]\nvulnerabilities: [{ id: CVE-2026-1, images: ["*nginx*"], reason: later, until: 2026-12-31 }]\n',
    'a/base.yaml': 'extends: ../.seaworthy.yaml\nprofile: all\ntags: { practice: off }\n',
    '.hadolint.yaml': 'ignored: [DL3006]\ntrustedRegistries: [docker.io]\n',
    Dockerfile: 'FROM alpine:3.22\nRUN apk add curl\n',
  },
  {
    'docker-bake.hcl':
      'variable "TAG" { default = "1" }\ngroup "default" { targets = ["web"] }\ntarget "web" {\n  context = "."\n  dockerfile = "Dockerfile"\n  target = "run"\n  tags = ["example.com/web:${TAG}"]\n}\n',
    'docker-bake.json': '{"target": {"api": {"context": "a", "tags": ["example.com/api:1"]}}}\n',
    'skaffold.yaml':
      'apiVersion: skaffold/v4beta11\nkind: Config\nbuild:\n  artifacts:\n    - image: example.com/web\n      context: .\n      docker: { dockerfile: Dockerfile, target: run }\n',
    '.dockerignore': '*\n!src\n.git\n**/*.log\n',
    Dockerfile:
      '# syntax=docker/dockerfile:1\nFROM node:22 AS build\nCOPY . .\nRUN <<EOF\nnpm ci\nEOF\nFROM nginx:1.27 AS run\nCOPY nginx.conf /etc/nginx/nginx.conf\nCOPY docker-entrypoint.sh /\nENTRYPOINT ["/docker-entrypoint.sh"]\n',
    'nginx.conf': 'user nginx;\npid /run/nginx.pid;\nserver {\n  listen 80;\n  listen [::]:443 ssl;\n}\n',
    'docker-entrypoint.sh': '#!/bin/sh\nset -e\nchown -R app /data\nexec gosu app "$@"\n',
    'web.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: example.com/web:1\n          securityContext: { runAsNonRoot: true, readOnlyRootFilesystem: true }\n',
  },
  {
    'Chart.yaml': 'apiVersion: v2\nname: web\nversion: 0.1.0\n',
    'templates/web.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  {{- with .Values.x }}\n  containers:\n    - image: "{{ .image }}"\n  {{- end }}\n',
    'values.yaml': 'image: web:latest\n',
  },
];

/** Texts longer than this say nothing that shorter ones do not, and take long. */
const longest = 16_000;

const files = ({ language, text }: Example): FileSet => {
  if (language === 'dockerfile') return { Dockerfile: text };
  if (language !== 'files') return { [language === 'compose' ? 'compose.yaml' : 'z.yaml']: text };
  const parts = text.split(/^=== (\S+)\r?\n/m).slice(1);
  return Object.fromEntries(parts.flatMap((name, i) => (i % 2 === 0 ? [[name, parts[i + 1] ?? '']] : [])));
};

/** The rules' own examples, and small files of the types that these have not. */
export const exampleSets: readonly FileSet[] = [
  ...rules.flatMap(({ examples: { bad, good } }) => [...bad, ...good].map(files)),
  ...small,
  ...small,
  ...small,
];

/** Real files, which are not part of the repository: each by itself, and those beside a kustomization with it. Empty where there are none. */
export async function corpusSets(): Promise<readonly FileSet[]> {
  const corpora = join(root, '..', 'shared', 'corpora').replaceAll('\\', '/');
  if (!existsSync(corpora)) return [];
  const sets: FileSet[] = [];
  const byFolder = new Map<string, Record<string, string>>();
  for await (const { path } of discover(nodeFiles, corpora)) {
    const read = nodeFiles.read(path);
    if (!('text' in read) || read.text.length > longest) continue;
    const isKnown = isDockerfileName(path) || isComposeName(path) || names.includes(baseName(path));
    sets.push({ [isKnown ? baseName(path) : 'z.yaml']: read.text });
    const folder = directoryOf(path);
    byFolder.set(folder, { ...byFolder.get(folder), [baseName(path)]: read.text });
  }
  for (const set of byFolder.values()) if ('kustomization.yaml' in set && Object.keys(set).length <= 6) sets.push(set);
  return sets;
}

/** Charts of our own, and the real ones where these are there. */
export async function chartsToRender(): Promise<readonly NamedChart[]> {
  const own = Object.entries(ownCharts).map(([name, texts]) => ({
    name,
    files: Object.entries(texts).map(([path, text]) => ({ path, text })),
  }));
  const folder = join(root, '..', 'shared', 'corpora', 'charts').replaceAll('\\', '/');
  if (!existsSync(folder)) return own;
  const real: NamedChart[] = [];
  for await (const { path } of discover(nodeFiles, folder)) {
    const below = path.slice(folder.length);
    // A chart within a chart is rendered with it.
    if (baseName(path) !== 'Chart.yaml' || /\/charts\/[^/]+\/Chart\.yaml$/.test(below)) continue;
    real.push({ name: directoryOf(below), files: await chartFiles(nodeFiles, directoryOf(path)) });
  }
  return [...own, ...real];
}
