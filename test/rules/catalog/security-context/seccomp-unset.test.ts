import rule from '../../../../rules/catalog/security-context/seccomp-unset.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('each container that inherits nothing')(pod`
    containers:
      - name: web
    #         ^^^ seccomp-unset 💡
        image: nginx:1.29
      - name: log
        image: fluent-bit:4.1
        securityContext:
          seccompProfile: {type: RuntimeDefault}
  `);

  clean("a profile of one's own (checkov CKV_K8S_31 refuses Localhost)")(pod`
    securityContext:
      seccompProfile:
        type: Localhost
        localhostProfile: profiles/web.json
  `);

  clean('what is explicitly unconfined has a rule of its own')(container`
    securityContext:
      seccompProfile:
        type: Unconfined
  `);

  clean('Windows has no seccomp')(pod`os: { name: windows }`);

  fix('writes the block')(container`
      securityContext:
        runAsNonRoot: true
    +   seccompProfile:
    +     type: RuntimeDefault
  `);
});
