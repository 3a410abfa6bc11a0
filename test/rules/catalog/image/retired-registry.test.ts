import rule from '../../../../rules/catalog/image/retired-registry.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('wherever it is used, not in kube-system alone (C-0253)')(pod`
    containers:
      - name: dns
        image: k8s.gcr.io/coredns/coredns:v1.9.3
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ retired-registry 💡
  `);

  clean('names that only begin so')(pod`
    containers:
      - name: a
        image: k8s.gcr.io.example.com/a:1
      - name: b
        image: gcr.io/google_containers-x/b:1
  `);

  fix('the same name')(pod`
      containers:
        - name: dns
    -     image: k8s.gcr.io/coredns/coredns:v1.9.3
    +     image: registry.k8s.io/coredns/coredns:v1.9.3
  `);
});
