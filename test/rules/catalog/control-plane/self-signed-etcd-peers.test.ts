import rule from '../../../../rules/catalog/control-plane/self-signed-etcd-peers.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag',
    pod`
      containers:
        - name: etcd
          image: registry.k8s.io/etcd:3.6.5-0
          command:
            - etcd
            - --peer-auto-tls=true
      #       ^^^^^^^^^^^^^^^^^^^^ self-signed-etcd-peers 💡
    `,
  );

  fix(
    'mends it',
    pod`
      containers:
        - name: etcd
          image: registry.k8s.io/etcd:3.6.5-0
          command:
            - etcd
            - --peer-auto-tls=true
    `,
    pod`
      containers:
        - name: etcd
          image: registry.k8s.io/etcd:3.6.5-0
          command:
            - etcd
            - --peer-auto-tls=false
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
            - --peer-auto-tls=false
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --peer-auto-tls=true
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
