import rule from '../../../../rules/catalog/security-context/unwritable-volume.ts';
import { files, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('one of two is mounted')(files`
    === cart/Dockerfile
    FROM debian:13-slim
    COPY app /app
    VOLUME /data /cache
    USER 1000
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            readOnlyRootFilesystem: true
    #                               ^^^^ unwritable-volume 💡
          volumeMounts:
            - name: cache
              mountPath: /cache/
  `);

  fix('mounts an empty folder')(files`
      === cart/Dockerfile
      FROM debian:13-slim
      COPY app /app
      VOLUME /data
      USER 1000
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
              readOnlyRootFilesystem: true
    +       volumeMounts:
    +         - name: data
    +           mountPath: /data
    +   volumes:
    +     - name: data
    +       emptyDir: {}
  `);

  clean('a folder above it is mounted, or where something is mounted is not known')(files`
    === cart/Dockerfile
    FROM debian:13-slim
    COPY app /app
    VOLUME /var/lib/data
    USER 1000
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            readOnlyRootFilesystem: true
          volumeMounts:
            - name: data
              mountPath: /var/lib
  `);

  clean('a template adds mounts')(files`
    === cart/Dockerfile
    FROM debian:13-slim
    COPY app /app
    VOLUME /data
    USER 1000
    === k8s/cart.yaml
    Pod cart
      containers:
        - name: cart
          image: registry.example.com/shop/cart:1.4.2
          securityContext:
            readOnlyRootFilesystem: true
          volumeMounts:
            {{ toYaml .Values.mounts }}
  `);
});
