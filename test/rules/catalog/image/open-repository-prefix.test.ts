import rule from '../../../../rules/catalog/image/open-repository-prefix.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'without a slash, and of everybody',
    yaml`
      apiVersion: constraints.gatekeeper.sh/v1beta1
      kind: K8sAllowedRepos
      metadata:
        name: repos
      spec:
        parameters:
          repos:
            - registry.example.com/shop
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^ open-repository-prefix 💡
            - quay.io
      #       ^^^^^^^ open-repository-prefix
    `,
  );

  fix(
    'adds the slash',
    yaml`
      apiVersion: constraints.gatekeeper.sh/v1beta1
      kind: K8sAllowedRepos
      metadata:
        name: repos
      spec:
        parameters:
          repos:
            - registry.example.com
    `,
    yaml`
      apiVersion: constraints.gatekeeper.sh/v1beta1
      kind: K8sAllowedRepos
      metadata:
        name: repos
      spec:
        parameters:
          repos:
            - registry.example.com/
    `,
  );

  clean(
    'kinds of other groups',
    yaml`
      apiVersion: example.com/v1beta1
      kind: K8sAllowedRepos
      metadata:
        name: repos
      spec:
        parameters:
          repos:
            - x
    `,
  );
});
