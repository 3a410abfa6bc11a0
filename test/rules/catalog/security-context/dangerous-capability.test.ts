import rule from '../../../../rules/catalog/security-context/dangerous-capability.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'names outside the default set, ALL among them',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            capabilities:
              add:
                - SYS_ADMIN
      #           ^^^^^^^^^ dangerous-capability 💡 "SYS_ADMIN"
                - ALL
      #           ^^^ dangerous-capability 💡 "every capability"
                - CHOWN
    `,
  );

  check(
    'the long form is reported as written: its short form would be granted',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            capabilities:
              add: [CAP_SYS_ADMIN]
      #             ^^^^^^^^^^^^^ dangerous-capability 💡 "CAP_SYS_ADMIN"
    `,
  );

  clean(
    'dropping is no adding',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            capabilities:
              drop: [SYS_ADMIN, ALL]
              add: [NET_BIND_SERVICE]
    `,
  );

  fix(
    'takes one name away and keeps the others',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            capabilities:
              add: [NET_ADMIN, CHOWN]
    `,
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            capabilities:
              add: [CHOWN]
    `,
  );
});
