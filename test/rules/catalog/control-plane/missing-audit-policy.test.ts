import rule from '../../../../rules/catalog/control-plane/missing-audit-policy.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the flag is missing')(pod`
    containers:
      - name: kube-apiserver
    #         ^^^^^^^^^^^^^^ missing-audit-policy 💡
        image: registry.k8s.io/kube-apiserver:v1.35.0
        command: [kube-apiserver, --audit-log-path=/var/log/audit.log]
  `);

  clean('the flag is there')(pod`
    containers:
      - name: kube-apiserver
        image: registry.k8s.io/kube-apiserver:v1.35.0
        command: [kube-apiserver, --audit-policy-file=/etc/audit.yaml]
  `);

  fix('adds it')(pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
    -     command: [kube-apiserver]
    +     command: [kube-apiserver, --audit-policy-file=/etc/kubernetes/audit-policy.yaml]
  `);
});
