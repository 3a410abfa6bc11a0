import rule from '../../../../rules/catalog/admission/rejected-by-admission.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('each control once, of all containers')(objects`
    Namespace shop
      labels:
        pod-security.kubernetes.io/enforce: restricted
        pod-security.kubernetes.io/enforce-version: v1.30
    Deployment shop/web app=web
    #               ^^^ rejected-by-admission 💡 "Rejected by namespace shop, which enforces the restricted standard of 1.30: allowPrivilegeEscalation, runAsNonRoot, seccompProfile, capabilities"
      containers:
        - name: web
          image: nginx:1.29
        - name: log
          image: busybox:1.37
  `);

  clean('a version that did not know the control yet')(objects`
    Namespace shop
      labels:
        pod-security.kubernetes.io/enforce: baseline
        pod-security.kubernetes.io/enforce-version: v1.33
    Pod shop/web
      containers:
        - name: web
          image: nginx:1.29
          livenessProbe:
            httpGet:
              host: 10.0.0.1
              port: 80
  `);

  clean('another namespace, and one that cannot be known')(objects`
    Namespace shop
      labels:
        pod-security.kubernetes.io/enforce: baseline
    Pod bank/web
      hostNetwork: true
    Pod web
      hostNetwork: true
  `);

  fix('everything that is missing in one block')(objects`
      Namespace shop
        labels:
          pod-security.kubernetes.io/enforce: restricted
      Pod shop/web
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              runAsNonRoot: true
              runAsUser: 10001
    +         allowPrivilegeEscalation: false
    +         capabilities:
    +           drop:
    +             - ALL
    +         seccompProfile:
    +           type: RuntimeDefault
  `);

  refuses(
    'what needs a person',
    /allowPrivilegeEscalation cannot be fixed without you/,
  )(objects`
    Namespace shop
      labels:
        pod-security.kubernetes.io/enforce: restricted
    Pod shop/web
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            privileged: true
            runAsNonRoot: true
  `);
});
