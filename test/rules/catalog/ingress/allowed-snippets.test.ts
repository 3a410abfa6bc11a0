import rule from '../../../../rules/catalog/ingress/allowed-snippets.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the setting',
    yaml`
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: ingress-nginx-controller
        namespace: ingress-nginx
      data:
        allow-snippet-annotations: "true"
      #                            ^^^^^^ allowed-snippets 💡
    `,
  );

  fix(
    'in its quotes',
    yaml`
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: ingress-nginx-controller
        namespace: ingress-nginx
      data:
        allow-snippet-annotations: 'true'
    `,
    yaml`
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: ingress-nginx-controller
        namespace: ingress-nginx
      data:
        allow-snippet-annotations: 'false'
    `,
  );

  clean(
    'another key',
    yaml`
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: ingress-nginx-controller
        namespace: ingress-nginx
      data:
        allow-backend-server-header: "true"
    `,
  );
});
