import { files } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { builtContainers, describe } from '../../facts/questions/builds.ts';
import { containerNamed, mountEmptyDirs } from './shared/container-fix.ts';

export default defineRule({
  id: 'unwritable-volume',
  subject: 'workspace',
  reads: ['container', 'dockerfile', 'build-order'],
  joins: 'root',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Image writes where the pod forbids it',
  why: 'The image declares by `VOLUME` that it writes there, and the root file system is read-only: the program fails as soon as it does, and people make everything writable again.',
  remedy: 'Mount a volume there.',
  examples: {
    bad: [
      files`
        === cart/Dockerfile
        FROM debian:13-slim
        COPY app /app
        VOLUME /data
        USER 1000
        === k8s/cart.yaml
        Pod cart
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                readOnlyRootFilesystem: true
      `,
      files`
        === cart/Dockerfile
        FROM debian:13-slim
        COPY app /app
        VOLUME ["/data", "/cache"]
        USER 1000
        === compose.yaml
        services:
          cart:
            image: registry.example.com/shop/cart:1.4.2
            build: cart
        === k8s/cart.yaml
        Pod cart
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                readOnlyRootFilesystem: true
              volumeMounts:
                - name: data
                  mountPath: /data
      `,
    ],
    good: [
      files`
        === cart/Dockerfile
        FROM debian:13-slim
        COPY app /app
        VOLUME /data
        USER 1000
        === k8s/cart.yaml
        Pod cart
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                readOnlyRootFilesystem: true
              volumeMounts:
                - name: data
                  mountPath: /data
      `,
      files`
        === cart/Dockerfile
        FROM debian:13-slim
        COPY app /app
        VOLUME /data
        USER 1000
        === k8s/cart.yaml
        Pod cart
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                readOnlyRootFilesystem: false
      `,
    ],
  },

  check(facts, report) {
    for (const { container, build } of builtContainers(facts)) {
      const { stage, dockerfile } = build;
      const { mounts, readOnly } = container;
      if (readOnly !== true || mounts === undefined) continue;
      const bare = stage.volumes.filter(
        (path) => !mounts.some((mount) => path === mount || path.startsWith(`${mount.replace(/\/$/, '')}/`)),
      );
      if (bare.length === 0) continue;
      report(container, `Cannot write to ${bare.join(', ')}: container ${container.container}, ${describe(build)}.`, {
        place: 'readOnly',
        related: [{ fact: dockerfile, place: `volume${stage.index}`, message: 'The image writes here.' }],
        fix: (resource) => {
          const target = containerNamed(resource, container.container);
          return target === undefined ? undefined : mountEmptyDirs(target, bare);
        },
      });
    }
  },
});
