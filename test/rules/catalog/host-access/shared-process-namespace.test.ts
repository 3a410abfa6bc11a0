import rule from '../../../../rules/catalog/host-access/shared-process-namespace.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('true')(pod`
    shareProcessNamespace: true
    #                      ^^^^ shared-process-namespace 💡
    containers:
      - name: web
        image: nginx:1.29
  `);

  clean('false, templates')(pod`
    shareProcessNamespace: {{ .Values.share }}
    containers:
      - name: web
        image: nginx:1.29
  `);

  fix('not shared')(
    pod`
      shareProcessNamespace: true
      containers:
        - name: web
          image: nginx:1.29
    `,
    pod`
      containers:
        - name: web
          image: nginx:1.29
    `,
  );
});
