import rule from '../../../../rules/catalog/mesh/open-linkerd-policy.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'of a namespace',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        annotations:
          config.linkerd.io/default-inbound-policy: audit
      #                                             ^^^^^ open-linkerd-policy 💡
    `,
  );

  fix(
    'asks for a certificate',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          config.linkerd.io/default-inbound-policy: all-unauthenticated
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          config.linkerd.io/default-inbound-policy: all-authenticated
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  clean(
    'clients of the cluster that have one',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        annotations:
          config.linkerd.io/default-inbound-policy: cluster-authenticated
    `,
  );
});
