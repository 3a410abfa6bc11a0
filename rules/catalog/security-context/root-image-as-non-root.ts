import { files } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { builtContainers, describe } from '../../facts/questions/builds.ts';
import { containerUser, runsAs } from '../../facts/questions/container-user.ts';
import { containerNamed } from './shared/container-fix.ts';

export default defineRule({
  id: 'root-image-as-non-root',
  subject: 'workspace',
  reads: ['container', 'dockerfile', 'build-order'],
  joins: 'root',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  title: 'Image runs as root, and the pod forbids root',
  why: 'The kubelet refuses to start a container with `runAsNonRoot` whose image runs as root: the pod waits with `CreateContainerConfigError`.',
  remedy: 'Give the image a numeric `USER` other than 0, or set `runAsUser` in the pod.',
  examples: {
    bad: [
      files`
        === cart/Dockerfile
        FROM node:24-slim
        COPY . /app
        CMD ["node", "/app/main.js"]
        === k8s/cart.yaml
        Pod cart
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                runAsNonRoot: true
        #                     ^^^^ root-image-as-non-root 💡
      +         runAsUser: 1000
      `,
      files`
        === cart/Dockerfile
        FROM scratch
        COPY app /app
        === compose.yaml
        services:
          cart:
            image: registry.example.com/shop/cart:1.4.2
            build: ./cart
        === k8s/cart.yaml
        Pod cart
          securityContext:
            runAsNonRoot: true
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
      `,
    ],
    good: [
      files`
        === cart/Dockerfile
        FROM node:24-slim
        COPY --chown=1000:1000 . /app
        USER 1000:1000
        CMD ["node", "/app/main.js"]
        === k8s/cart.yaml
        Pod cart
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                runAsNonRoot: true
      `,
    ],
  },

  check(facts, report) {
    for (const { container, build } of builtContainers(facts)) {
      const { stage, dockerfile } = build;
      if (container.runAsNonRoot !== true || container.runAsUser !== undefined || stage.user.kind !== 'root') continue;
      report(
        container,
        `Will not start, as its image runs as root: container ${container.container}, ${describe(build)}.`,
        {
          place: 'nonRoot',
          related: [{ fact: dockerfile, place: `user${stage.index}`, message: 'The image runs as root.' }],
          fix: (resource) => {
            const target = containerNamed(resource, container.container);
            if (target === undefined) return undefined;
            const { uid, whose, assumes, changes, also } = containerUser(target, facts);
            return {
              title: `Run it as ${uid} (${whose ?? 'its files must be readable for everybody'}${also})`,
              changes: [runsAs(target, uid), ...changes],
              ...(assumes === undefined ? {} : { assumes }),
            };
          },
        },
      );
    }
  },
});
