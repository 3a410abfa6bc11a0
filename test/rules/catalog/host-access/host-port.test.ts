import rule from '../../../../rules/catalog/host-access/host-port.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('init containers count (Kubescape C-0044 leaves them out)')(pod`
    initContainers:
      - name: proxy
        image: envoyproxy/envoy:v1.36.0
        restartPolicy: Always
        ports:
          - containerPort: 8080
            hostPort: 8080
    #                 ^^^^ host-port 💡 "port 8080"
    containers:
      - name: web
        image: nginx:1.29
        ports:
          - { containerPort: 80, hostPort: 80 }
    #                                      ^^ host-port 💡
  `);

  clean('zero means none (checkov CKV_K8S_26 flags it)')(container`
    ports:
      - containerPort: 80
        hostPort: 0
  `);

  fix('leaves the port of the container')(container`
      ports:
    -   - hostPort: 80
    -     containerPort: 8080
    +   - containerPort: 8080
  `);
});
