import { files } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { builtContainers, describe } from '../../facts/questions/builds.ts';
import { containerField } from './shared/container-fix.ts';

export default defineRule({
  id: 'named-user-as-non-root',
  subject: 'workspace',
  reads: ['container', 'dockerfile', 'build-order'],
  joins: 'root',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  title: 'Image names its user, and the pod forbids root',
  why: 'The kubelet cannot tell whether a name is root, and refuses to start a container with `runAsNonRoot` whose image has `USER name`.',
  remedy: 'Write the number into `USER`, or set `runAsUser` in the pod.',
  examples: {
    bad: [
      files`
        === cart/Dockerfile
        FROM node:24-slim
        COPY . /app
        USER node
        CMD ["node", "/app/main.js"]
        === k8s/cart.yaml
        Pod cart
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                runAsNonRoot: true
        #                     ^^^^ named-user-as-non-root 💡
      +         runAsUser: 1000
      `,
      files`
        === cart/Dockerfile
        FROM node:24-slim
        COPY . /app
        USER node
        CMD ["node", "/app/main.js"]
        === compose.yaml
        services:
          cart:
            image: registry.example.com/shop/cart:1.4.2
            build: cart
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
        COPY . /app
        USER 1000
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
      const { user } = stage;
      if (container.runAsNonRoot !== true || container.runAsUser !== undefined || user.kind !== 'name') continue;
      report(
        container,
        `Will not start, as ${user.name} may be root: container ${container.container}, ${describe(build)}.`,
        {
          place: 'nonRoot',
          related: [{ fact: dockerfile, place: `user${stage.index}`, message: `The image runs as ${user.name}.` }],
          fix: (resource) => {
            const field = containerField(resource, container.container);
            if (field === undefined) return undefined;
            const { uid } = user;
            if (uid === undefined)
              return { refused: `Nothing tells the number of ${user.name}; write it into the Dockerfile.` };
            return {
              title: `Run it as ${uid}, which is ${user.name}`,
              changes: [field.at('securityContext', 'runAsUser').set(uid)],
            };
          },
        },
      );
    }
  },
});
