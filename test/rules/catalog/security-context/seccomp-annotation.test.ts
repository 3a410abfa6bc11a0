import rule from '../../../../rules/catalog/security-context/seccomp-annotation.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'of the pod and of a container',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          seccomp.security.alpha.kubernetes.io/pod: runtime/default
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ seccomp-annotation
          container.seccomp.security.alpha.kubernetes.io/web: runtime/default
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ seccomp-annotation
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  clean(
    'while it was read',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          seccomp.security.alpha.kubernetes.io/pod: runtime/default
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
    { kubernetes: 26 },
  );
});
