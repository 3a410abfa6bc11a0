import rule from '../../../../rules/catalog/admission/warned-by-admission.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'what is not refused anyway, at the strongest mode',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: baseline
          pod-security.kubernetes.io/warn: restricted
          pod-security.kubernetes.io/audit: restricted
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        #     ^^^ warned-by-admission 💡 "Warned of by namespace shop for breaking the restricted standard: seccompProfile"
        namespace: shop
      spec:
        hostNetwork: true
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              allowPrivilegeEscalation: false
              runAsNonRoot: true
              capabilities:
                drop: [ALL]
    `,
  );

  check(
    'an audit alone',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/audit: baseline
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        #     ^^^ warned-by-admission 💡 "Recorded by namespace shop for breaking the baseline standard: hostNamespaces"
        namespace: shop
      spec:
        hostPID: true
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  clean(
    'a level that admission does not know requirements nothing',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/warn: Baseline
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        hostPID: true
        containers:
          - name: web
            image: nginx:1.29
    `,
  );

  fix(
    'what it warns of',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/warn: baseline
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        hostPID: true
        containers:
          - name: web
            image: nginx:1.29
    `,
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/warn: baseline
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
    `,
  );
});
