import rule from '../../../../rules/catalog/security-context/apparmor-unconfined.ts';
import { objects, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the field, which only Pod Security admission reads')(pod`
    securityContext:
      appArmorProfile:
        type: Unconfined
    #         ^^^^^^^^^^ apparmor-unconfined 💡 "Sets the AppArmor profile to Unconfined, which confines nothing: the pod"
  `);

  clean("a profile of one's own (trivy KSV-0002 flags it), and absence (kubeaudit flags it)")(objects`
    Pod web
      annotations:
        container.apparmor.security.beta.kubernetes.io/web: localhost/web
      containers:
        - name: web
          image: nginx:1.29
        - name: log
          image: fluent-bit:4.1
  `);
});
