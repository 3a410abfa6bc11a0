import rule from '../../../../rules/catalog/host-access/runtime-socket.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('both spellings of /run, folders of sockets, other runtimes (trivy KSV-0006 and checkov know one path)')(pod`
    containers:
      - name: ci
        image: docker:28-cli
    volumes:
      - name: docker
        hostPath:
          path: /run/docker.sock
    #           ^^^^^^^^^^^^^^^^ runtime-socket 💡
      - name: containerd
        hostPath:
          path: /var/run/containerd/
    #           ^^^^^^^^^^^^^^^^^^^^ runtime-socket 💡
      - name: crio
        hostPath:
          path: //var/run/./crio/crio.sock
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^ runtime-socket 💡
  `);

  clean('a folder of another program beside it')(pod`
    containers:
      - name: web
        image: nginx:1.29
    volumes:
      - name: own
        hostPath:
          path: /var/run/nginx
      - name: all
        hostPath:
          path: /var/run
  `);

  check('what starts machines with the disks of the node')(pod`
    containers:
      - name: panel
        image: registry.example.com/panel:1.0.0
    volumes:
      - name: machines
        hostPath:
          path: /var/run/libvirt
    #           ^^^^^^^^^^^^^^^^ runtime-socket 💡 "by the socket of libvirt"
  `);

  fix('takes volume and mounts away')(pod`
      containers:
        - name: ci
          image: docker:28-cli
          volumeMounts:
            - name: work
              mountPath: /work
    -       - name: docker
    -         mountPath: /var/run/docker.sock
      volumes:
        - name: work
          emptyDir: {}
    -   - name: docker
    -     hostPath:
    -       path: /var/run/docker.sock
  `);
});
