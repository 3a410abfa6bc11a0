import rule from '../../../../rules/catalog/security-context/seccomp-annotation.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('of the pod and of a container')(objects`
    Pod web
      annotations:
        seccomp.security.alpha.kubernetes.io/pod: runtime/default
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ seccomp-annotation
        container.seccomp.security.alpha.kubernetes.io/web: runtime/default
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ seccomp-annotation
  `);

  clean('while it was read', { kubernetes: 26 })(objects`
    Pod web
      annotations:
        seccomp.security.alpha.kubernetes.io/pod: runtime/default
  `);
});
