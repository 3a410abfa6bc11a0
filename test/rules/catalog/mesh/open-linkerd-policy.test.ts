import rule from '../../../../rules/catalog/mesh/open-linkerd-policy.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('of a namespace')(objects`
    Namespace shop
      annotations:
        config.linkerd.io/default-inbound-policy: audit
    #                                             ^^^^^ open-linkerd-policy 💡
  `);

  fix('asks for a certificate')(objects`
      Pod web
        annotations:
    -     config.linkerd.io/default-inbound-policy: all-unauthenticated
    +     config.linkerd.io/default-inbound-policy: all-authenticated
        containers:
          - name: web
            image: nginx:1.29
  `);

  clean('clients of the cluster that have one')(objects`
    Namespace shop
      annotations:
        config.linkerd.io/default-inbound-policy: cluster-authenticated
  `);
});
