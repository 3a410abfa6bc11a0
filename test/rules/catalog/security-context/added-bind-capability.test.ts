import rule from '../../../../rules/catalog/security-context/added-bind-capability.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the one that the restricted level admits',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            capabilities:
              add:
                - NET_BIND_SERVICE
      #           ^^^^^^^^^^^^^^^^ added-bind-capability 💡
    `,
  );

  clean(
    'others, which have rules of their own',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            capabilities:
              add:
                - CHOWN
              drop:
                - NET_BIND_SERVICE
    `,
  );

  fix(
    'without it',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            capabilities:
              add:
                - NET_BIND_SERVICE
                - CHOWN
    `,
    pod`
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            capabilities:
              add:
                - CHOWN
    `,
  );
});
