import rule from '../../../../rules/catalog/control-plane/anonymous-kubelet-requests.ts';
import { pod, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('the flag')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - --anonymous-auth=true
    #       ^^^^^^^^^^^^^^^^^^^^^ anonymous-kubelet-requests 💡
  `);

  refuses(
    'a script, which is for people to change',
    /script/,
  )(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command: [sh, -c, "kubelet --anonymous-auth=T"]
  `);

  clean('false in another way')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command: [sh, -c, "exec kubelet --anonymous-auth=False"]
  `);

  fix('mends it')(pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
    -       - --anonymous-auth=true
    +       - --anonymous-auth=false
  `);

  clean('as it should be, and other components')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - --anonymous-auth=false
      - name: kube-proxy
        image: registry.k8s.io/kube-proxy:v1.35.0
        command:
          - kube-proxy
          - --anonymous-auth=true
  `);

  clean('a template fills it in')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - {{ .Values.flags }}
  `);

  check('the configuration file')(yaml`
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    authentication:
      anonymous:
        enabled: true
    #            ^^^^ anonymous-kubelet-requests 💡
  `);

  clean('a good configuration file')(yaml`
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    authentication:
      anonymous:
        enabled: false
  `);
});
