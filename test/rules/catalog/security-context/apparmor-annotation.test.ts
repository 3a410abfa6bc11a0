import rule from '../../../../rules/catalog/security-context/apparmor-annotation.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('for one that is not there')(objects`
    Pod web
      annotations:
        container.apparmor.security.beta.kubernetes.io/log: unconfined
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ apparmor-annotation
  `);

  fix('sets the field')(objects`
      Pod web
        annotations:
    -     container.apparmor.security.beta.kubernetes.io/web: localhost/strict
          team: shop
        containers:
          - name: web
            image: nginx:1.29
    +       securityContext:
    +         appArmorProfile:
    +           type: Localhost
    +           localhostProfile: strict
  `);

  clean('before there was a field', { kubernetes: 29 })(objects`
    Pod web
      annotations:
        container.apparmor.security.beta.kubernetes.io/web: runtime/default
  `);
});
