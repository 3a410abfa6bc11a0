import rule from '../../../../rules/catalog/security-context/other-user-than-image.ts';
import { files, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('files are given to the user of the image')(files`
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
            runAsUser: 2000
    #                  ^^^^ other-user-than-image 💡
  `);

  fix('takes the number of the image')(files`
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
        containers:
          - name: cart
            image: registry.example.com/shop/cart:1.4.2
            securityContext:
    -         runAsUser: 2000
    +         runAsUser: 1000
  `);

  clean('no file belongs to the user of the image')(files`
    === cart/Dockerfile
    FROM node:24-slim
    COPY . /app
    USER 1000
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            runAsUser: 2000
  `);
});
