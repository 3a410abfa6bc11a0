import rule from '../../../rules/workload/deprecated-account-field.ts';
import { pod, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check(
    'alone, and beside the new one',
    pod`
      serviceAccount: web
      #<------------- deprecated-account-field 💡
      containers:
        - name: web
          image: nginx:1.29
    `,
  );

  clean(
    'the new one',
    pod`
      serviceAccountName: web
      containers:
        - name: web
          image: nginx:1.29
    `,
  );

  fix(
    'renamed',
    pod`
      serviceAccount: web # why
      containers:
        - name: web
          image: nginx:1.29
    `,
    pod`
      serviceAccountName: web # why
      containers:
        - name: web
          image: nginx:1.29
    `,
  );

  fix(
    'taken away',
    pod`
      serviceAccount: web
      serviceAccountName: web
      containers:
        - name: web
          image: nginx:1.29
    `,
    pod`
      serviceAccountName: web
      containers:
        - name: web
          image: nginx:1.29
    `,
  );

  refuses(
    'two accounts',
    pod`
      serviceAccount: web
      serviceAccountName: log
      containers:
        - name: web
          image: nginx:1.29
    `,
    /different accounts/,
  );
});
