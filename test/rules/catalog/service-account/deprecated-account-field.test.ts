import rule from '../../../../rules/catalog/service-account/deprecated-account-field.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix, refuses }) => {
  clean('C-0294: both with one value, as the API server writes them')(pod`
    serviceAccount: web
    serviceAccountName: web
  `);

  fix('renamed')(pod`serviceAccount: web # why`, pod`serviceAccountName: web # why`);

  refuses(
    'two accounts',
    /different accounts/,
  )(pod`
    serviceAccount: web
    serviceAccountName: log
  `);
});
