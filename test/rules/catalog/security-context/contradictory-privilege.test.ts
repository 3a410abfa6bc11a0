import rule from '../../../../rules/catalog/security-context/contradictory-privilege.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'both forms',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            privileged: true
      #                 ^^^^ contradictory-privilege 💡
            allowPrivilegeEscalation: false
            capabilities:
              add:
                - CAP_SYS_ADMIN
      #           ^^^^^^^^^^^^^ contradictory-privilege 💡
    `,
  );

  clean(
    'SYS_ADMIN without its prefix passes validation',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            allowPrivilegeEscalation: false
            capabilities:
              add:
                - SYS_ADMIN
    `,
  );

  fix(
    'no privilege',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            privileged: true
            allowPrivilegeEscalation: false
    `,
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            privileged: false
            allowPrivilegeEscalation: false
    `,
  );
});
