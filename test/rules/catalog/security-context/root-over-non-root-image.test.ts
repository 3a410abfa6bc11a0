import rule from '../../../../rules/catalog/security-context/root-over-non-root-image.ts';
import { files, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the pod')(files`
    === cart/Dockerfile
    FROM node:24-slim
    COPY --chown=1000:1000 . /app
    USER 1000:1000
    CMD ["node", "/app/main.js"]
    === k8s/cart.yaml
    Pod cart
      securityContext:
        runAsUser: 0
    #              ^ root-over-non-root-image 💡
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
  `);

  fix('takes it away where it is set')(files`
      === cart/Dockerfile
      FROM node:24-slim
      COPY --chown=1000:1000 . /app
      USER 1000:1000
      CMD ["node", "/app/main.js"]
      === k8s/cart.yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: cart
      spec:
        securityContext:
    -     runAsUser: 0
          fsGroup: 1000
        containers:
          - name: cart
            image: registry.example.com/shop/cart:1.4.2
  `);

  clean('who the image runs as is not known')(files`
    === cart/Dockerfile
    FROM registry.example.com/base:1
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            runAsUser: 0
  `);

  fix('leaves what the pod says for its other containers')(files`
      === cart/Dockerfile
      FROM debian:13
      USER 1000
      === k8s/cart.yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: cart
      spec:
        securityContext:
          runAsUser: 0
        containers:
          - name: cart
            image: registry.example.com/shop/cart:1.4.2
    +       securityContext:
    +         runAsUser: 1000
          - name: agent
            image: registry.example.com/agent:1
  `);
});
