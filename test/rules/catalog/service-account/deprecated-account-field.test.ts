import rule from '../../../../rules/catalog/service-account/deprecated-account-field.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('the old name alone')(pod`
    serviceAccount: web
    #<------------- deprecated-account-field 💡
    containers:
      - name: web
        image: nginx:1.29
  `);

  clean('C-0294: both with one value, as the API server writes them')(pod`
    serviceAccount: web
    serviceAccountName: web
    containers:
      - name: web
        image: nginx:1.29
  `);

  fix('renamed')(
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

  refuses(
    'two accounts',
    /different accounts/,
  )(pod`
    serviceAccount: web
    serviceAccountName: log
    containers:
      - name: web
        image: nginx:1.29
  `);
});
