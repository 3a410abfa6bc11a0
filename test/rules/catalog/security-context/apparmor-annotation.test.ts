import rule from '../../../../rules/catalog/security-context/apparmor-annotation.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'for a container',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          container.apparmor.security.beta.kubernetes.io/web: runtime/default
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ apparmor-annotation 💡
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  check(
    'for one that is not there',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          container.apparmor.security.beta.kubernetes.io/log: unconfined
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ apparmor-annotation
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  fix(
    'sets the field',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          container.apparmor.security.beta.kubernetes.io/web: localhost/strict
          team: shop
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
          team: shop
      spec:
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              appArmorProfile:
                type: Localhost
                localhostProfile: strict
    `,
  );

  clean(
    'before there was a field',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          container.apparmor.security.beta.kubernetes.io/web: runtime/default
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
    { kubernetes: 29 },
  );
});
