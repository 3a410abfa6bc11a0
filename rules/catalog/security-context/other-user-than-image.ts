import { files } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { builtContainers, describe } from '../../facts/questions/builds.ts';
import { runsAs } from '../../facts/questions/container-user.ts';
import { containerNamed } from './shared/container-fix.ts';

export default defineRule({
  id: 'other-user-than-image',
  subject: 'workspace',
  reads: ['container', 'dockerfile', 'build-order'],
  joins: 'root',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Pod runs as another user than the image is made for',
  why: 'The image gives its files to one user and the pod starts another one: what has to be written cannot be, and people make it work by running as root.',
  remedy: 'Use the same number in both files.',
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
      -         runAsUser: 2000
        #                  ^^^^ other-user-than-image 💡
      +         runAsUser: 1000
      `,
      files`
        === cart/Dockerfile
        FROM debian:13-slim
        RUN mkdir /data && chown -R 1000:1000 /data
        USER 1000
        === k8s/cart.yaml
        Pod cart
          securityContext:
            runAsUser: 2000
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
          securityContext:
            fsGroup: 1000
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                runAsUser: 2000
      `,
    ],
  },

  check(facts, report) {
    for (const { container, build } of builtContainers(facts)) {
      const { stage, dockerfile } = build;
      const { user, owners } = stage;
      const { runAsUser } = container;
      if (user.kind !== 'number' || typeof runAsUser !== 'number' || runAsUser === 0 || runAsUser === user.uid)
        continue;
      if (!owners.includes(user.uid) || owners.includes(runAsUser) || container.hasFsGroup) continue;
      report(
        container,
        `Runs as ${runAsUser} on files of user ${user.uid}: container ${container.container}, ${describe(build)}.`,
        {
          place: 'user',
          related: [
            { fact: dockerfile, place: `user${stage.index}`, message: `The image is made for user ${user.uid}.` },
          ],
          fix: (resource) => {
            const target = containerNamed(resource, container.container);
            return target === undefined
              ? undefined
              : { title: `Run it as ${user.uid}`, changes: [runsAs(target, user.uid)] };
          },
        },
      );
    }
  },
});
