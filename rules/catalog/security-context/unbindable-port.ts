import { files } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { builtContainers, describe } from '../../facts/questions/builds.ts';

export default defineRule({
  id: 'unbindable-port',
  subject: 'workspace',
  reads: ['container', 'dockerfile', 'build-order'],
  joins: 'root',
  severity: 'low',
  profile: 'strict',
  title: 'Process cannot open the port of the image',
  why: 'Ports below 1024 are for root, or need the capability NET_BIND_SERVICE. Where the runtime does not open them to everybody, the program fails to start, and people make it root again.',
  remedy:
    'Let the program listen above 1024; a Service can still offer the low port. Else set the sysctl `net.ipv4.ip_unprivileged_port_start` to 0 in the pod, or add NET_BIND_SERVICE to a program whose file has it (`setcap`).',
  ignoreWhen: 'Every node runs a containerd or CRI-O that lets everybody open low ports.',
  examples: {
    bad: [
      files`
        === cart/Dockerfile
        FROM node:24-slim
        EXPOSE 80
        USER 1000
        === k8s/cart.yaml
        Pod cart
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                runAsNonRoot: true
      `,
      files`
        === cart/Dockerfile
        FROM node:24-slim
        EXPOSE 443
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
                runAsUser: 1000
      `,
    ],
    good: [
      files`
        === cart/Dockerfile
        FROM node:24-slim
        EXPOSE 8080
        USER 1000
        === k8s/cart.yaml
        Pod cart
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                runAsNonRoot: true
      `,
      files`
        === cart/Dockerfile
        FROM node:24-slim
        EXPOSE 80
        USER 1000
        === k8s/cart.yaml
        Pod cart
          containers:
            - name: cart
              image: registry.example.com/shop/cart:1.4.2
              securityContext:
                capabilities:
                  drop: [ALL]
                  add: [NET_BIND_SERVICE]
      `,
    ],
  },

  check(facts, report) {
    for (const { container, build } of builtContainers(facts)) {
      const { stage, dockerfile } = build;
      const { runAsUser } = container;
      const imageIsNot = stage.user.kind === 'number' || stage.user.kind === 'name';
      const isNot = runAsUser === undefined ? imageIsNot : typeof runAsUser === 'number' && runAsUser > 0;
      const [port] = stage.lowPorts;
      if (!isNot || port === undefined || container.lowPortsFree || container.adds.includes('NET_BIND_SERVICE'))
        continue;
      report(
        container,
        `May fail to open port ${port}, as it is not root: container ${container.container}, ${describe(build)}.`,
        {
          place: 'port',
          related: [{ fact: dockerfile, place: `port${stage.index}`, message: 'The image names the port.' }],
        },
      );
    }
  },
});
