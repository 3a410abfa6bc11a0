import rule from '../../../../rules/catalog/security-context/unbindable-port.ts';
import { files, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('where the port is declared')(files`
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
          ports:
            - containerPort: 80
    #                        ^^ unbindable-port
  `);

  clean('a sysctl opens it, or the process is root')(files`
    === cart/Dockerfile
    FROM node:24-slim
    EXPOSE 80
    USER 1000
    === k8s/cart.yaml
    Pod cart
      securityContext:
        sysctls:
          - name: net.ipv4.ip_unprivileged_port_start
            value: "0"
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
  `);

  clean('root opens it')(files`
    === cart/Dockerfile
    FROM node:24-slim
    EXPOSE 80
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            privileged: false
  `);
});
