import { files } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { builtContainers, describe } from '../../facts/questions/builds.ts';

export default defineRule({
  id: 'step-down-without-capability',
  subject: 'workspace',
  reads: ['container', 'dockerfile', 'build-order'],
  joins: 'root',
  severity: 'medium',
  profile: 'recommended',
  title: 'Image changes its user without the capabilities for it',
  why: 'Programs like gosu and sudo need what the pod removes. The container fails to start, and people give everything back instead of starting as that user at once.',
  remedy: 'Let the image run as that user from the start: `USER` in the Dockerfile, or `runAsUser` in the pod.',
  examples: {
    bad: [
      files`
        === cart/Dockerfile
        FROM debian:13-slim
        RUN apt-get update && apt-get install -y gosu
        COPY start.sh /start.sh
        ENTRYPOINT ["/start.sh"]
        === k8s/cart.yaml
        Pod cart
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                capabilities:
                  drop: [ALL]
        #               ^^^^^ step-down-without-capability
      `,
      files`
        === cart/Dockerfile
        FROM debian:13-slim
        USER 1000
        ENTRYPOINT ["sudo", "-E", "/app"]
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
                allowPrivilegeEscalation: false
      `,
    ],
    good: [
      files`
        === cart/Dockerfile
        FROM debian:13-slim
        RUN apt-get update && apt-get install -y gosu
        COPY start.sh /start.sh
        ENTRYPOINT ["/start.sh"]
        === k8s/cart.yaml
        Pod cart
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                capabilities:
                  drop: [ALL]
                  add: [SETUID, SETGID]
      `,
      files`
        === cart/Dockerfile
        FROM debian:13-slim
        RUN apt-get update && apt-get install -y gosu
        COPY start.sh /start.sh
        ENTRYPOINT ["/start.sh"]
        === k8s/cart.yaml
        Pod cart
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                runAsUser: 1000
                capabilities:
                  drop: [ALL]
      `,
    ],
  },

  check(facts, report) {
    for (const { container, build } of builtContainers(facts)) {
      const { stage, dockerfile } = build;
      const { stepsDown, user } = stage;
      if (stepsDown === undefined || container.hasCommand) continue;
      const related = [{ fact: dockerfile, place: `step${stage.index}`, message: `The image uses ${stepsDown}.` }];
      if (stepsDown === 'sudo') {
        if (container.noEscalation && (user.kind === 'number' || user.kind === 'name'))
          report(
            container,
            `Cannot use sudo, as it may not gain privileges: container ${container.container}, ${describe(build)}.`,
            { place: 'escalation', related },
          );
        continue;
      }
      const isRoot = container.runAsUser === 0 || (container.runAsUser === undefined && user.kind === 'root');
      const able = ['SETUID', 'SETGID'].every((capability) => container.adds.includes(capability));
      if (isRoot && container.dropsAll && !able)
        report(
          container,
          `Cannot change its user by ${stepsDown} without SETUID and SETGID: container ${container.container}, ${describe(build)}.`,
          { place: 'drop', related },
        );
    }
  },
});
