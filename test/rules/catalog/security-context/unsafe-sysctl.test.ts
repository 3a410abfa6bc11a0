import rule from '../../../../rules/catalog/security-context/unsafe-sysctl.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('an unsafe one, and one that is safe only later', { kubernetes: 31 })(pod`
    securityContext:
      sysctls:
        - name: kernel.msgmax
    #           ^^^^^^^^^^^^^ unsafe-sysctl 💡 "not on the list"
          value: "65536"
        - name: net.ipv4.tcp_rmem
    #           ^^^^^^^^^^^^^^^^^ unsafe-sysctl 💡 "only from Kubernetes 1.32"
          value: "4096 87380 16777216"
  `);

  clean('safe ones of the network (kube-linter refuses all of net.)')(pod`
    securityContext:
      sysctls:
        - name: net.ipv4.ip_unprivileged_port_start
          value: "0"
        - name: net.ipv4.tcp_notsent_lowat
          value: "16384"
  `);

  fix('takes the entry away, and the list with its last one')(pod`
      securityContext:
        fsGroup: 2000
    -   sysctls:
    -     - name: kernel.msgmax
    -       value: "65536"
      containers:
        - name: web
          image: nginx:1.29
  `);
});
