import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { ListedImage } from '../../../../server/cli/images.ts';
import { Folder } from '../program.ts';

const folder = new Folder();
after(() => folder.remove());

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
folder.write(
  'shop/pod.yaml',
  `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  initContainers:
    - {name: wait, image: nginx}
  containers:
    - name: web
      image: registry.example.com/shop/web:1.2
    - name: proxy
      image: docker.io/library/nginx:latest
  volumes:
    - name: models
      image: {reference: 'ghcr.io/team/models@${digest}'}
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: night}
spec: {schedule: "0 3 * * *", jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: "alpine:3.23"}]}}}}}
`,
);
folder.write(
  'shop/kustomization.yaml',
  `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [pod.yaml]
images:
  - {name: alpine, newName: mirror.example.com/alpine, newTag: "3.24"}
  - {name: busybox, newName: mirror.example.com/busybox}
`,
);
folder.write(
  'web/Dockerfile',
  `ARG VERSION=24-slim
FROM --platform=linux/arm64 node:$VERSION AS build
RUN --mount=type=bind,from=ghcr.io/team/tools:7,target=/t true
FROM scratch
COPY --from=build /app /app
COPY --from=golang:1.25 /usr/local/go /go
FROM build AS unused
`,
);
folder.write(
  'compose.yaml',
  `services:
  web: {build: web, image: registry.example.com/shop/web}
  db: {image: "postgres:18", platform: linux/amd64}
`,
);

const list = (...args: string[]): readonly ListedImage[] => {
  const { status, out, error } = folder.run('images', ...args, '--format', 'json');
  assert.equal(status, 0, error);
  return JSON.parse(out) as readonly ListedImage[];
};

describe('seaworthy images', () => {
  it('names each image once, with where it is used, and no stage', () => {
    const short = list().map(({ image, platform, uses }) => [
      image,
      platform,
      uses.map(({ file, line, where }) => `${file}:${line} ${where}`),
    ]);
    assert.deepEqual(short, [
      ['docker.io/library/alpine:3.23', null, ['shop/pod.yaml:19 container']],
      ['docker.io/library/golang:1.25', null, ['web/Dockerfile:6 copy-from']],
      ['docker.io/library/nginx:latest', null, ['shop/pod.yaml:6 container', 'shop/pod.yaml:11 container']],
      ['docker.io/library/node:24-slim', 'linux/arm64', ['web/Dockerfile:2 from']],
      ['docker.io/library/postgres:18', 'linux/amd64', ['compose.yaml:3 service']],
      [`ghcr.io/team/models@${digest}`, null, ['shop/pod.yaml:14 volume']],
      ['ghcr.io/team/tools:7', null, ['web/Dockerfile:3 mount-from']],
      ['mirror.example.com/alpine:3.24', null, ['shop/kustomization.yaml:5 kustomization']],
      ['registry.example.com/shop/web:1.2', null, ['shop/pod.yaml:9 container']],
      ['registry.example.com/shop/web:latest', null, ['compose.yaml:2 service']],
    ]);
  });

  it('says what is built here, and from what', () => {
    const built = list().filter((image) => image.built);
    assert.deepEqual(
      built.map(({ image, builtFrom }) => [image, builtFrom]),
      ['1.2', 'latest'].map((tag) => [
        `registry.example.com/shop/web:${tag}`,
        { file: 'web/Dockerfile', stage: 'unused', certain: true },
      ]),
    );
  });

  it('speaks of the paths that were given', () => {
    assert.deepEqual(
      list('web').map(({ image }) => image),
      ['docker.io/library/golang:1.25', 'docker.io/library/node:24-slim', 'ghcr.io/team/tools:7'],
    );
  });

  it('names them by package URL in a bill of materials that is the same every time', () => {
    const write = (): string => folder.run('images', '--format', 'cyclonedx').out;
    const { bomFormat, specVersion, components } = JSON.parse(write()) as {
      bomFormat: string;
      specVersion: string;
      components: readonly { type: string; 'bom-ref': string; purl: string }[];
    };
    assert.deepEqual([bomFormat, specVersion], ['CycloneDX', '1.6']);
    assert.ok(components.every(({ type }) => type === 'container'));
    assert.equal(new Set(components.map((one) => one['bom-ref'])).size, components.length);
    const purls = components.map(({ purl }) => purl);
    assert.ok(purls.includes('pkg:docker/library/nginx@latest'));
    assert.ok(purls.includes('pkg:docker/library/node@24-slim?platform=linux%2Farm64'));
    assert.ok(purls.includes('pkg:docker/shop/web@1.2?repository_url=registry.example.com'));
    assert.ok(purls.includes(`pkg:docker/team/models@${encodeURIComponent(digest)}?repository_url=ghcr.io`));
    assert.equal(write(), write());
  });

  it('says so where there is none', () => {
    folder.write('empty/service.yaml', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n');
    assert.equal(folder.run('images', 'empty').out, 'No file here names an image.\n');
  });
});
