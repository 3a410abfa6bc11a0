import rule from '../../../../rules/catalog/security-context/named-user-as-non-root.ts';
import { files, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix, refuses }) => {
  fix('a user that the file creates')(files`
      === cart/Dockerfile
      FROM debian:13
      RUN useradd -r -u 4711 cart
      USER cart
      === k8s/cart.yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: cart
      spec:
        containers:
          - name: cart
            image: registry.example.com/shop/cart:1.4.2
            securityContext:
              runAsNonRoot: true
    +         runAsUser: 4711
  `);

  refuses(
    'a user of nobody knows which number',
    /number of cart/,
  )(files`
    === cart/Dockerfile
    FROM debian:13
    RUN useradd -r cart
    USER cart
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            runAsNonRoot: true
  `);

  clean('the pod does not ask')(files`
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
            runAsNonRoot: false
  `);
});
