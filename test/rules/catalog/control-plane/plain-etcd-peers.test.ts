import rule from '../../../../rules/catalog/control-plane/plain-etcd-peers.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag is missing',
    pod`
      containers:
        - name: etcd
      #         ^^^^ plain-etcd-peers 💡
          image: registry.k8s.io/etcd:3.6.5-0
          command:
            - etcd
            - --peer-key-file=/etc/kubernetes/pki/etcd/peer.pem
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
            - --peer-key-file=/etc/kubernetes/pki/etcd/peer.pem
    `,
    pod`
      containers:
        - name: etcd
          image: registry.k8s.io/etcd:3.6.5-0
          command:
            - etcd
            - --peer-key-file=/etc/kubernetes/pki/etcd/peer.pem
            - --peer-cert-file=/etc/kubernetes/pki/etcd/peer.pem
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
            - --peer-cert-file=/etc/kubernetes/pki/etcd/peer.pem
            - --peer-key-file=/etc/kubernetes/pki/etcd/peer.pem
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --peer-cert-file=x
            - --peer-key-file=x
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
