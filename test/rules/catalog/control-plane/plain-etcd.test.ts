import rule from '../../../../rules/catalog/control-plane/plain-etcd.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag is missing',
    pod`
      containers:
        - name: etcd
      #         ^^^^ plain-etcd 💡
          image: registry.k8s.io/etcd:3.6.5-0
          command:
            - etcd
            - --key-file=/etc/kubernetes/pki/etcd/server.pem
    `,
  );

  fix(
    'adds it',
    pod`
      containers:
        - name: etcd
          image: registry.k8s.io/etcd:3.6.5-0
          command:
            - etcd
            - --key-file=/etc/kubernetes/pki/etcd/server.pem
    `,
    pod`
      containers:
        - name: etcd
          image: registry.k8s.io/etcd:3.6.5-0
          command:
            - etcd
            - --key-file=/etc/kubernetes/pki/etcd/server.pem
            - --cert-file=/etc/kubernetes/pki/etcd/server.pem
    `,
  );

  clean(
    'as it should be, and other components',
    pod`
      containers:
        - name: etcd
          image: registry.k8s.io/etcd:3.6.5-0
          command:
            - etcd
            - --cert-file=/etc/kubernetes/pki/etcd/server.pem
            - --key-file=/etc/kubernetes/pki/etcd/server.pem
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --cert-file=x
            - --key-file=x
    `,
  );

  clean(
    'a template fills it in',
    pod`
      containers:
        - name: etcd
          image: registry.k8s.io/etcd:3.6.5-0
          command:
            - etcd
            - {{ .Values.flags }}
    `,
  );
});
