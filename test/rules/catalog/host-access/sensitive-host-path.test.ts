import rule from '../../../../rules/catalog/host-access/sensitive-host-path.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('below a sensitive folder and with a trailing slash (kube-linter compares the exact path)')(pod`
    containers:
      - name: agent
        image: registry.example.com/agent:2.4
    volumes:
      - name: certs
        hostPath:
          path: /etc/ssl
    #           ^^^^^^^^ sensitive-host-path "below /etc of the node"
      - name: etc
        hostPath:
          path: /etc/
    #           ^^^^^ sensitive-host-path
      - name: disk
        hostPath:
          path: /
    #           ^ sensitive-host-path "whole disk"
      - name: run
        hostPath:
          path: /run
    #           ^^^^ sensitive-host-path
  `);

  clean('names that only begin alike, and sockets, which are worse')(pod`
    containers:
      - name: agent
        image: registry.example.com/agent:2.4
    volumes:
      - name: data
        hostPath:
          path: /etcetera
      - name: docker
        hostPath:
          path: /var/run/docker.sock
      - name: work
        emptyDir: {}
  `);
});
