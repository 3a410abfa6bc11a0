import { files } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { builtContainers, describe } from '../../facts/questions/builds.ts';
import { containerUser, runsAs } from '../../facts/questions/container-user.ts';
import { containerNamed } from './shared/container-fix.ts';

export default defineRule({
  id: 'root-over-non-root-image',
  subject: 'workspace',
  reads: ['container', 'dockerfile', 'build-order'],
  joins: 'root',
  uncovers: ['root-uid'],
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Pod runs a non-root image as root',
  why: 'The image has a user of its own and was made to work with it. As root, whoever breaks in controls the container.',
  remedy: 'Remove `runAsUser: 0`.',
  ignoreWhen:
    'The container has to change the owner of a volume before the program starts; better in an init container or by `fsGroup`.',
  examples: {
    bad: [
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
                runAsUser: 0
        #                  ^ root-over-non-root-image 💡
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
            runAsUser: 0
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
                runAsUser: 1000
      `,
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
                runAsUser: 0
      `,
    ],
  },

  check(facts, report) {
    for (const { container, build } of builtContainers(facts)) {
      const { stage, dockerfile } = build;
      const { user } = stage;
      if (container.runAsUser !== 0 || (user.kind !== 'number' && user.kind !== 'name')) continue;
      const own = user.kind === 'name' ? user.name : `user ${user.uid}`;
      report(container, `Runs as root instead of as ${own}: container ${container.container}, ${describe(build)}.`, {
        place: 'user',
        related: [{ fact: dockerfile, place: `user${stage.index}`, message: `The image runs as ${own}.` }],
        fix: (resource) => {
          const target = containerNamed(resource, container.container);
          if (target === undefined) return undefined;
          const { uid, assumes, changes, also } = containerUser(target, facts);
          const { field, from } = target.effective('runAsUser');
          // What the pod says holds for its other containers.
          const ownUser =
            from === 'pod' && target.pod.inheriting('runAsUser').length > 1 ? runsAs(target, uid) : field.remove();
          return {
            title: `Let it run as ${own} (what needs root stops working${also})`,
            changes: [ownUser, ...changes],
            // Somebody wrote the number, over what the image runs as.
            assumes: ['it needs no root', ...(assumes === undefined ? [] : [assumes])].join(', and '),
          };
        },
      });
    }
  },
});
