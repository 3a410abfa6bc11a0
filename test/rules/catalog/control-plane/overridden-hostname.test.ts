import rule from '../../../../rules/catalog/control-plane/overridden-hostname.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag',
    pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
            - --hostname-override=node
      #       ^^^^^^^^^^^^^^^^^^^^^^^^ overridden-hostname 💡
    `,
  );

  fix(
    'mends it',
    pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
            - --hostname-override=node
    `,
    pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
    `,
  );

  clean(
    'as it should be, and other components',
    pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --hostname-override=node
    `,
  );

  clean(
    'a template fills it in',
    pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
            - {{ .Values.flags }}
    `,
  );
});
