import rule from '../../../../rules/catalog/security-context/added-capability.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'each one where it is written',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            capabilities:
              add: [SETUID, NET_BIND_SERVICE, CHOWN]
      #             ^^^^^^ added-capability 💡 "adds the capability SETUID"
      #                                       ^^^^^ added-capability 💡
    `,
  );

  clean(
    'what reaches beyond the container has a rule of its own',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            capabilities:
              add: [SYS_ADMIN, CAP_CHOWN]
    `,
  );

  fix(
    'takes the whole list away with its last item',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            capabilities:
              drop: [ALL]
              add:
                - CHOWN
    `,
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            capabilities:
              drop: [ALL]
    `,
  );
});
