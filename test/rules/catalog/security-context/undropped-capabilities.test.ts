import rule from '../../../../rules/catalog/security-context/undropped-capabilities.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('nothing dropped, some dropped')(pod`
    containers:
      - name: web
    #         ^^^ undropped-capabilities 💡 "Keeps the capabilities of the runtime: container web"
        image: nginx:1.29
      - name: log
        image: fluent-bit:4.1
        securityContext:
          capabilities:
            drop:
    #       ^^^^ undropped-capabilities 💡 "not ALL of them"
              - NET_RAW
  `);

  check('lower case passes checkov, trivy and kubeaudit, but not Pod Security admission')(container`
    securityContext:
      capabilities:
        drop: [all]
    #          ^^^ undropped-capabilities 💡 "does not read as ALL"
  `);

  clean('ALL is dropped, and one added back')(container`
    securityContext:
      capabilities:
        drop: ["ALL"]
        add: [NET_BIND_SERVICE]
  `);

  clean('Windows has no capabilities')(pod`
    os:
      name: windows
  `);

  fix('keeps what is added')(container`
      securityContext:
        capabilities:
          add:
            - NET_BIND_SERVICE
    +     drop:
    +       - ALL
  `);
});
