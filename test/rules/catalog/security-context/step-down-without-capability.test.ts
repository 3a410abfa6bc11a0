import rule from '../../../../rules/catalog/security-context/step-down-without-capability.ts';
import { files, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('sudo, and no privileges can be gained')(files`
    === cart/Dockerfile
    FROM debian:13-slim
    USER 1000
    ENTRYPOINT ["sudo", "-E", "/app"]
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            allowPrivilegeEscalation: false
    #                                 ^^^^^ step-down-without-capability
  `);

  clean('another command, or not root in the first place')(files`
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
          command: ["/app"]
  `);

  clean('not root')(files`
    === cart/Dockerfile
    FROM debian:13-slim
    RUN apt-get update && apt-get install -y gosu
    COPY start.sh /start.sh
    ENTRYPOINT ["/start.sh"]
    USER 1000
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            capabilities:
              drop: [ALL]
  `);
});
