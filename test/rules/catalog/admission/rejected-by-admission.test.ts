import rule from '../../../../rules/catalog/admission/rejected-by-admission.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check(
    'a control of the level that is enforced',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: baseline
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        #     ^^^ rejected-by-admission 💡 "Rejected by namespace shop, which enforces the baseline standard: hostNamespaces"
        namespace: shop
      spec:
        hostNetwork: true
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  check(
    'each control once, of all containers',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: restricted
          pod-security.kubernetes.io/enforce-version: v1.30
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        #     ^^^ rejected-by-admission 💡 "Rejected by namespace shop, which enforces the restricted standard of 1.30: allowPrivilegeEscalation, runAsNonRoot, seccompProfile, capabilities"
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
              - name: log
                image: busybox:1.37
    `,
  );

  clean(
    'a version that did not know the control yet',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: baseline
          pod-security.kubernetes.io/enforce-version: v1.33
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        containers:
          - name: web
            image: nginx:1.29
            livenessProbe:
              httpGet:
                host: 10.0.0.1
                port: 80
    `,
  );

  clean(
    'another namespace, and one that cannot be known',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: baseline
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: bank
      spec:
        hostNetwork: true
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        hostNetwork: true
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  fix(
    'everything that is missing in one block',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: restricted
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              runAsNonRoot: true
              runAsUser: 10001
    `,
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: restricted
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              runAsNonRoot: true
              runAsUser: 10001
              allowPrivilegeEscalation: false
              capabilities:
                drop:
                  - ALL
              seccompProfile:
                type: RuntimeDefault
    `,
  );

  refuses(
    'what needs a person',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: restricted
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              privileged: true
              runAsNonRoot: true
    `,
    /allowPrivilegeEscalation cannot be fixed without you/,
  );
});
