import rule from '../../../../rules/catalog/image/open-repository-prefix.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('without a slash, and of everybody')(objects`
    K8sAllowedRepos.constraints.gatekeeper.sh/v1beta1 repos
      parameters:
        repos:
          - registry.example.com/shop
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ open-repository-prefix 💡
          - quay.io
    #       ^^^^^^^ open-repository-prefix
  `);

  clean('kinds of other groups')(objects`
    K8sAllowedRepos.example.com/v1beta1 repos
      parameters:
        repos:
          - x
  `);
});
