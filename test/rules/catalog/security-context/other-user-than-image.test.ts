import rule from '../../../../rules/catalog/security-context/other-user-than-image.ts';
import { files, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
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
