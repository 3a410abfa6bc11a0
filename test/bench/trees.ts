/** Trees of files as repositories have them: applications with a base and overlays, a chart, Compose files, Dockerfiles, and YAML of other tools. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { application, dockerfileOf, workload } from './texts.ts';

/** @param folder that is made. @param applications about thirteen files each. @returns how many files were written. */
export function writeTree(folder: string, applications: number): number {
  let count = 0;
  const write = (path: string, text: string): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    count++;
  };
  const kustomization = (...lines: readonly string[]): string =>
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${lines.join('\n')}\n`;
  for (let i = 0; i < applications; i++) {
    const app = `apps/app-${i}`;
    write(`${app}/base/kustomization.yaml`, kustomization('resources: [objects.yaml, worker.yaml]'));
    write(`${app}/base/objects.yaml`, application(i));
    write(`${app}/base/worker.yaml`, workload(i, 60));
    for (const stage of ['dev', 'prod']) {
      const overlay = `${app}/overlays/${stage}`;
      write(
        `${overlay}/kustomization.yaml`,
        kustomization(
          `namespace: ${stage}-${i}`,
          'resources: [../../base]',
          'patches: [{path: replicas.yaml}]',
          `images: [{name: registry.example.com/shop/service-${i}, newTag: "2.${i}"}]`,
        ),
      );
      write(
        `${overlay}/replicas.yaml`,
        `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: app-${i}}\nspec: {replicas: 3}\n`,
      );
    }
    write(`${app}/Dockerfile`, dockerfileOf(60));
    write(`${app}/compose.yaml`, `services:\n  app:\n    build: .\n    ports: ["8080:8080"]\n`);
    write(`${app}/chart/Chart.yaml`, `apiVersion: v2\nname: app-${i}\nversion: 1.0.0\n`);
    write(`${app}/chart/values.yaml`, `replicas: 2\nimage: {repository: app-${i}, tag: "1"}\n`);
    write(`${app}/chart/templates/app.yaml`, 'kind: Deployment\nspec: {replicas: {{ .Values.replicas }}}\n');
    write(`${app}/ci.yaml`, `on: push\njobs:\n  test:\n    steps:\n${'      - run: make test\n'.repeat(20)}`);
  }
  return count;
}
