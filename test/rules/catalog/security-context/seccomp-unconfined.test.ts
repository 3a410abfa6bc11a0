import rule from '../../../../rules/catalog/security-context/seccomp-unconfined.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check }) => {
  check('a container that overrides a good pod (checkov CKV_K8S_31 looks no further than the pod)')(pod`
    securityContext:
      seccompProfile:
        type: RuntimeDefault
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          seccompProfile:
            type: Unconfined
    #             ^^^^^^^^^^ seccomp-unconfined 💡 "Sets the seccomp profile to Unconfined, which confines nothing: container web"
  `);

  check('the pod once for all containers')(pod`
    securityContext:
      seccompProfile:
        type: Unconfined
    #         ^^^^^^^^^^ seccomp-unconfined 💡 "Sets the seccomp profile to Unconfined, which confines nothing: the pod"
    containers:
      - name: web
        image: nginx:1.29
      - name: log
        image: fluent-bit:4.1
  `);
});
